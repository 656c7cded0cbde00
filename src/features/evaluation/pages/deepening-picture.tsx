import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { type DeepeningRow, type DeepeningStep, type DeepeningYear, deepeningSteps } from "../draft.ts";
import {
  nameYear,
  type PictureKnowledge,
  publishedOf,
  sayPublished,
  sayStated,
  stepHref,
  stepName,
} from "./deepening-words.ts";

interface Size {
  width: number;
  /** where the columns of years begin; 0 where names stand above their row */
  columnsAt: number;
  rowHeight: number;
  head: number;
  look: "wide-only" | "narrow-only";
}

const sizes: readonly Size[] = [
  { width: 960, columnsAt: 300, rowHeight: 46, head: 34, look: "wide-only" },
  { width: 360, columnsAt: 0, rowHeight: 66, head: 28, look: "narrow-only" },
];

/** Height of the first and of the last step's bar. */
const lowest = 7;
const highest = 34;

/**
 * How far each partnership has come: a row a partnership, a column a year, six bars that rise from exchange to effect, filled
 * where a record shows the step in that year. On a phone the same rows with their names above them.
 */
export function DeepeningPicture({
  rows,
  years,
  knowledge,
  id,
  action,
}: {
  rows: readonly DeepeningRow[];
  years: readonly number[];
  knowledge: PictureKnowledge;
  id: string;
  /** of a year's cell on a phone, where a bar is too small for a finger */
  action: (row: DeepeningRow) => string;
}) {
  const { language } = knowledge;
  return (
    <figure class="deepening" aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`}>{message(language, "evaluation.deepening.caption")}</figcaption>
      <Legend language={language} />
      {sizes.map((size) => (
        <Drawing key={size.look} {...{ size, rows, years, knowledge, action }} />
      ))}
    </figure>
  );
}

function Legend({ language }: { language: Language }) {
  return (
    <ul class="deepening-legend">
      {deepeningSteps.map((step, index) => (
        <li key={step}>
          <svg width="14" height="36" viewBox="0 0 14 36" aria-hidden="true">
            <Bar step={index} x={1} y={35} width={11} look="filled" />
          </svg>
          {stepName(step, language)}
        </li>
      ))}
      <li>
        <svg width="14" height="36" viewBox="0 0 14 36" aria-hidden="true">
          <Bar step={1} x={1} y={35} width={11} look="published" />
        </svg>
        {message(language, "evaluation.published.legend")}
      </li>
      <li>
        <svg width="22" height="36" viewBox="0 0 22 36" aria-hidden="true">
          <StatedMark x={11} y={27} text="B" />
        </svg>
        {message(language, "evaluation.deepening.statedOnly")}
      </li>
      <li>
        <svg width="22" height="36" viewBox="0 0 22 36" aria-hidden="true">
          <StatedMark x={11} y={27} text="" />
        </svg>
        {message(language, "evaluation.deepening.statedActive")}
      </li>
    </ul>
  );
}

function Drawing({
  size,
  rows,
  years,
  knowledge,
  action,
}: {
  size: Size;
  rows: readonly DeepeningRow[];
  years: readonly number[];
  knowledge: PictureKnowledge;
  action: (row: DeepeningRow) => string;
}) {
  const { width, columnsAt, rowHeight, head, look } = size;
  const { language } = knowledge;
  const column = (width - columnsAt) / Math.max(1, years.length);
  const height = head + rows.length * rowHeight + 4;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing; "img" would hide its links
    <svg
      class={`deepening-drawing ${look}`}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={message(language, "evaluation.deepening.description", {
        count: rows.length,
        years: years.length,
      })}
    >
      {years.map((year, index) => (
        <text
          key={year}
          class="deepening-year"
          x={columnsAt + (index + 0.5) * column}
          y={head - 12}
          text-anchor="middle"
        >
          {nameYear(year, knowledge)}
        </text>
      ))}
      {rows.map((row, index) => {
        const top = head + index * rowHeight;
        return (
          <g key={row.partnership}>
            <line x1="0" x2={width} y1={top} y2={top} class="deepening-rule" />
            <a href={knowledge.partnershipHref(row.partnership)}>
              <text class="deepening-name" x="2" y={columnsAt > 0 ? top + 27 : top + 18}>
                {knowledge.partnershipName(row.partnership)}
              </text>
            </a>
            {row.years.map((year, at) => (
              <Cell
                key={year.fiscalYear}
                {...{ year, knowledge, size, row }}
                left={columnsAt + at * column}
                width={column}
                bottom={top + rowHeight - 5}
                href={columnsAt > 0 ? null : action(row)}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function Cell({
  year,
  row,
  knowledge,
  left,
  width,
  bottom,
  href,
}: {
  year: DeepeningYear;
  row: DeepeningRow;
  knowledge: PictureKnowledge;
  left: number;
  width: number;
  bottom: number;
  href: string | null;
}) {
  const gap = 2;
  const bar = Math.min(15, (width - 16) / deepeningSteps.length - gap);
  const begin = left + (width - deepeningSteps.length * (bar + gap)) / 2;
  const published = year.published ?? [];
  const isEmpty = Object.keys(year.steps).length === 0 && published.length === 0;
  const bars = deepeningSteps.map((step, index) => {
    const records = year.steps[step] ?? [];
    const figures = publishedOf(year, step);
    const look = records.length > 0 ? "filled" : figures.length > 0 ? "published" : "open";
    const drawn = <Bar step={index} x={begin + index * (bar + gap)} y={bottom} width={bar} look={look} />;
    const [figure] = figures;
    if (figure !== undefined)
      return href === null ? (
        <a key={step} href={links.document(knowledge.language, figure.place.document)}>
          <title>{figures.map((one) => sayPublished(one, knowledge)).join("\n")}</title>
          {drawn}
        </a>
      ) : (
        <g key={step}>{drawn}</g>
      );
    if (records.length === 0) return <g key={step}>{isEmpty && year.stated !== null ? null : drawn}</g>;
    const title = <title>{sayCell(step, records.length, year, row, knowledge)}</title>;
    return href === null ? (
      <a key={step} href={stepHref(row.partnership, year, step, knowledge)}>
        {title}
        {drawn}
      </a>
    ) : (
      <g key={step}>{drawn}</g>
    );
  });
  const stated =
    isEmpty && year.stated !== null ? (
      <g>
        <title>{sayStated(year.stated, knowledge.language)}</title>
        <StatedMark x={left + width / 2} y={bottom - 9} text={year.stated === "active" ? "" : year.stated} />
      </g>
    ) : null;
  if (href === null)
    return (
      <g>
        {bars}
        {stated}
      </g>
    );
  return (
    <a href={href} tabIndex={-1}>
      <title>
        {[knowledge.partnershipName(row.partnership), nameYear(year.fiscalYear, knowledge)].join(
          message(knowledge.language, "list.separator"),
        )}
      </title>
      <rect x={left} y={bottom - 40} width={width} height={42} fill="transparent" />
      {bars}
      {stated}
    </a>
  );
}

function sayCell(
  step: DeepeningStep,
  count: number,
  year: DeepeningYear,
  row: DeepeningRow,
  knowledge: PictureKnowledge,
): string {
  return message(knowledge.language, "evaluation.deepening.mark", {
    pair: knowledge.partnershipName(row.partnership),
    year: nameYear(year.fiscalYear, knowledge),
    step: stepName(step, knowledge.language),
    count,
  });
}

interface BarProps {
  step: number;
  x: number;
  y: number;
  width: number;
  /** a record shows the step; only a number of a document tells of it; neither */
  look: "filled" | "published" | "open";
}

function Bar({ step, x, y, width, look }: BarProps) {
  const height = lowest + ((highest - lowest) * step) / (deepeningSteps.length - 1);
  return (
    <rect
      class={look === "filled" ? `deepening-bar step-${step + 1}` : `deepening-bar is-${look}`}
      x={round(x)}
      y={round(y - height)}
      width={round(width)}
      height={round(height)}
      rx="1"
    />
  );
}

/** A year that a document names without telling what was done. */
function StatedMark({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <>
      <circle class="deepening-stated" cx={round(x)} cy={round(y)} r="8.5" />
      <text class="deepening-stated-text" x={round(x)} y={round(y + 4)} text-anchor="middle">
        {text}
      </text>
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
