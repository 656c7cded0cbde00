import { choiceMessage, message } from "../../../messages/message.ts";
import { cutText } from "../../../web/components/text-width.ts";
import { nameRegion, scopeOf, signChange } from "../describe-target.ts";
import type { PolicyTarget } from "../item.ts";
import type { PolicyWords } from "../policy-words.ts";
import { drawTargetRows, type PictureRow, type PictureSpan } from "./target-rows.ts";

/**
 * Promised changes as bars from base year to target year: a bar keeps its height where nothing is promised and narrows by what
 * is. Two drawings, so that letters keep their size on a phone.
 */
export function TargetPicture({ targets, words }: { targets: readonly PolicyTarget[]; words: PolicyWords }) {
  const { language } = words;
  const picture = drawTargetRows(targets);
  const count = picture.rows.reduce((sum, { spans }) => sum + spans.length, 0);
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
const barHeight = 22;
const headHeight = 30;
/** Room for 「−25%」 right of the last year. */
const labelRoom = 58;

function Drawing({ id, width, className, picture, words, text }: DrawingProps) {
  const isNarrow = width < 600;
  const left = isNarrow ? 18 : 270;
  const nameHeight = isNarrow ? 20 : 0;
  const rowHeight = barHeight + nameHeight + 8;
  const xOf = (year: number) =>
    round(left + ((year - picture.from) / Math.max(1, picture.to - picture.from)) * (width - left - labelRoom));
  let y = 26;
  const placed = picture.rows.map((row) => {
    const head = row.isFirstOfIndicator ? headHeight : 0;
    const top = y + head;
    y = top + rowHeight * row.lanes;
    return { row, top };
  });
  const height = y + 6;
  const years = Array.from({ length: picture.to - picture.from + 1 }, (_, index) => picture.from + index).filter(
    (year, index, all) =>
      !isNarrow || all.length <= 6 || (index % 2 === 0 && year !== picture.to) || year === picture.to,
  );
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
        {years.map((year) => (
          <g key={year} fill={quiet}>
            <line x1={xOf(year)} x2={xOf(year)} y1={20} y2={height} stroke="#b3b3b3" stroke-dasharray="1 3" />
            <text x={xOf(year)} y={14} text-anchor="middle">
              {year}
            </text>
          </g>
        ))}
        {placed.map(({ row, top }) => (
          <Row key={row.key} {...{ row, top, left, isNarrow, nameHeight, rowHeight, xOf, words }} />
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
  rowHeight: number;
  xOf(year: number): number;
  words: PolicyWords;
}

function Row({ row, top, left, isNarrow, nameHeight, rowHeight, xOf, words }: RowProps) {
  const scope = scopeOf(row, words.language)?.text;
  const region = nameRegion(row, words);
  const name =
    scope === undefined ? region : message(words.language, "policy.indicatorOf", { indicator: region, scope });
  return (
    <g>
      {row.isFirstOfIndicator && (
        <text x={isNarrow ? 0 : left - 12} y={top - 9} text-anchor={isNarrow ? "start" : "end"} font-weight="700">
          {choiceMessage(words.language, "policy.indicator", row.indicator)}
        </text>
      )}
      <text
        x={isNarrow ? 0 : left - 12}
        y={isNarrow ? top + 13 : top + barHeight - 6}
        text-anchor={isNarrow ? "start" : "end"}
      >
        {cutText(name, size, isNarrow ? 340 : left - 20)}
      </text>
      {row.spans.map((span) => (
        <Span key={span.key} span={span} top={top + nameHeight + span.lane * rowHeight} xOf={xOf} />
      ))}
    </g>
  );
}

function Span({ span, top, xOf }: { span: PictureSpan; top: number; xOf: RowProps["xOf"] }) {
  const from = xOf(span.target.baseYear);
  const to = xOf(span.target.targetYear);
  const change = Math.max(-100, Math.min(100, span.target.value)) / 100;
  const bottom = top + barHeight;
  // A fall leaves part of the height; a rise is drawn as the part that the beginning had of its end.
  const before = change > 0 ? barHeight / (1 + change) : barHeight;
  const after = change > 0 ? barHeight : barHeight * (1 + change);
  return (
    <g>
      <rect x={from} y={top} width={round(to - from)} height={barHeight} fill="#a9d3f5" />
      <path
        d={`M${from} ${bottom}V${round(bottom - before)}L${to} ${round(bottom - after)}V${bottom}Z`}
        fill="#0055ad"
        stroke="#00234b"
        stroke-width="1"
      />
      <text x={round(to + 5)} y={bottom - 6}>
        {signChange(span.target)}
      </text>
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
