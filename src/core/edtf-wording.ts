import type { EdtfPart } from "./edtf.ts";

/** What the second side of an interval has in common with the first, so that a reader need not read it twice. */
export type Shared = "nothing" | "year" | "month";

/** Early, middle and late part of a month (上旬, 中旬, 下旬). */
export type ThirdOfMonth = 0 | 1 | 2;

/** How one language and style writes the pieces of a date; `edtf-format.ts` decides which pieces a date has. */
export interface Wording {
  writePart(part: EdtfPart): string;
  writeThirdOfMonth(part: EdtfPart, third: ThirdOfMonth): string;
  /** both sides without their qualifiers */
  writeInterval(start: EdtfPart, end: EdtfPart, shared: Shared): string;
  /** both sides with their own qualifiers */
  joinSides(start: string, end: string): string;
  writeSince(start: string): string;
  writeUntil(end: string): string;
  about(text: string): string;
  uncertain(text: string): string;
}
