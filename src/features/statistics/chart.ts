import type { Language } from "../../core/language.ts";
import type { BarSeries } from "../../web/components/bar-series.ts";

/** What a chart shows, before anybody draws it: for pages, files and documents alike. */
export interface ChartContent {
  /** unique among the charts of its table: a unit */
  id: string;
  /** the table whose numbers it shows; null for a chart of its own */
  table: string | null;
  title: string;
  /** a sentence with the main numbers */
  description: string;
  /** the fiscal years along the axis */
  years: ChartYear[];
  series: BarSeries[];
  mode: "stacked" | "grouped";
  /** in words */
  unit: string;
  /** what marks and gaps mean */
  notes: string[];
}

export interface ChartYear {
  year: number;
  label: string;
  /** `partial`: the numbers do not reach its end; `planned`: it has not begun */
  extent: "whole" | "partial" | "planned";
  /** last day that the numbers of a partial year reach, where it is known */
  until: string | null;
}

/** Behind the name of a year that is not whole. */
export function markOf({ extent }: ChartYear, language: Language): string | null {
  if (extent === "whole") return null;
  return language === "en" ? "*" : "※";
}
