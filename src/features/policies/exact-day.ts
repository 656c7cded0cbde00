import { parseEdtf } from "../../core/edtf.ts";

/** A day, month or year of ISO 8601, as `<time>` and schema.org understand it; none for intervals and doubtful dates. */
export function exactDay(date: string | null): string | undefined {
  return date !== null && /^\d{4}(-\d{2}){0,2}$/.test(date) && parseEdtf(date).ok ? date : undefined;
}
