import { edtfBounds, isQualified, parseEdtf } from "../../../core/edtf.ts";
import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel, fiscalYearOf, fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import type { Study } from "../compose/study.ts";

/** A date in the words of the document; as the source prints it where it is none that can be read; empty where none is stated. */
export function writeWhen(
  date: string | null,
  printed: string | null,
  { language, calendar, programme }: Pick<Study, "language" | "calendar" | "programme">,
  style: "long" | "short" = "long",
): string {
  const parsed = date === null ? null : parseEdtf(date);
  if (date === null || !parsed?.ok) return printed ?? "";
  const { from, to } = edtfBounds(parsed.value);
  if (from !== null && !isQualified(parsed.value)) {
    // 「2013年4月～2014年3月」 is how data say 「2013年度」.
    const year = fiscalYearOf(programme.calendar, from);
    const range = fiscalYearRange(programme.calendar, year);
    if (range.from === from && range.to === to) return fiscalYearLabel(programme.calendar, year, language);
  }
  return writeEdtf(date, language, { calendar, style });
}
