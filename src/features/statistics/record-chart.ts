import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { getProgramme } from "../programme/service.ts";
import type { ChartContent } from "./chart.ts";
import { type ChartFile, drawChart } from "./charts.ts";
import { describeChart } from "./describe-chart.ts";
import { countByYearAndKind } from "./store.ts";

/** Kinds that have a colour of their own; the others share one. */
const mostKinds = 5;

/** What the system itself holds, by year and kind: shows at a glance for which years there are records. */
export async function chartRecords(context: Context, language: Language): Promise<ChartContent> {
  const counts = await context.cache.get("records by year and kind", () => read(context.database, countByYearAndKind));
  const { calendar } = await getProgramme(context);
  const years = [...new Set(counts.map(({ fiscalYear }) => fiscalYear))];
  const kinds = rankKinds(counts);
  const shown = kinds.slice(0, mostKinds);
  const countOf = (year: number, wanted: (kind: string) => boolean) =>
    counts.filter((c) => c.fiscalYear === year && wanted(c.kind)).reduce((sum, c) => sum + c.count, 0);
  const other = {
    key: "other",
    label: message(language, "figures.other"),
    values: years.map((year) => countOf(year, (kind) => !shown.includes(kind))),
  };
  const unit = choiceMessage(language, "unit", "items");
  const title = message(language, "figures.records.title");
  const content: Omit<ChartContent, "description" | "notes"> = {
    id: "records",
    table: null,
    title: message(language, "chart.titleOfUnit", { title, unit }),
    years: years.map((year) => ({
      year,
      label: fiscalYearLabel(calendar, year, language),
      extent: "whole",
      until: null,
    })),
    series: [
      ...shown.map((kind) => ({
        key: kind,
        label: choiceMessage(language, "activity.kind", kind),
        values: years.map((year) => countOf(year, (candidate) => candidate === kind)),
      })),
      ...(kinds.length > mostKinds ? [other] : []),
    ],
    mode: "stacked",
    unit,
  };
  return {
    ...content,
    description: describeChart(content, { language, unit: "items", title }),
    notes: [message(language, "figures.records.description")],
  };
}

export async function getRecordChart(context: Context, language: Language): Promise<ChartFile & { asOf: string }> {
  const { asOf } = await getProgramme(context);
  return { ...(await drawChart(context, await chartRecords(context, language), { asOf, language })), asOf };
}

/** The most frequent first. */
function rankKinds(counts: readonly { kind: string; count: number }[]): string[] {
  const totals = new Map<string, number>();
  for (const { kind, count } of counts) totals.set(kind, (totals.get(kind) ?? 0) + count);
  return [...totals].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
}
