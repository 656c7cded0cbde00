import { choiceMessage, message } from "../../../messages/message.ts";
import { cutText } from "../../../web/components/text-width.ts";
import { nameRegion, scopeOf, signChange } from "../describe-target.ts";
import type { PolicyTarget } from "../item.ts";
import type { PolicyWords } from "../policy-words.ts";
import { type DatedTarget, drawTargetRows, type PictureRow } from "./target-rows.ts";

/** Promised changes as bars: the length is the percentage, the years stand beside it. Two drawings, so that letters keep their size on a phone. */
export function TargetPicture({ targets, words }: { targets: readonly PolicyTarget[]; words: PolicyWords }) {
  const { language } = words;
  const picture = drawTargetRows(targets);
  const count = picture.rows.reduce((sum, row) => sum + row.targets.length, 0);
  if (count < 2) return null;
  const text = message(language, "policy.picture.text", { count });
  return (
    <figure class="bar-chart target-picture" aria-labelledby="target-picture-title">
      <figcaption id="target-picture-title">{message(language, "policy.picture.title")}</figcaption>
      <Drawing id="target-picture-wide" width={960} className="wide-only" {...{ picture, words, text }} />
      <Drawing id="target-picture-narrow" width={360} className="narrow-only" {...{ picture, words, text }} />
      <ul class="chart-notes">
        <li>{message(language, "policy.picture.key")}</li>
      </ul>
    </figure>
  );
}

interface DrawingProps {
  id: string;
  width: number;
  className: string;
  picture: ReturnType<typeof drawTargetRows>;
  words: PolicyWords;
  text: string;
}

const ink = "#1a1a1a";
const quiet = "#4d4d4d";
const size = 13;
const barHeight = 18;
const barStep = 22;
const headHeight = 30;
/** Room for 「−25%（2012→2017年）」 right of the longest bar. */
const labelRoom = 172;

function Drawing({ id, width, className, picture, words, text }: DrawingProps) {
  const isNarrow = width < 600;
  const left = isNarrow ? 0 : 330;
  const nameHeight = isNarrow ? 20 : 0;
  const step = picture.most > 50 ? 25 : picture.most > 20 ? 10 : 5;
  const end = Math.max(step, Math.ceil(picture.most / step) * step);
  const xOf = (percent: number) => round(left + (percent / end) * (width - left - labelRoom));
  let y = 22;
  const placed = picture.rows.map((row) => {
    const top = y + (row.isFirstOfIndicator ? headHeight : 0);
    y = top + nameHeight + row.targets.length * barStep + 6;
    return { row, top };
  });
  const height = y + 2;
  const ticks = Array.from({ length: end / step + 1 }, (_, index) => index * step);
  return (
    <svg
      class={`bar-drawing ${className}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{message(words.language, "policy.picture.title")}</title>
      <desc id={`${id}-d`}>{text}</desc>
      <g font-size={size} fill={ink}>
        {ticks.map((percent) => (
          <g key={percent} fill={quiet}>
            <line x1={xOf(percent)} x2={xOf(percent)} y1={20} y2={height} stroke="#b3b3b3" stroke-dasharray="1 3" />
            <text x={xOf(percent)} y={14} text-anchor={percent === 0 && isNarrow ? "start" : "middle"}>
              {`${percent}%`}
            </text>
          </g>
        ))}
        {placed.map(({ row, top }) => (
          <Row key={row.key} {...{ row, top, left, isNarrow, nameHeight, xOf, words }} />
        ))}
      </g>
    </svg>
  );
}

interface RowProps {
  row: PictureRow;
  top: number;
  left: number;
  isNarrow: boolean;
  nameHeight: number;
  xOf(percent: number): number;
  words: PolicyWords;
}

function Row({ row, top, left, isNarrow, nameHeight, xOf, words }: RowProps) {
  const scope = scopeOf(row, words.language)?.text;
  const region = nameRegion(row, words);
  const name =
    scope === undefined ? region : message(words.language, "policy.indicatorOf", { indicator: region, scope });
  return (
    <g>
      {row.isFirstOfIndicator && (
        <text x={0} y={top - 9} font-weight="700">
          {choiceMessage(words.language, "policy.indicator", row.indicator)}
        </text>
      )}
      <text x={isNarrow ? 0 : left - 12} y={top + 14} text-anchor={isNarrow ? "start" : "end"}>
        {cutText(name, size, isNarrow ? 350 : left - 20)}
      </text>
      {row.targets.map((target, index) => (
        <Bar key={target.id} target={target} top={top + nameHeight + index * barStep} xOf={xOf} words={words} />
      ))}
    </g>
  );
}

interface BarProps {
  target: DatedTarget;
  top: number;
  xOf: RowProps["xOf"];
  words: PolicyWords;
}

/** A rise is drawn hollow: most targets are falls, and nobody should take the one for the other. */
function Bar({ target, top, xOf, words }: BarProps) {
  const from = xOf(0);
  const width = round(xOf(Math.abs(target.value)) - from);
  const isRise = target.value > 0;
  const years = { from: String(target.baseYear), to: String(target.targetYear) };
  return (
    <g>
      <rect
        x={from}
        y={top}
        width={width}
        height={barHeight}
        fill={isRise ? "#ffffff" : "#0055ad"}
        stroke="#00234b"
        stroke-width="1"
      />
      <text x={round(from + width + 6)} y={top + 14}>
        <tspan font-weight="700">{signChange(target)}</tspan>
        <tspan fill={quiet}>{message(words.language, "policy.picture.years", years)}</tspan>
      </text>
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
