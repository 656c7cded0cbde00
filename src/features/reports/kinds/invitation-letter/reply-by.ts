import { edtfBounds, isExact, parseEdtf } from "../../../../core/edtf.ts";
import { type FiscalCalendar, fiscalYearOf } from "../../../../core/fiscal-calendar.ts";
import { readDate } from "../../../../core/read-date.ts";
import type { ReportRequest } from "../../report-kind.ts";

/**
 * The day by which an answer is asked for, as ISO 8601-2; empty where none is. Null where what stands there is no single
 * day from the letter's on. 「10月5日」 is the next one after the letter.
 */
export function readReplyBy(
  { written, language, asOf }: Pick<ReportRequest, "written" | "language" | "asOf">,
  calendar: FiscalCalendar,
): string | null {
  const text = written.reply_by?.trim() ?? "";
  if (text === "") return "";
  const year = fiscalYearOf(calendar, asOf);
  for (const candidate of [year, year + 1]) {
    const reading = readDate(text, { language, fiscalYear: { calendar, year: candidate } });
    if (!reading.ok || reading.unread) return null;
    const parsed = parseEdtf(reading.edtf);
    if (!parsed.ok || !isExact(parsed.value)) return null;
    const { from, to } = edtfBounds(parsed.value);
    if (from === to && from !== null && from >= asOf) return reading.edtf;
  }
  return null;
}
