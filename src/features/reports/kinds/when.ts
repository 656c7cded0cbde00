import { parseEdtf } from "../../../core/edtf.ts";
import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Study } from "../compose/study.ts";

/** A date in the words of the document; as the source prints it where it is none that can be read; empty where none is stated. */
export function writeWhen(
  date: string | null,
  printed: string | null,
  { language, calendar }: Pick<Study, "language" | "calendar">,
  style: "long" | "short" = "long",
): string {
  if (date === null || !parseEdtf(date).ok) return printed ?? "";
  return writeEdtf(date, language, { calendar, style });
}
