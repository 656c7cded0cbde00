import { writeEdtf } from "../../core/edtf-format.ts";
import { fiscalMonths } from "../../core/fiscal-calendar.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import type { ListedActivity } from "../../web/components/activity-list.tsx";
import type { BarChartProps } from "../../web/components/bar-series.ts";
import type { YearMonth } from "../../web/components/year-months.tsx";
import type { Activity } from "./activity.ts";
import type { Knowledge } from "./filter-knowledge.ts";
import { chronicleMonth } from "./month.ts";

export interface Chronicle {
  months: YearMonth[];
  /** what may lie in several months, or is dated outside the year of its list, or has no date */
  rest: { id: "several" | "outside" | "undated"; activities: ListedActivity[] }[];
}

/** Puts the activities of one fiscal year under its months; `items` are the same activities as lines of a list. */
export function arrangeYear(
  activities: readonly Activity[],
  items: readonly ListedActivity[],
  fiscalYear: number,
  { programme, language }: Knowledge,
): Chronicle {
  const months = fiscalMonths(programme.calendar, fiscalYear);
  const byPlace = new Map<string, ListedActivity[]>();
  for (const [index, activity] of activities.entries()) {
    const item = items[index];
    if (!item) continue;
    const place = placeInYear(activity, months);
    byPlace.set(place, [...(byPlace.get(place) ?? []), item]);
  }
  return {
    months: months.map((month, index) => ({
      id: `month-${month}`,
      label: nameMonthOfYear(months, index, language),
      activities: byPlace.get(month) ?? [],
    })),
    rest: (["several", "outside", "undated"] as const)
      .map((id) => ({ id, activities: byPlace.get(id) ?? [] }))
      .filter((part) => part.activities.length > 0),
  };
}

function placeInYear(activity: Activity, months: readonly string[]): string {
  const first = activity.dateFrom ?? activity.dateTo;
  const last = activity.dateTo ?? activity.dateFrom;
  if (first === null || last === null) return "undated";
  const month = chronicleMonth(activity);
  if (month !== null) return months.includes(month) ? month : "outside";
  const touchesYear = first.slice(0, 7) <= (months.at(-1) ?? "") && last.slice(0, 7) >= (months[0] ?? "");
  return touchesYear ? "several" : "outside";
}

/** The month alone; with its calendar year where that begins or changes. */
export function nameMonthOfYear(months: readonly string[], index: number, language: Language): string {
  const month = months[index] ?? "";
  const changes = index === 0 || months[index - 1]?.slice(0, 4) !== month.slice(0, 4);
  if (changes) return writeEdtf(month, language, language === "en" ? { style: "short" } : {});
  return nameMonth(month, language);
}

function nameMonth(month: string, language: Language): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(languageTags[language], { month: "short", timeZone: "UTC" }).format(day);
}

/** Twelve of them stand side by side on a phone: 「4」 below an axis that is named 「月」, “Apr” in English. */
function nameMonthOnAxis(month: string, language: Language): string {
  return language === "en" ? nameMonth(month, language) : String(Number(month.slice(5, 7)));
}

export interface MonthCount {
  month: string | null;
  status: string;
  count: number;
}

/** Bars of the year by month: what was held, what was planned or being arranged. */
export function drawMonths(
  counts: readonly MonthCount[],
  fiscalYear: number,
  { programme, language }: Knowledge,
): BarChartProps {
  const months = fiscalMonths(programme.calendar, fiscalYear);
  const value = (month: string, statuses: readonly string[]) =>
    counts
      .filter((entry) => entry.month === month && statuses.includes(entry.status))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    id: "months-chart",
    title: message(language, "years.monthChart"),
    description: message(language, "years.monthChartDescription"),
    categories: months.map((month) => nameMonthOnAxis(month, language)),
    categoryLabel: message(language, "years.month"),
    series: heldAndExpected(language).map(({ key, label, statuses }) => ({
      key,
      label,
      values: months.map((month) => value(month, statuses)),
    })),
    ...chartWords(language),
  };
}

export function heldAndExpected(language: Language) {
  return [
    { key: "held", label: message(language, "years.held"), statuses: ["done"] },
    { key: "expected", label: message(language, "years.expected"), statuses: ["planned", "adjusting"] },
  ];
}

export function chartWords(language: Language) {
  const format = new Intl.NumberFormat(languageTags[language]);
  return {
    mode: "stacked" as const,
    unit: message(language, "years.unit"),
    totalLabel: message(language, "table.total"),
    unknownLabel: "—",
    tableLabel: message(language, "years.chartTable"),
    formatNumber: (value: number) => format.format(value),
  };
}
