import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { read } from "../../../db/transaction.ts";
import type { TableDocument } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { BarChart } from "../../../web/components/bar-chart.tsx";
import type { BarSeries } from "../../../web/components/bar-series.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler, PageRequest } from "../../../web/page.ts";
import { getProgramme } from "../../programme/service.ts";
import { getTable } from "../service.ts";
import { countByYearAndKind } from "../store.ts";
import { figureAt, seriesOfColumns, seriesOfRows } from "./chart-series.ts";

interface Chart {
  id: string;
  title: string;
  description: string;
  categories: string[];
  series: BarSeries[];
  mode: "stacked" | "grouped";
  unit: string;
  source?: { text: string; href: string };
}

/** The programme in pictures: every chart with the same numbers as its table. */
export const showFigures: PageHandler = async (request) => {
  const { language } = request;
  const title = message(language, "figures.title");
  const lead = message(language, "figures.lead");
  const charts = await makeCharts(request);
  return {
    title,
    description: lead,
    area: "figures",
    trail: [],
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        {charts.map((chart) => (
          <Section key={chart.id} id={`section-${chart.id}`} title={chart.title} more={chart.source}>
            <BarChart
              {...chart}
              title={chart.description}
              categoryLabel={message(language, "figures.year")}
              totalLabel={message(language, "table.total")}
              unknownLabel={message(language, "figures.unknown")}
              tableLabel={message(language, "figures.asTable")}
              formatNumber={(value) => value.toLocaleString(language === "en" ? "en" : language)}
            />
          </Section>
        ))}
      </>
    ),
  };
};

async function makeCharts(request: PageRequest): Promise<Chart[]> {
  const { context, language } = request;
  const overview = await getTable(context, "overview", { language });
  const years = overview.columns.filter(({ key }) => key !== "total");
  const source = (table: TableDocument) => ({
    text: message(language, "figures.toTable"),
    href: links.table(language, table.id),
  });
  const common = { categories: years.map(({ label }) => label), source: source(overview) };
  const yearKeys = years.map(({ key }) => key);
  const rows = (keys: string[]) => overview.rows.filter(({ key }) => keys.includes(key));
  const unit = (name: string) => choiceMessage(language, "unit", name);
  const text = (key: "activities" | "people" | "reports" | "records") => ({
    title: message(language, `figures.${key}.title`),
    description: message(language, `figures.${key}.description`),
  });
  const trainings = rows(["trainings"]);
  return [
    {
      id: "activities",
      ...text("activities"),
      ...common,
      series: seriesOfRows(
        rows(["consultations", "joint-meetings", "local-seminars", "domestic-meetings", "trainings"]),
        yearKeys,
        "times",
      ),
      mode: "grouped",
      unit: unit("times"),
    },
    {
      id: "people",
      ...text("people"),
      ...common,
      series: seriesOfRows(trainings, yearKeys, "people"),
      mode: "grouped",
      unit: unit("people"),
    },
    {
      id: "reports",
      ...text("reports"),
      ...common,
      series: seriesOfRows(rows(["policy-reports"]), yearKeys, "pages"),
      mode: "grouped",
      unit: unit("pages"),
    },
    ...(await makeVisitCharts(context, language, source)),
    await makeRecordChart(request, text("records")),
  ];
}

async function makeVisitCharts(
  context: PageRequest["context"],
  language: Language,
  source: (table: TableDocument) => Chart["source"] & object,
): Promise<Chart[]> {
  const tables = await Promise.all(
    (["research-visits", "model-city-visits"] as const).map((id) => getTable(context, id, { language })),
  );
  return tables.map((table) => ({
    id: table.id,
    title: table.title,
    description: message(language, "figures.visits.description", {
      title: table.title,
      total: figureAt(table.totals, "total") ?? 0,
    }),
    categories: table.rows.map((row) => row.label ?? ""),
    series: seriesOfColumns(table),
    mode: "stacked" as const,
    unit: choiceMessage(language, "unit", "times"),
    source: source(table),
  }));
}

/** What the system itself holds, by year and kind: shows at a glance for which years there are records. */
async function makeRecordChart(
  { context, language }: PageRequest,
  words: Pick<Chart, "title" | "description">,
): Promise<Chart> {
  const counts = await context.cache.get("records by year and kind", () => read(context.database, countByYearAndKind));
  const { calendar } = await getProgramme(context);
  const years = [...new Set(counts.map(({ fiscalYear }) => fiscalYear))];
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  const totals = new Map(
    kinds.map((kind) => [kind, counts.filter((c) => c.kind === kind).reduce((sum, c) => sum + c.count, 0)]),
  );
  const shown = kinds.sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0)).slice(0, 5);
  const countOf = (year: number, wanted: (kind: string) => boolean) =>
    counts.filter((c) => c.fiscalYear === year && wanted(c.kind)).reduce((sum, c) => sum + c.count, 0);
  return {
    id: "records",
    ...words,
    categories: years.map((year) => fiscalYearLabel(calendar, year, language)),
    series: [
      ...shown.map((kind) => ({
        key: kind,
        label: choiceMessage(language, "activity.kind", kind),
        values: years.map((year) => countOf(year, (candidate) => candidate === kind)),
      })),
      {
        key: "other",
        label: message(language, "figures.other"),
        values: years.map((year) => countOf(year, (candidate) => !shown.includes(candidate))),
      },
    ],
    mode: "stacked",
    unit: choiceMessage(language, "unit", "items"),
  };
}
