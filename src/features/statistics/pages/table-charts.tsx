import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ChartContent } from "../chart.ts";
import { ChartFigure, type ChartLinks } from "./chart-figure.tsx";

interface TableChartsProps {
  charts: readonly ChartContent[];
  /** of the table's year and day, as the address of the page has them */
  chosen: { fiscalYear?: number | undefined; asOf?: string | undefined };
  language: Language;
}

/** The charts that a table's numbers make, to look at and to take away; nothing for a table of texts. */
export function TableCharts({ charts, chosen, language }: TableChartsProps) {
  if (charts.length === 0) return null;
  return (
    <Section id="charts" title={message(language, "chart.title")}>
      {charts.map((chart) => (
        <ChartFigure
          key={chart.id}
          id={`chart-${chart.id}`}
          chart={chart}
          language={language}
          files={linkChartFiles(chart, chosen, language)}
        />
      ))}
    </Section>
  );
}

export function linkChartFiles(
  { id, table }: ChartContent,
  chosen: TableChartsProps["chosen"],
  language: Language,
): ChartLinks {
  const query = { ...chosen, chart: id };
  if (table === null)
    return {
      svg: links.figureFile(language, id, "svg"),
      png: links.figureFile(language, id, "png"),
      csv: links.figureFile(language, id, "csv"),
    };
  return {
    svg: links.tableFile(language, table, "svg", query),
    png: links.tableFile(language, table, "png", query),
    csv: links.chartData(language, table, query),
  };
}
