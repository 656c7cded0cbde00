import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import type { Concern } from "./concern.ts";

/** How long concerns waited for their first response. */
export interface AnswerTime {
  /** days on average; null where no response has a known day */
  days: number | null;
  /** of how many */
  counted: number;
  /** some dates are known to the month only */
  isApproximate: boolean;
  /** answered, and no source says when */
  undated: number;
  unanswered: number;
}

/** A date that is less exact tells nothing about a wait of months. */
const longestSpanDays = 31;

export function measureAnswerTime(concerns: readonly Concern[]): AnswerTime {
  const standing = concerns.filter(({ state }) => state !== "withdrawn");
  const answered = standing.filter(({ responses }) => responses.length > 0);
  const waits = answered.flatMap((concern) => findWait(concern) ?? []);
  const total = waits.reduce((sum, { days }) => sum + days, 0);
  return {
    days: waits.length === 0 ? null : Math.round(total / waits.length),
    counted: waits.length,
    isApproximate: waits.some(({ isApproximate }) => isApproximate),
    undated: answered.length - waits.length,
    unanswered: standing.length - answered.length,
  };
}

/** From raising to the first response; a month counts from its middle. Null where either is not known to the month. */
export function findWait({
  raised,
  responses,
}: Pick<Concern, "raised" | "responses">): { days: number; isApproximate: boolean } | null {
  const begin = findMiddle(raised);
  const ends = responses.flatMap(({ answered }) => (answered === null ? [] : (findMiddle(answered) ?? [])));
  const end = ends.toSorted((a, b) => a.day - b.day)[0];
  if (begin === null || end === undefined) return null;
  return { days: Math.max(0, end.day - begin.day), isApproximate: begin.isApproximate || end.isApproximate };
}

function findMiddle(edtf: string): { day: number; isApproximate: boolean } | null {
  const parsed = parseEdtf(edtf);
  const { from, to } = parsed.ok ? edtfBounds(parsed.value) : { from: null, to: null };
  if (from === null || to === null) return null;
  const [first, last] = [from, to].map((day) => Date.parse(day) / 86_400_000);
  if (first === undefined || last === undefined || last - first > longestSpanDays) return null;
  return { day: (first + last) / 2, isApproximate: last > first };
}
