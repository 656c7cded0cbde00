import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { BarChart } from "../../../web/components/bar-chart.tsx";
import { policyLevels } from "../level-of-item.ts";
import { type PolicyOutline, yearOfPolicy } from "../public-policies.ts";

const mostYears = 8;

interface PolicyChartProps {
  items: readonly PolicyOutline[];
  /** by month of this year; undefined: by year */
  year: number | undefined;
  language: Language;
}

/** How many were issued, by level of government. */
export function PolicyChart({ items, year, language }: PolicyChartProps) {
  const { categories, keys, keyOf, notes } =
    year === undefined ? cutYears(items, language) : cutMonths(items, year, language);
  const shown = items.filter((item) => keys.includes(keyOf(item)));
  if (shown.length < 2) return null;
  const count = (key: string, level?: string) =>
    shown.filter((item) => keyOf(item) === key && (level === undefined || item.level === level)).length;
  const highest = Math.max(...keys.map((key) => count(key)));
  const peak = categories[keys.findIndex((key) => count(key) === highest)] ?? "";
  const values = { peak, count: highest };
  return (
    <BarChart
      id="policies-chart"
      title={message(language, "policy.chart.title")}
      unit={message(language, "policy.chart.unit")}
      description={
        year === undefined
          ? message(language, "policy.chart.byYear", values)
          : message(language, "policy.chart.byMonth", { ...values, year: writeEdtf(String(year), language) })
      }
      categories={categories}
      categoryLabel={message(language, year === undefined ? "policy.chart.year" : "policy.chart.month")}
      series={policyLevels
        .filter((level) => shown.some((item) => item.level === level))
        .map((level) => ({
          key: level,
          label: message(language, `policy.level.${level}`),
          values: keys.map((key) => count(key, level)),
        }))}
      mode="stacked"
      totalLabel={message(language, "policy.chart.total")}
      unknownLabel={message(language, "policy.chart.unknown")}
      tableLabel={message(language, "policy.chart.table")}
      notes={notes}
      formatNumber={(value) => value.toLocaleString("en")}
    />
  );
}

interface Cut {
  categories: string[];
  keys: string[];
  keyOf(item: PolicyOutline): string;
  notes: string[];
}

/** The last eight places: years as they follow each other, and one place for several years of which there is nothing. */
function cutYears(items: readonly PolicyOutline[], language: Language): Cut {
  const years = items.map(yearOfPolicy);
  const places = [...new Set(years)]
    .toSorted((a, b) => a - b)
    .flatMap((year, index, all) => [...placesBetween(all[index - 1] ?? year, year), { first: year, last: year }])
    .slice(-mostYears);
  const first = places[0]?.first ?? 0;
  const older = years.filter((year) => year < first).length;
  return {
    keys: places.map(({ first: from, last }) => (from === last ? String(from) : `${from}/${last}`)),
    categories: places.map(({ first: from, last }) =>
      from === last ? String(from) : `${from}–${String(last % 100).padStart(2, "0")}`,
    ),
    keyOf: (item) => String(yearOfPolicy(item)),
    notes: older === 0 ? [] : [message(language, "policy.chart.older", { year: first, count: older })],
  };
}

/** A desk that begins anew after ten years is to show both times, and not ten empty places. */
function placesBetween(before: number, year: number): { first: number; last: number }[] {
  if (year - before <= 1) return [];
  if (year - before > 3) return [{ first: before + 1, last: year - 1 }];
  return Array.from({ length: year - before - 1 }, (_, index) => ({
    first: before + 1 + index,
    last: before + 1 + index,
  }));
}

function cutMonths(items: readonly PolicyOutline[], year: number, language: Language): Cut {
  const keys = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
  const hasMonth = ({ published, day }: PolicyOutline) => /^\d{4}-\d{2}/.test(published ?? day);
  const without = items.filter((item) => !hasMonth(item)).length;
  return {
    keys,
    categories: keys.map((key) => nameMonth(key, language)),
    keyOf: (item) => (hasMonth(item) ? item.day.slice(0, 7) : ""),
    notes: without === 0 ? [] : [message(language, "policy.chart.noMonth", { count: without })],
  };
}

function nameMonth(key: string, language: Language): string {
  const month = Number(key.slice(5));
  const name = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(
    new Date(`${key}-01T00:00:00Z`),
  );
  return message(language, "policy.chart.monthName", { month: language === "en" ? name : month });
}
