import { isLanguage, type Language } from "../../core/language.ts";
import type { LocalizedText } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { describeRows } from "../programme/describe-rows.ts";
import type { Basis } from "./basis.ts";
import type { StatedPlace } from "./draft.ts";
import { partAround } from "./part-around.ts";

/** Parts of a document, by the words with which Japanese and Chinese documents number them. */
const partKinds = {
  表: "table",
  図: "figure",
  图: "figure",
  参考: "reference",
  参考资料: "reference",
  別添: "annex",
  附件: "annex",
  備考: "remark",
  备注: "remark",
  注: "note",
} as const;

const named = String.raw`(?:参考资料|参考|別添|附件|備考|备注|表|図|图|注)(?=[\s\d０-９]|$)\s*[\d０-９]*`;
const roman = String.raw`(?:[Ⅰ-Ⅻ]|[IVX]+(?=[\s.．]|$))[.．]?`;
const number = String.raw`[\d０-９]{1,2}(?=[\s.．（()）]|$)[.．)）]?`;
const inBrackets = String.raw`[（(][\d０-９]{1,2}[)）]|[①-⑳](?:・[①-⑳])*`;
const numbering = new RegExp(`^(?:(?:${named}|${roman}|${number}|${inBrackets})\\s*)+`, "u");
const part = /(参考资料|参考|別添|附件|備考|备注|表|図|图|注)\s*([\d０-９]*)/gu;

/**
 * Where in a document something stands, for a reader of another language: its numbering in the reader's words, its heading as it is
 * printed there, since that is what one looks for.
 */
export function wordPlace(
  { document, place, row }: StatedPlace,
  documents: Basis["documents"],
  language: Language,
): LocalizedText[] {
  const named = documents.get(document)?.language ?? "";
  const of = isLanguage(named) ? named : language;
  const own = (text: string): LocalizedText[] => (text === "" ? [] : [{ text, language }]);
  if (of === language) return own(describeRows(place, row === undefined ? [] : [row], language));
  const [printed = ""] = numbering.exec(place) ?? [];
  const heading = place.slice(printed.length).trim();
  const [before, after] = partAround((words) => message(language, "evaluation.place.heading", { heading: words }));
  const numbers = wordNumbering(printed.trim(), language);
  const joint = numbers !== "" && heading !== "" && language === "en" ? " " : "";
  return [
    ...own(`${numbers}${joint}${heading === "" ? "" : before}`),
    ...(heading === "" ? [] : [{ text: heading, language: of }]),
    ...own(
      `${heading === "" ? "" : after}${row === undefined ? "" : message(language, "evaluation.place.row", { row })}`,
    ),
  ];
}

/** The same without its languages, for where no markup is possible. */
export function sayPlace(place: StatedPlace, documents: Basis["documents"], language: Language): string {
  return wordPlace(place, documents, language)
    .map(({ text }) => text)
    .join("");
}

/** What stands between a document's name and a place in it: in which language one finds that place, where it is not the reader's. */
export function sayPlaceJoint(place: StatedPlace, documents: Basis["documents"], language: Language): string {
  const original = nameOriginal(place, documents, language);
  return original === null
    ? message(language, "list.separator")
    : message(language, "evaluation.place.inNote", {
        language: message(language, `evaluation.languageName.${original}`),
      });
}

/** The language of the document where it is not the reader's; else null. */
export function nameOriginal(
  { document }: Pick<StatedPlace, "document">,
  documents: Basis["documents"],
  language: Language,
): Language | null {
  const of = documents.get(document)?.language ?? "";
  return isLanguage(of) && of !== language ? of : null;
}

/** 「Ⅰ 表3」 as “I, Table 3”. */
function wordNumbering(printed: string, language: Language): string {
  const worded = printed.replace(part, (whole, name: keyof typeof partKinds, digits: string) => {
    const kind = partKinds[name];
    return kind === undefined ? whole : message(language, `evaluation.place.part.${kind}`, { number: digits }).trim();
  });
  const digits = worded.replace(/[０-９]/gu, (digit) => digit.normalize("NFKC"));
  if (language !== "en") return digits.replaceAll("．", ".");
  return digits
    .replace(/[（）．Ⅰ-Ⅻ]/gu, (character) => character.normalize("NFKC"))
    .replace(/\s+(?=\p{Lu}\p{Ll})/gu, ", ");
}
