import { renderToString } from "preact-render-to-string";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import type { ReportChart } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { type DeepeningYear, deepeningSteps } from "../draft.ts";
import type { DocumentInput } from "./lay-out-evaluation.ts";
import { namePair } from "./name-pair.ts";

const width = 960;
const columnsAt = 330;
const rowHeight = 34;
const head = 92;
const lowest = 5;
const highest = 25;
/** From exchange to effect, darker with each step; told apart on a grey printer by their heights. */
const fills = ["#b9d7f5", "#7fb3e6", "#8a6fb0", "#3d84cc", "#0055ad", "#00234b", "#115a36"];

const fonts: Record<Language, string> = {
  ja: "'Noto Sans JP','Noto Sans SC',sans-serif",
  zh: "'Noto Sans SC','Noto Sans JP',sans-serif",
  en: "'Noto Sans JP','Noto Sans SC',sans-serif",
};

/** The picture of the deepening as a drawing of its own, for paper: needs no style sheet, and its legend is in it. */
export function drawDeepening(input: DocumentInput): ReportChart {
  const height = head + input.view.deepening.length * rowHeight + 6;
  const svg = renderToString(<Drawing input={input} height={height} />);
  return { svg, width, height, alt: message(input.language, "evaluation.deepening.caption") };
}

function Drawing({ input, height }: { input: DocumentInput; height: number }) {
  const { view, language, programme } = input;
  const column = (width - columnsAt) / Math.max(1, view.years.length);
  const isAnyPublished = view.deepening.some(({ years }) => years.some(({ published = [] }) => published.length > 0));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...{ "xml:lang": languageTags[language] }}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={fonts[language]}
      fill="#1a1a1a"
    >
      <title>{message(language, "evaluation.deepening.caption")}</title>
      <rect width={width} height={height} fill="#fff" />
      {deepeningSteps.map((step, index) => (
        <g key={step} transform={`translate(${4 + index * 136} 0)`}>
          <Bar step={index} x={0} y={30} wide={12} look="filled" />
          <text x="20" y="28" font-size="14">
            {message(language, `evaluation.step.${step}`)}
          </text>
        </g>
      ))}
      {isAnyPublished && (
        <g transform="translate(4 0)">
          <Bar step={1} x={0} y={60} wide={12} look="published" />
          <text x="20" y="60" font-size="14">
            {message(language, "evaluation.published.legend")}
          </text>
        </g>
      )}
      {view.years.map((year, index) => (
        <text
          key={year}
          x={columnsAt + (index + 0.5) * column}
          y={head - 14}
          font-size="15"
          text-anchor="middle"
          fill="#4d4d4d"
        >
          {fiscalYearLabel(programme.calendar, year, language)}
        </text>
      ))}
      {view.deepening.map((row, index) => {
        const top = head + index * rowHeight;
        return (
          <g key={row.partnership}>
            <line x1="0" x2={width} y1={top} y2={top} stroke="#cccccc" stroke-width="0.7" />
            <text x="4" y={top + 22} font-size="15">
              {namePair(row.partnership, input, "short")}
            </text>
            {row.years.map((year, at) => (
              <Cell
                key={year.fiscalYear}
                year={year}
                left={columnsAt + at * column}
                column={column}
                bottom={top + rowHeight - 5}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function Cell({ year, left, column, bottom }: { year: DeepeningYear; left: number; column: number; bottom: number }) {
  const wide = Math.min(12, (column - 14) / deepeningSteps.length - 2);
  const begin = left + (column - deepeningSteps.length * (wide + 2)) / 2;
  const published = year.published ?? [];
  if (Object.keys(year.steps).length + published.length === 0 && year.stated !== null)
    return (
      <g>
        <circle cx={left + column / 2} cy={bottom - 9} r="9" fill="#fff" stroke="#767676" stroke-dasharray="3 2" />
        <text x={left + column / 2} y={bottom - 4.5} font-size="12" text-anchor="middle" fill="#4d4d4d">
          {year.stated === "active" ? "" : year.stated}
        </text>
      </g>
    );
  return (
    <g>
      {deepeningSteps.map((step, index) => (
        <Bar
          key={step}
          step={index}
          x={begin + index * (wide + 2)}
          y={bottom}
          wide={wide}
          look={
            (year.steps[step] ?? []).length > 0
              ? "filled"
              : published.some((one) => one.step === step)
                ? "published"
                : "open"
          }
        />
      ))}
    </g>
  );
}

interface BarProps {
  step: number;
  x: number;
  y: number;
  wide: number;
  look: "filled" | "published" | "open";
}

/** What only a number tells of is drawn open with a dashed line: also on a grey printer no record. */
function Bar({ step, x, y, wide, look }: BarProps) {
  const tall = lowest + ((highest - lowest) * step) / (deepeningSteps.length - 1);
  return (
    <rect
      x={Math.round(x * 10) / 10}
      y={Math.round((y - tall) * 10) / 10}
      width={Math.round(wide * 10) / 10}
      height={Math.round(tall * 10) / 10}
      fill={look === "filled" ? (fills[step] ?? "#00234b") : look === "published" ? "#eef4fb" : "none"}
      stroke={look === "filled" ? (fills[step] ?? "#00234b") : look === "published" ? "#4a4a4a" : "#cccccc"}
      stroke-dasharray={look === "published" ? "2 1.5" : undefined}
      stroke-width={look === "published" ? 1 : 0.8}
    />
  );
}
