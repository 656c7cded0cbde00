import type { VNode } from "preact";
import { type BarChartProps, sumAt } from "./bar-series.ts";

interface BarDrawingProps extends BarChartProps {
  width: number;
  height: number;
  className: string;
}

const margin = { top: 26, right: 4, bottom: 30, left: 44 };

export function BarDrawing(props: BarDrawingProps) {
  const { id, width, height, title, description, series } = props;
  const looks = series.map((_, index) => seriesLook(index, id));
  const top = chooseAxisTop(props);
  return (
    <svg
      class={`bar-drawing ${props.className}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <defs>{looks.map((look) => look.pattern)}</defs>
      <Axis {...props} top={top} />
      {props.categories.map((category, index) => (
        <Category key={category} index={index} looks={looks} top={top} {...props} />
      ))}
    </svg>
  );
}

function Axis({ width, height, top, formatNumber }: BarDrawingProps & { top: number }) {
  const ticks = [0, 1, 2, 3, 4].map((step) => (top / 4) * step);
  return (
    <g class="chart-axis">
      {ticks.map((tick) => {
        const y = yOf(tick, top, height);
        return (
          <g key={tick}>
            <line
              x1={margin.left}
              x2={width - margin.right}
              y1={y}
              y2={y}
              class={tick === 0 ? "axis-zero" : undefined}
            />
            <text x={margin.left - 8} y={y + 4.5} text-anchor="end">
              {formatNumber(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface CategoryProps extends BarDrawingProps {
  index: number;
  looks: SeriesLook[];
  top: number;
}

function Category(props: CategoryProps) {
  const { index, categories, width, height, series, mode } = props;
  const band = (width - margin.left - margin.right) / categories.length;
  const center = margin.left + band * (index + 0.5);
  const columns = mode === "stacked" ? 1 : series.length;
  const barWidth = Math.min(mode === "stacked" ? 56 : 34, (band * 0.72) / columns);
  return (
    <g>
      <text class="chart-category" x={center} y={height - 8} text-anchor="middle">
        {categories[index]}
      </text>
      {mode === "stacked" ? (
        <Stack {...props} x={center - barWidth / 2} barWidth={barWidth} />
      ) : (
        <Group {...props} x={center - (barWidth * columns) / 2} barWidth={barWidth} />
      )}
    </g>
  );
}

function Stack({ index, series, looks, top, height, x, barWidth, formatNumber }: CategoryProps & Bar) {
  let below = 0;
  const known = series.some(({ values }) => values[index] != null);
  return (
    <>
      {series.map(({ key, values }, order) => {
        const value = values[index] ?? 0;
        const y = yOf(below + value, top, height);
        const bottom = yOf(below, top, height);
        below += value;
        return value > 0 && <BarRectangle key={key} x={x} y={y} width={barWidth} bottom={bottom} look={looks[order]} />;
      })}
      <text class="chart-value" x={x + barWidth / 2} y={yOf(below, top, height) - 7} text-anchor="middle">
        {known ? formatNumber(sumAt(series, index)) : "—"}
      </text>
    </>
  );
}

function Group({ index, series, looks, top, height, x, barWidth, formatNumber }: CategoryProps & Bar) {
  return (
    <>
      {series.map(({ key, values }, order) => {
        const value = values[index];
        const left = x + order * barWidth;
        const y = yOf(value ?? 0, top, height);
        return (
          <g key={key}>
            {value != null && (
              <BarRectangle
                x={left + 1}
                y={y}
                width={barWidth - 2}
                bottom={height - margin.bottom}
                look={looks[order]}
              />
            )}
            <text class="chart-value" x={left + barWidth / 2} y={y - 6} text-anchor="middle">
              {value == null ? "—" : formatNumber(value)}
            </text>
          </g>
        );
      })}
    </>
  );
}

interface Bar {
  x: number;
  barWidth: number;
}

interface BarRectangleProps {
  x: number;
  y: number;
  width: number;
  bottom: number;
  look: SeriesLook | undefined;
}

function BarRectangle({ x, y, width, bottom, look }: BarRectangleProps) {
  return <rect x={x} y={y} width={width} height={bottom - y} fill={look?.fill} stroke={look?.stroke} />;
}

export interface SeriesLook {
  fill: string;
  stroke: string;
  pattern: VNode | null;
}

const inks = ["#00234b", "#0055ad", "#006173", "#8b3200", "#4d4d4d", "#00234b"];

/** Solid, hatched, light, dotted, cross-hatched, white: told apart without colour and on a grey printer. */
export function seriesLook(index: number, id: string): SeriesLook {
  const stroke = inks[index % inks.length] ?? "#00234b";
  const name = `${id}-p${index}`;
  const marks: (VNode | null)[] = [
    null,
    <path key="hatch" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke={stroke} stroke-width="1.6" />,
    <rect key="light" width="8" height="8" fill={stroke} opacity=".22" />,
    <path key="dots" d="M1 1h2v2h-2zM5 5h2v2h-2z" fill={stroke} />,
    <path key="cross" d="M0 0L8 8M8 0L0 8" stroke={stroke} stroke-width="1" />,
    <path key="plain" d="" />,
  ];
  const mark = marks[index % marks.length] ?? null;
  if (mark === null) return { fill: stroke, stroke, pattern: null };
  const pattern = (
    <pattern key={name} id={name} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill="#fff" />
      {mark}
    </pattern>
  );
  return { fill: `url(#${name})`, stroke, pattern };
}

/** The least round height that holds every bar in four equal steps of whole numbers. */
function chooseAxisTop({ categories, series, mode }: BarChartProps): number {
  const heights =
    mode === "stacked"
      ? categories.map((_, index) => sumAt(series, index))
      : series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const step = Math.max(1, ...heights) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const rounded = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((factor) => factor * magnitude);
  return (rounded.find((size) => size >= step && size % 1 === 0) ?? Math.ceil(step)) * 4;
}

function yOf(value: number, top: number, height: number): number {
  const plot = height - margin.top - margin.bottom;
  return Math.round((height - margin.bottom - (value / top) * plot) * 10) / 10;
}
