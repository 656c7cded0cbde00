/** What a bar chart is drawn from. */
export interface BarSeries {
  key: string;
  label: string;
  /** one value a category; null where nothing is known, which is not zero */
  values: (number | null)[];
}

export interface BarChartProps {
  /** unique in the page */
  id: string;
  title: string;
  /** what the chart shows, in a sentence, for those who do not see it */
  description: string;
  /** along the axis: fiscal years */
  categories: string[];
  categoryLabel: string;
  series: BarSeries[];
  mode: "stacked" | "grouped";
  unit: string;
  totalLabel: string;
  /** said in the data table where a value is null */
  unknownLabel: string;
  /** 「データを表で見る」 */
  tableLabel: string;
  formatNumber: (value: number) => string;
}

/** What is known of a category, over all series. */
export function sumAt(series: BarSeries[], index: number): number {
  return series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
}
