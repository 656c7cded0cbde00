import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { type BarSeries, sumAt } from "../../web/components/bar-series.ts";
import type { ChartContent } from "./chart.ts";
import { describeAmount } from "./figure.ts";

type Drawn = Omit<ChartContent, "description" | "notes">;

interface DescribeRequest {
  language: Language;
  /** id of the unit */
  unit: string;
  /** without the unit */
  title: string;
}

/** What somebody who does not see the chart has to know: every value of a short one, the course of a long one. */
export function describeChart(chart: Drawn, request: DescribeRequest): string {
  const { language, title } = request;
  const intro = message(language, `chart.describe.${chart.mode}`, { title });
  return [intro, ...tellValues(chart, request), ...explainMarks(chart, language)].join(language === "en" ? " " : "");
}

function tellValues(chart: Drawn, request: DescribeRequest): string[] {
  const { language } = request;
  const { series } = chart;
  const [only] = series;
  if (only && series.length === 1)
    return [message(language, "chart.describe.values", { values: list(chart, only, request) })];
  if (chart.mode === "stacked") return tellTotals(chart, request);
  return series.map((one) => tellCourse(chart, one, request));
}

/** 「2014年度は46名、2015年度は71名」 */
function list(chart: Drawn, series: BarSeries, request: DescribeRequest): string {
  const { language } = request;
  return chart.years
    .map(({ label }, index) =>
      message(language, "chart.describe.value", { year: label, value: write(series, index, request) }),
    )
    .join(message(language, "chart.describe.comma"));
}

function tellTotals(chart: Drawn, request: DescribeRequest): string[] {
  const { language, unit } = request;
  const values = chart.years.map((_, index) =>
    chart.series.some((one) => one.values[index] != null) ? sumAt(chart.series, index) : null,
  );
  const totals = list(chart, { key: "total", label: "", values }, request);
  const sums = chart.series.map(({ label, values: own }) => ({
    label,
    sum: own.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  }));
  const parts = sums
    .map(({ label, sum }) => message(language, "chart.describe.part", { label, value: amount(sum, unit, language) }))
    .join(message(language, "chart.describe.comma"));
  return [
    message(language, "chart.describe.totals", { values: totals }),
    message(language, "chart.describe.parts", { parts }),
  ];
}

/** First and last year that are known, and the highest. */
function tellCourse(chart: Drawn, series: BarSeries, request: DescribeRequest): string {
  const { language } = request;
  const known = chart.years.flatMap(({ label }, index) => {
    const value = series.values[index];
    return value == null ? [] : [{ label, value, text: write(series, index, request) }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return message(language, "chart.describe.nothing", { label: series.label });
  const highest = known.reduce((best, one) => (one.value > best.value ? one : best));
  return message(language, known.length === 1 ? "chart.describe.courseOne" : "chart.describe.course", {
    label: series.label,
    firstYear: first.label,
    first: first.text,
    lastYear: last.label,
    last: last.text,
    highestYear: highest.label,
    highest: highest.text,
  });
}

function write({ values, texts }: BarSeries, index: number, { language, unit }: DescribeRequest): string {
  const value = values[index];
  if (value == null) return message(language, "figures.unknown");
  return describeAmount(value, unit, texts?.[index] != null, language).text;
}

function amount(value: number, unit: string, language: Language): string {
  return describeAmount(value, unit, false, language).text;
}

/** One line for every year that is not whole, and one where something is missing. */
export function explainMarks({ years, series, mode }: Drawn, language: Language): string[] {
  const marked = years.flatMap(({ label, extent, until }) => {
    if (extent === "whole") return [];
    if (extent === "planned") return [message(language, "chart.note.planned", { year: label })];
    if (until === null) return [message(language, "chart.note.partial", { year: label })];
    return [message(language, "chart.note.until", { year: label, date: writeEdtf(until, language) })];
  });
  const hasGaps = series.some(({ values }) => values.some((value) => value === null));
  return hasGaps ? [...marked, message(language, `chart.note.${mode === "stacked" ? "gapInStack" : "gap"}`)] : marked;
}
