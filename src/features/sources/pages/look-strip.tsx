import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { StripDay } from "../board.ts";

const step = 6;
const height = 18;

/** A month of looks, a mark a day: tall where it brought news, low where not, a cross where it failed. */
export function LookStrip({ strip, language }: { strip: readonly StripDay[]; language: Language }) {
  const sum = (read: (day: StripDay) => number) => strip.reduce((total, day) => total + read(day), 0);
  const label = message(language, "sources.board.strip", {
    looks: sum(({ looks }) => looks),
    fresh: sum(({ fresh }) => fresh),
    failed: sum(({ failed }) => failed),
  });
  return (
    <svg
      class="look-strip"
      role="img"
      aria-label={label}
      width={strip.length * step}
      height={height}
      viewBox={`0 0 ${strip.length * step} ${height}`}
    >
      <title>{label}</title>
      {strip.map((day, index) => (
        <DayMark key={day.day} day={day} x={index * step} />
      ))}
    </svg>
  );
}

function DayMark({ day, x }: { day: StripDay; x: number }) {
  if (day.looks === 0) return <circle class="look-none" cx={x + step / 2} cy={height - 2} r={0.9} />;
  if (day.failed === day.looks)
    return <path class="look-failed" d={`M${x + 1} ${height - 7}l4 4m0 -4l-4 4`} fill="none" />;
  if (day.fresh > 0) return <rect class="look-fresh" x={x + 1} y={2} width={step - 2} height={height - 2} />;
  return <rect class="look-read" x={x + 1} y={height - 6} width={step - 2} height={6} />;
}
