import { firstDay, lastDay } from "./known-on.ts";

/** By the first possible day, then the last; uncertain dates stand in their place, those that nobody states at the end. */
export function compareDates(a: string | null, b: string | null): number {
  return compareDays(a && firstDay(a), b && firstDay(b)) || compareDays(a && lastDay(a), b && lastDay(b));
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || a === "") return 1;
  if (b === null || b === "") return -1;
  return a < b ? -1 : 1;
}
