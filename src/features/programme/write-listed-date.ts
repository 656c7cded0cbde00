import { type EdtfPart, parseEdtf } from "../../core/edtf.ts";
import { formatEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";

/**
 * A date in a list: an uncertain one says so in words, where a bare 「？」 reads as a slip of the pen. Of what is past the
 * date is presumed; of what is to come it is not settled yet.
 */
export function writeListedDate(text: string, language: Language, doubt: "presumed" | "open"): string {
  const parsed = parseEdtf(text);
  if (!parsed.ok) return text;
  const { start, end } = parsed.value;
  const date = formatEdtf({ ...parsed.value, start: settle(start), end: settle(end) }, language);
  return start?.uncertain || end?.uncertain ? message(language, `dateWords.${doubt}`, { date }) : date;
}

function settle(part: EdtfPart | null): EdtfPart | null {
  return part && { ...part, uncertain: false };
}
