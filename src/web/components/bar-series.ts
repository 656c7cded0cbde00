/** What a bar chart is drawn from. */
export interface BarSeries {
  key: string;
  label: string;
  /** one value a category; null where nothing is known, which is not zero */
  values: (number | null)[];
  /** how a value is written where the bare number does not say it: 「約60」 */
  texts?: (string | null)[];
}

export interface BarChartProps {
  /** unique in the page */
  id: string;
  title: string;
  /** what the chart shows, in a sentence, for those who do not see it */
  description: string;
  /** along the axis: fiscal years */
  categories: string[];
  /** one a category that is not whole, as a year under way: shaded, with this mark behind its name */
  marks?: (string | null)[];
  categoryLabel: string;
  series: BarSeries[];
  mode: "stacked" | "grouped";
  /** behind the title; empty where the title names it */
  unit: string;
  totalLabel: string;
  /** said in the data table where a value is null */
  unknownLabel: string;
  /** 「データを表で見る」 */
  tableLabel: string;
  /** what the marks and gaps mean */
  notes?: string[];
  formatNumber: (value: number) => string;
}

/** Only what is drawn. */
export type BarDrawingData = Pick<
  BarChartProps,
  "title" | "description" | "categories" | "marks" | "series" | "mode" | "formatNumber"
>;

/** What is known of a category, over all series. */
export function sumAt(series: readonly BarSeries[], index: number): number {
  return series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
}

/** The value as it is written; a dash where nothing is known. */
export function writeValue(
  { values, texts }: BarSeries,
  index: number,
  formatNumber: BarChartProps["formatNumber"],
): string {
  const value = values[index];
  return value == null ? "—" : (texts?.[index] ?? formatNumber(value));
}
