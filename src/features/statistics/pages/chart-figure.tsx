import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { BarChart } from "../../../web/components/bar-chart.tsx";
import { type ChartContent, markOf } from "../chart.ts";
import { writeNumber } from "../charts.ts";

interface ChartFigureProps {
  chart: ChartContent;
  /** unique in the page */
  id: string;
  language: Language;
  files: ChartLinks;
}

/** Addresses of the chart's files. */
export interface ChartLinks {
  svg: string;
  png: string;
  csv: string;
}

/** A chart in a page: drawn, with its files, in words and as a table. */
export function ChartFigure({ chart, id, language, files }: ChartFigureProps) {
  const { title, description, years, series, mode, notes } = chart;
  const named = [
    { format: "SVG", href: files.svg },
    { format: "PNG", href: files.png },
    { format: message(language, "chart.data"), href: files.csv },
  ];
  return (
    <BarChart
      {...{ id, title, description, series, mode, notes }}
      unit=""
      categories={years.map(({ label }) => label)}
      marks={years.map((year) => markOf(year, language))}
      categoryLabel={message(language, "figures.year")}
      totalLabel={message(language, "table.total")}
      unknownLabel={message(language, "figures.unknown")}
      tableLabel={message(language, "figures.asTable")}
      formatNumber={(value) => writeNumber(value, language)}
    >
      <ul class="chart-files" aria-label={message(language, "chart.files")}>
        {named.map(({ format, href }) => (
          <li key={href}>
            <a href={href} rel="nofollow" aria-label={message(language, "chart.fileOf", { title, format })}>
              {format}
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{message(language, "chart.alternative")}</summary>
        <p>{description}</p>
      </details>
    </BarChart>
  );
}
