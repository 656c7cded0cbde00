import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { BarChart } from "../../../web/components/bar-chart.tsx";
import { DataTable } from "../../../web/components/data-table.tsx";
import type { Programme } from "../../programme/programme.ts";
import { sayIndicator } from "../say-indicator.ts";
import type { EvaluationView } from "../view.ts";

const drawn = ["partner-cities", "home-cities", "deep-partnerships"] as const;

/** Figures over the years: who takes part and how deep it goes as a picture, all of it as a table with how each was counted. */
export function IndicatorSection({
  view,
  programme,
  language,
}: {
  view: EvaluationView;
  programme: Programme;
  language: Language;
}) {
  const { indicators, years, incompleteYears } = view;
  const label = (year: number) => fiscalYearLabel(programme.calendar, year, language);
  const series = drawn.flatMap((id) => indicators.filter((indicator) => indicator.id === id));
  const format = (value: number) => value.toLocaleString(language);
  return (
    <>
      <BarChart
        id="participation"
        title={message(language, "evaluation.indicator.chart")}
        description={message(language, "evaluation.indicator.chartDescription")}
        categories={years.map(label)}
        marks={years.map((year) => (incompleteYears.has(year) ? "※" : null))}
        categoryLabel={message(language, "evaluation.column.year")}
        series={series.map(({ id, years: own }) => ({
          key: id,
          label: message(language, `evaluation.indicator.${id}`),
          values: own.map(({ value }) => value),
        }))}
        mode="grouped"
        unit=""
        totalLabel=""
        unknownLabel={message(language, "evaluation.notOnRecord")}
        tableLabel={message(language, "evaluation.indicator.table")}
        notes={
          years.some((year) => incompleteYears.has(year)) ? [message(language, "evaluation.indicator.incomplete")] : []
        }
        formatNumber={format}
      />
      <details class="print-open">
        <summary>{message(language, "evaluation.indicator.all", { count: indicators.length })}</summary>
        <DataTable
          id="indicators-table"
          caption={message(language, "evaluation.indicator.caption")}
          columns={[
            {
              key: "indicator",
              label: message(language, "evaluation.column.indicator"),
              rowHeader: true,
              width: "medium",
            },
            ...years.map((year) => ({ key: String(year), label: label(year), align: "end" as const })),
            { key: "how", label: message(language, "evaluation.column.how"), width: "wide" as const },
          ]}
          rows={indicators.map((indicator) => ({
            key: indicator.id,
            cells: {
              indicator: message(language, `evaluation.indicator.${indicator.id}`),
              ...Object.fromEntries(
                indicator.years.map((year) => [String(year.fiscalYear), sayIndicator(indicator, year, language)]),
              ),
              how: message(language, `evaluation.how.${indicator.id}`),
            },
          }))}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText=""
        />
      </details>
    </>
  );
}
