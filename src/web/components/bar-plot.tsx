import { type BarScale, round, scaleBars, yOf } from "./bar-axis.ts";
import { type SeriesLook, seriesLook } from "./bar-looks.tsx";
import { type BarDrawingData, sumAt, writeValue } from "./bar-series.ts";
import { cutText, measureText } from "./text-width.ts";

interface BarPlotProps extends BarDrawingData {
  /** for the names of its patterns */
  id: string;
  width: number;
  height: number;
  /** of the letters, in units of the drawing */
  size: number;
}

type PlotProps = BarPlotProps & { scale: BarScale; looks: SeriesLook[] };

const ink = "#1a1a1a";
const quiet = "#4d4d4d";

/**
 * Axis and bars with their values. Colours and sizes are attributes, so that it is the same on a page and in a file; the style
 * sheet of a page may overrule them.
 */
export function BarPlot(props: BarPlotProps) {
  const looks = props.series.map((_, index) => seriesLook(index, props.id));
  const plot = { ...props, scale: scaleBars(props, props), looks };
  return (
    <g font-size={props.size} fill={ink}>
      <defs>{looks.map((look) => look.pattern)}</defs>
      {props.categories.map((category, index) => (
        <CategoryShade key={category} index={index} {...plot} />
      ))}
      <Axis {...plot} />
      {props.categories.map((category, index) => (
        <Category key={category} index={index} {...plot} />
      ))}
    </g>
  );
}

function Axis({ scale, formatNumber }: PlotProps) {
  const { width, margin, top, size } = scale;
  const ticks = [0, 1, 2, 3, 4].map((step) => (top / 4) * step);
  return (
    <g class="chart-axis" fill={quiet}>
      {ticks.map((tick) => {
        const y = yOf(tick, scale);
        const line = tick === 0 ? { stroke: "#00234b" } : { stroke: "#b3b3b3", "stroke-dasharray": "1 3" };
        return (
          <g key={tick}>
            <line
              x1={round(margin.left)}
              x2={round(width - margin.right)}
              y1={y}
              y2={y}
              class={tick === 0 ? "axis-zero" : undefined}
              {...line}
            />
            <text x={round(margin.left - size * 0.6)} y={round(y + size * 0.35)} text-anchor="end">
              {formatNumber(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

type CategoryProps = PlotProps & { index: number };

/** Behind a year that is not whole. */
function CategoryShade({ index, marks, scale }: CategoryProps) {
  if (!marks?.[index]) return null;
  const { margin, band, height } = scale;
  return (
    <rect
      class="chart-partial"
      x={round(margin.left + band * index)}
      y={0}
      width={round(band)}
      height={round(height - margin.bottom)}
      fill="#f2f2f2"
    />
  );
}

function Category(props: CategoryProps) {
  const { index, categories, marks, scale, mode } = props;
  const { margin, band, height, size } = scale;
  const center = margin.left + band * (index + 0.5);
  const name = `${categories[index]}${marks?.[index] ?? ""}`;
  const smaller = Math.max(0.75, Math.min(1, (band * 0.92) / measureText(name, size)));
  return (
    <g>
      <text
        class="chart-category"
        x={round(center)}
        y={round(height - size * 0.6)}
        text-anchor="middle"
        style={smaller < 1 ? { fontSize: `${round(size * smaller)}px` } : undefined}
      >
        {cutText(name, size * smaller, band)}
      </text>
      {mode === "stacked" ? <Stack {...props} center={center} /> : <Group {...props} center={center} />}
    </g>
  );
}

type BarsProps = CategoryProps & { center: number };

function Stack({ index, series, looks, scale, center, formatNumber }: BarsProps) {
  const { barWidth, size } = scale;
  const x = center - barWidth / 2;
  const known = series.some(({ values }) => values[index] != null);
  const parts = stackParts(series, index);
  const total = sumAt(series, index);
  return (
    <>
      {parts.map(
        ({ key, order, from, value }) =>
          value > 0 && (
            <BarRectangle
              key={key}
              scale={scale}
              x={x}
              width={barWidth}
              from={from}
              to={from + value}
              look={looks[order]}
            />
          ),
      )}
      <PartValues {...{ index, series, scale, center, formatNumber }} />
      <text class="chart-value" x={round(center)} y={round(yOf(total, scale) - size * 0.5)} text-anchor="middle">
        {known ? formatNumber(total) : "—"}
      </text>
    </>
  );
}

function stackParts(series: BarPlotProps["series"], index: number) {
  let below = 0;
  return series.map(({ key, values }, order) => {
    const value = values[index] ?? 0;
    const part = { key, order, from: below, value };
    below += value;
    return part;
  });
}

/** Beside the bar where there is room, else in those parts that are high enough. */
function PartValues({
  index,
  series,
  scale,
  center,
  formatNumber,
}: Pick<BarsProps, "index" | "series" | "scale" | "center" | "formatNumber">) {
  const { band, barWidth } = scale;
  const size = round(scale.size * 0.85);
  const texts = series.map((one) => writeValue(one, index, formatNumber));
  const widest = Math.max(...texts.map((text) => measureText(text, size)));
  const isBeside = (band - barWidth) / 2 > widest + size * 0.6;
  // Thin parts lie closer together than their values can stand, and the lowest one stays above the axis.
  let lowest = yOf(0, scale) + size * 0.55;
  return (
    <g class="chart-part" fill={quiet}>
      {stackParts(series, index).map(({ key, order, from, value }) => {
        if (value <= 0) return null;
        const text = texts[order] ?? "";
        const middle = (yOf(from, scale) + yOf(from + value, scale)) / 2;
        const style = { fontSize: `${size}px` };
        if (isBeside) {
          lowest = Math.min(middle, lowest - size * 1.05);
          const y = round(lowest + size * 0.35);
          return (
            <text key={key} x={round(center + barWidth / 2 + size * 0.35)} y={y} style={style}>
              {text}
            </text>
          );
        }
        if (yOf(from, scale) - yOf(from + value, scale) < size * 1.15) return null;
        const width = measureText(text, size) + size * 0.4;
        return (
          <g key={key}>
            <rect
              x={round(center - width / 2)}
              y={round(middle - size * 0.55)}
              width={round(width)}
              height={round(size * 1.1)}
              fill="#fff"
            />
            <text x={round(center)} y={round(middle + size * 0.35)} text-anchor="middle" style={style}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Group({ index, series, looks, scale, center, formatNumber }: BarsProps) {
  const { barWidth } = scale;
  const start = center - (barWidth * series.length) / 2;
  return (
    <>
      {series.map(
        ({ key, values }, order) =>
          values[index] != null && (
            <BarRectangle
              key={key}
              scale={scale}
              x={start + barWidth * (order + 0.03)}
              width={barWidth * 0.94}
              from={0}
              to={values[index]}
              look={looks[order]}
            />
          ),
      )}
      {/* After all bars, so that none lies on a neighbour's value. */}
      {series.map((one, order) => (
        <text
          key={one.key}
          class="chart-value"
          {...placeValue(scale, start + barWidth * (order + 0.5), one.values[index] ?? null)}
        >
          {writeValue(one, index, formatNumber)}
        </text>
      ))}
    </>
  );
}

/** Above its bar; upright, and no thicker than the bar, where bars are narrow. */
function placeValue(scale: BarScale, middle: number, value: number | null) {
  const { size, upright, barWidth } = scale;
  const y = yOf(value ?? 0, scale);
  // A dash that stands upright would be a bar, or a one.
  if (!upright || value === null)
    return { x: round(middle), y: round(y - size * 0.45), "text-anchor": "middle" as const };
  const own = round(Math.max(size * 0.72, Math.min(size, barWidth * 1.05)));
  return {
    transform: `translate(${round(middle + own * 0.35)} ${round(y - size * 0.35)}) rotate(-90)`,
    "text-anchor": "start" as const,
    style: { fontSize: `${own}px` },
  };
}

interface BarRectangleProps {
  scale: BarScale;
  x: number;
  width: number;
  /** values between which it stands */
  from: number;
  to: number;
  look: SeriesLook | undefined;
}

function BarRectangle({ scale, x, width, from, to, look }: BarRectangleProps) {
  const y = yOf(to, scale);
  return (
    <rect
      class="chart-bar"
      x={round(x)}
      y={y}
      width={round(width)}
      height={round(yOf(from, scale) - y)}
      fill={look?.fill}
      stroke={look?.stroke}
    />
  );
}
