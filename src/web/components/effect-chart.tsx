import { round } from "./bar-axis.ts";
import { scaleEnds } from "./effect-scale.ts";
import { cutText, wrapText } from "./text-width.ts";

export interface EffectPoint {
  /** period in words */
  label: string;
  value: number;
  /** the value in words, with its unit */
  text: string;
  /** middle of the period, as a day */
  day: string;
  /** plus or minus, in the same unit */
  uncertainty?: number | undefined;
}

export interface EffectChartProps {
  id: string;
  /** 「VOC排出量（t/年）」 */
  title: string;
  /** the same in a sentence, for those who do not see it */
  description: string;
  words: { baseline: string; actual: string; target: string };
  baseline: EffectPoint;
  actuals: EffectPoint[];
  target?: EffectPoint | undefined;
}

interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Two drawings, so that letters keep their size on a phone. */
const plots: { key: "wide" | "narrow"; plot: Plot }[] = [
  { key: "wide", plot: { width: 640, height: 280, left: 24, right: 616, top: 46, bottom: 222 } },
  { key: "narrow", plot: { width: 340, height: 260, left: 4, right: 336, top: 46, bottom: 206 } },
];

/** From the baseline over the measured values, each with its uncertainty, towards the target. The table beside it holds the values. */
export function EffectChart(props: EffectChartProps) {
  return (
    <div class="effect-drawings">
      {plots.map(({ key, plot }) => (
        <EffectDrawing key={key} {...props} id={`${props.id}-${key}`} plot={plot} look={`${key}-only`} />
      ))}
    </div>
  );
}

function EffectDrawing(props: EffectChartProps & { plot: Plot; look: string }) {
  const { plot, look } = props;
  const { id, title, description, words, baseline, actuals, target } = props;
  const points = [baseline, ...actuals, ...(target ? [target] : [])];
  const place = arrange(points, plot);
  const height = plot.height + (place.labelLines - 1) * lineHeight;
  const path = [baseline, ...actuals].map((point) => `${place.x(point)},${place.y(point.value)}`).join(" ");
  return (
    <svg
      class={`effect-chart ${look}`}
      viewBox={`0 0 ${plot.width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <line class="effect-axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      <line
        class="effect-baseline"
        x1={place.x(baseline)}
        x2={plot.right}
        y1={place.y(baseline.value)}
        y2={place.y(baseline.value)}
      />
      {target && (
        <line
          class="effect-target"
          x1={place.x(baseline)}
          x2={plot.right}
          y1={place.y(target.value)}
          y2={place.y(target.value)}
        />
      )}
      {actuals.map((point) => (
        <Uncertainty key={point.day} point={point} place={place} />
      ))}
      <polyline class="effect-line" points={path} />
      <Mark point={baseline} kind="baseline" word={words.baseline} place={place} />
      {actuals.map((point) => (
        <Mark key={point.day} point={point} kind="actual" word={words.actual} place={place} />
      ))}
      {target && <Mark point={target} kind="target" word={words.target} place={place} />}
    </svg>
  );
}

interface Place {
  /** foot of the drawing */
  bottom: number;
  x(point: EffectPoint): number;
  y(value: number): number;
  /** room that a label has to its sides */
  room: number;
  /** of the longest label below the axis */
  labelLines: number;
}

const labelSize = 14;
const lineHeight = 17;
/** between neighbours */
const labelGap = 8;
const mostLines = 4;

/** Time runs evenly, but labels need room: points that stand too close stand in their order at equal distances. */
function arrange(points: readonly EffectPoint[], plot: Plot): Place {
  const inOrder = [...points].sort((a, b) => a.day.localeCompare(b.day));
  const room = (plot.right - plot.left) / Math.max(1, points.length);
  const x = (point: EffectPoint) => round(plot.left + room * (inOrder.indexOf(point) + 0.5));
  const values = points.flatMap(({ value, uncertainty = 0 }) => [value - uncertainty, value + uncertainty]);
  const { from, to } = scaleEnds(Math.min(...values), Math.max(...values));
  const y = (value: number) => round(plot.bottom - ((value - from) / (to - from || 1)) * (plot.bottom - plot.top));
  const labelLines = Math.max(
    ...points.map(({ label }) => wrapText(label, labelSize, room - labelGap, mostLines).length),
  );
  return { x, y, room, labelLines, bottom: plot.bottom };
}

function Uncertainty({ point, place }: { point: EffectPoint; place: Place }) {
  if (!point.uncertainty) return null;
  const x = place.x(point);
  const [low, high] = [place.y(point.value - point.uncertainty), place.y(point.value + point.uncertainty)];
  return <path class="effect-uncertainty" d={`M${x} ${low}V${high}M${x - 8} ${low}h16M${x - 8} ${high}h16`} />;
}

function Mark({
  point,
  kind,
  word,
  place,
}: {
  point: EffectPoint;
  kind: "baseline" | "actual" | "target";
  word: string;
  place: Place;
}) {
  const [x, y] = [place.x(point), place.y(point.value)];
  const top = point.uncertainty ? place.y(point.value + point.uncertainty) : y;
  return (
    <g class={`effect-point effect-point-${kind}`}>
      {kind === "target" ? (
        <path d={`M${x} ${y - 8}l8 8-8 8-8-8z`} />
      ) : (
        <circle cx={x} cy={y} r={kind === "baseline" ? 7 : 6} />
      )}
      <text x={x} y={top - 14} text-anchor="middle" class="effect-value">
        {cutText(point.text, 16, place.room)}
      </text>
      <text y={place.bottom + 22} text-anchor="middle">
        {wrapText(point.label, labelSize, place.room - labelGap, mostLines).map((line, index) => (
          <tspan key={line} x={x} dy={index === 0 ? 0 : lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={x} y={place.bottom + 42 + (place.labelLines - 1) * lineHeight} text-anchor="middle" class="effect-word">
        {cutText(word, labelSize, place.room)}
      </text>
    </g>
  );
}
