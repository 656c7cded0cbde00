import { type BarDrawingData, sumAt, writeValue } from "./bar-series.ts";
import { measureText } from "./text-width.ts";

/** Where everything of a plot stands. */
export interface BarScale {
  width: number;
  height: number;
  /** of the letters */
  size: number;
  margin: { top: number; right: number; bottom: number; left: number };
  /** value at the upper end of the axis */
  top: number;
  /** of one category */
  band: number;
  barWidth: number;
  /** values of neighbouring bars would run into each other */
  upright: boolean;
}

export function scaleBars(
  data: BarDrawingData,
  { width, height, size }: Pick<BarScale, "width" | "height" | "size">,
): BarScale {
  const { categories, series, mode, formatNumber } = data;
  const left = size * 3.4;
  const right = size * 0.3;
  const band = (width - left - right) / Math.max(1, categories.length);
  const columns = mode === "stacked" ? 1 : series.length;
  const barWidth = Math.min(size * (mode === "stacked" ? 4.3 : columns === 1 ? 4.3 : 2.7), (band * 0.76) / columns);
  const widest = Math.max(
    0,
    ...series.flatMap((one) => categories.map((_, index) => measureText(writeValue(one, index, formatNumber), size))),
  );
  const upright = mode === "grouped" && columns > 1 && widest > barWidth + size * 0.1;
  const top = size * (upright ? 1 : 2) + (upright ? widest : 0);
  return {
    ...{ width, height, size, band, barWidth, upright },
    margin: { top, right, bottom: size * 2.3, left },
    top: chooseAxisTop(data),
  };
}

export function yOf(value: number, { height, margin, top }: BarScale): number {
  const plot = height - margin.top - margin.bottom;
  return round(height - margin.bottom - (value / top) * plot);
}

/** A tenth of a unit is finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The least round height that holds every bar in four equal steps of whole numbers. */
function chooseAxisTop({ categories, series, mode }: BarDrawingData): number {
  const heights =
    mode === "stacked"
      ? categories.map((_, index) => sumAt(series, index))
      : series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const step = Math.max(1, ...heights) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const rounded = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((factor) => factor * magnitude);
  return (rounded.find((size) => size >= step && size % 1 === 0) ?? Math.ceil(step)) * 4;
}
