import type { ComponentChildren } from "preact";
import { measureText } from "./text-width.ts";
import type { Wording } from "./words.tsx";

/** Places are shares of the line, 0 to 1. */
export interface TimelineAxis {
  years: { label: string; at: number; length: number }[];
  /** where the line is broken, and today lies beyond */
  breakAt: number | null;
  today: number;
  todayLabel: string;
  /** said after the label where there is room */
  todayDate: string;
}

export interface DrawnSpan {
  key: string;
  at: number;
  length: number;
  openStart: boolean;
  openEnd: boolean;
}

export interface TimelineLine {
  id: string;
  /** what the picture says, for those who do not see it */
  description: string;
  /** `known` is the share up to which anything is recorded; the rest is what nobody has ended yet */
  period: (DrawnSpan & { isStated: boolean; known: number }) | null;
  phases: (DrawnSpan & { status: string; number: number; name: string })[];
  marks: { key: string; state: "done" | "planned" | "overdue" | "cancelled"; at: number; span: DrawnSpan | null }[];
}

const heights = { axis: 26, period: 8, phase: 20, mark: 24 };

/** The years above the lines; drawn once for all of them, in places that are shares, so that it fits every width. */
export function TimelineAxisDrawing({ axis }: { axis: TimelineAxis }) {
  return (
    <svg class="gantt-axis" width="100%" height={heights.axis} aria-hidden="true">
      {axis.years.map(({ label, at, length }, index) => (
        <svg
          key={label}
          x={percent(at)}
          width={percent(length)}
          height={heights.axis}
          class="gantt-year"
          aria-hidden="true"
        >
          <line x1="0" x2="0" y1="0" y2={heights.axis} class="gantt-grid" />
          {(axis.today < 0.85 || at < axis.today - 0.14) && (
            <text x="4" y="17" class={index % 2 === 1 ? "gantt-year-between" : undefined}>
              {label}
            </text>
          )}
        </svg>
      ))}
      {axis.breakAt !== null && <Break at={axis.breakAt} height={heights.axis} />}
      <text
        x={percent(axis.today)}
        y="17"
        text-anchor={axis.today > 0.85 ? "end" : "middle"}
        class="gantt-today-label"
        dx={axis.today > 0.85 ? 10 : 0}
      >
        {axis.todayLabel}
        <tspan class="gantt-today-date" dx="4">
          {axis.todayDate}
        </tspan>
      </text>
    </svg>
  );
}

/** Period, phases and milestones of one project against the years and today. */
export function TimelineDrawing({ axis, line }: { axis: TimelineAxis; line: TimelineLine }) {
  const { id, description, period, phases, marks } = line;
  const markTop = 4 + heights.period + (phases.length > 0 ? heights.phase + 4 : 0);
  const height = markTop + heights.mark;
  return (
    <svg class="gantt-row" width="100%" height={height} role="img" aria-labelledby={`${id}-d`}>
      <title id={`${id}-d`}>{description}</title>
      {axis.years.map(({ label, at }) => (
        <line key={label} x1={percent(at)} x2={percent(at)} y1="0" y2={height} class="gantt-grid" />
      ))}
      {axis.breakAt !== null && <Break at={axis.breakAt} height={height} />}
      <line x1={percent(axis.today)} x2={percent(axis.today)} y1="0" y2={height} class="gantt-today" />
      {period && <Period span={period} />}
      {phases.map((phase) => (
        <svg
          key={phase.key}
          x={percent(phase.at)}
          y={4 + heights.period}
          width={percent(Math.max(phase.length, 0.012))}
          height={heights.phase}
          class={`gantt-phase phase-${phase.status}`}
          aria-hidden="true"
        >
          <rect x="1" y="1" width="100%" height={heights.phase - 2} class="gantt-phase-edge" rx="2" />
          <text x="6" y="14">
            <tspan class="gantt-phase-number">{phase.number}</tspan>
            <tspan class="gantt-phase-name" dx="6">
              {fitName(phase.name, phase.length)}
            </tspan>
          </text>
        </svg>
      ))}
      <g>
        {marks.map(({ key, span, state }) =>
          span === null ? null : (
            <line
              key={key}
              x1={percent(span.at)}
              x2={percent(span.at + span.length)}
              y1={markTop + 12}
              y2={markTop + 12}
              class={`gantt-mark-span mark-${state}`}
            />
          ),
        )}
        {marks.map(({ key, at, state }) => (
          <svg key={key} x={percent(at)} y={markTop + 12} class={`gantt-mark mark-${state}`} aria-hidden="true">
            {shapes[state]}
          </svg>
        ))}
      </g>
    </svg>
  );
}

/**
 * The stated period is a bar, pale where nothing is recorded any more; the days between known steps are a thin line, since nobody
 * has stated them as its period.
 */
function Period({ span }: { span: NonNullable<TimelineLine["period"]> }) {
  const { at, length, known, isStated, openStart, openEnd } = span;
  const height = isStated ? heights.period - 2 : 2;
  const end = at + length;
  const pale = openEnd ? Math.max(at, Math.min(known, end)) : end;
  return (
    <g class={isStated ? "gantt-period" : "gantt-period is-derived"}>
      <rect x={percent(at)} y="3" width={percent(Math.max(pale - at, 0.004))} height={height} />
      {pale < end && (
        <rect x={percent(pale)} y="3" width={percent(end - pale)} height={height} class="gantt-period-open" />
      )}
      {openStart && isStated && <Tip at={at} direction="left" />}
      {openEnd && <Tip at={end} direction="right" />}
    </g>
  );
}

/** About the room that the line has on a wide page. */
const widePlot = 780;

/** A name that would be cut is left to the list below the picture; its number stays. */
function fitName(name: string, length: number): string {
  return measureText(name, 12) <= length * widePlot - 28 ? name : "";
}

function Tip({ at, direction }: { at: number; direction: "left" | "right" }) {
  return (
    <svg x={percent(at)} y="6" class="gantt-tip" aria-hidden="true">
      <path d={direction === "left" ? "M1-6L-7 0L1 6z" : "M-8-6L0 0L-8 6z"} />
    </svg>
  );
}

function Break({ at, height }: { at: number; height: number }) {
  return (
    <svg x={percent(at)} y="0" class="gantt-break" aria-hidden="true">
      <path d={`M2 0l4 ${height / 4}l-6 ${height / 4}l6 ${height / 4}l-4 ${height / 4}`} />
    </svg>
  );
}

/** Told apart by form: full circle, ring, diamond with a mark, cross. */
const shapes: Record<TimelineLine["marks"][number]["state"], ComponentChildren> = {
  done: <circle r="5" />,
  planned: <circle r="5" />,
  overdue: (
    <>
      <path d="M0-8L8 0L0 8L-8 0z" />
      <path d="M0-4.2V.8M0 2.6V4.2" class="mark-sign" />
    </>
  ),
  cancelled: <path d="M-4-4L4 4M4-4L-4 4" />,
};

/** What the signs mean. */
export function TimelineLegend({
  label,
  entries,
}: {
  label: string;
  entries: { state: keyof typeof shapes; text: Wording & string }[];
}) {
  return (
    <ul class="gantt-legend" aria-label={label}>
      {entries.map(({ state, text }) => (
        <li key={state}>
          <svg viewBox="-9 -9 18 18" width="18" height="18" class={`gantt-mark mark-${state}`} aria-hidden="true">
            {shapes[state]}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}
