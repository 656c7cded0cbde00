import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { RecordContent, RecordKind } from "../../../records/kind.ts";
import type { Candidate, LikenessPlace, LikenessSort } from "./likeness.ts";

/** 「入力中の「…」と、すでにある「…」（2016年1月18日～28日）は、日程と相手が同じです。」 */
export function describeLikeness(
  sort: LikenessSort,
  own: { title: string; in: "entry" | "row" },
  other: { title: string; date: string | null; place: LikenessPlace },
  language: Language,
): string {
  return message(language, `likeness.sort.${sort}`, {
    own: message(language, `likeness.own.${own.in}`, { name: nameRecord(own.title, null, language) }),
    other: describePlace(other.place, nameRecord(other.title, other.date, language), language),
  });
}

/** 「…」（…） */
export function nameRecord(title: string, date: string | null, language: Language): string {
  if (date === null || date === "") return message(language, "likeness.named", { title });
  return message(language, "likeness.namedAndDated", { title, date: writeEdtf(date, language) });
}

export function titleOrKind(title: Localized, kind: RecordKind, language: Language): string {
  return localize(title, language).text || message(language, `record.kind.${kind.id}`);
}

export function dateOf(kind: RecordKind, content: RecordContent): string | null {
  return (kind.date === null ? null : content.fields[kind.date]) ?? null;
}

/** How the other one is called in a sentence, where nothing else names it. */
export function describeCandidate(kind: RecordKind, { title, content, place }: Candidate, language: Language) {
  return { title: titleOrKind(title, kind, language), date: dateOf(kind, content), place };
}

function describePlace(place: LikenessPlace, name: string, language: Language): string {
  switch (place.in) {
    case "records":
      return message(language, "likeness.other.record", { name });
    case "entries":
      return message(language, `likeness.other.${place.state}`, { name });
    case "sheet":
      return message(language, "likeness.other.row", { name, row: place.row });
  }
}
