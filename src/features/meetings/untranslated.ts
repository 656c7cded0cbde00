import type { Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { joinRuns, type Run } from "../../documents/report.ts";
import { message } from "../../messages/message.ts";
import type { LetterDocument } from "./letter.ts";
import type { Meeting, MeetingPapers } from "./meeting.ts";

/** What a text is: names are read in other scripts than sentences. */
export const textFields = ["title", "place", "contact", "presenter", "name", "post"] as const;
export type TextField = (typeof textFields)[number];

/** Texts of one field that a document would have to give in another language than its own. */
export interface Untranslated {
  part: "facts" | "agenda" | "participants" | "materials";
  field: TextField;
  count: number;
}

/** Names, addresses and numbers in Latin letters are the same in every language; a title is not. */
const sameInAll: readonly TextField[] = ["place", "contact", "presenter"];
const written = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The language in which the text stands, where it is not the one asked for and has to be said. */
export function findForeign(text: Localized, language: Language, field: TextField): Language | null {
  const found = localize(text, language);
  if (found.text === "" || found.language === language) return null;
  if (sameInAll.includes(field) && !written.test(found.text)) return null;
  // A name in Chinese characters is read on both sides; in English it needs Latin letters.
  if (field === "name" && language !== "en") return null;
  return found.language;
}

/** The text in the language, or in the one that it has with a mark: 「第5回合同会合（日文，暂无中译）」. */
export function sayMarked(text: Localized, language: Language, field: TextField = "title"): string {
  return joinRuns(markRuns(text, language, field));
}

/** The same for documents: the words in the glyphs of their language, the mark in those of the reader's. Nothing where there is no text. */
export function markRuns(text: Localized, language: Language, field: TextField = "title"): Run[] {
  const shown = localize(text, language);
  if (shown.text === "") return [];
  const foreign = findForeign(text, language, field);
  const words = shown.language === language ? { text: shown.text } : { ...shown };
  return foreign === null ? [words] : [words, { text: message(language, `meeting.onlyIn.${foreign}`) }];
}

/** Where it takes place; that it is not settled yet is said, and what is online alone needs no hall. */
export function sayPlace({ place, onlineLink }: Pick<Meeting, "place" | "onlineLink">, language: Language): string {
  const known = sayMarked(place, language, "place");
  return known !== "" || onlineLink !== null ? known : message(language, "meeting.letter.placeOpen");
}

/** What a document in the language would have to leave untranslated, by field; nothing where it can be written in full. */
export function findUntranslated(
  { meeting, papers }: { meeting: Meeting; papers: MeetingPapers },
  document: LetterDocument,
  language: Language,
  addressee: string | null,
): Untranslated[] {
  const count = (part: Untranslated["part"], field: Untranslated["field"], texts: readonly Localized[]) => ({
    ...{ part, field },
    count: texts.filter((text) => findForeign(text, language, field) !== null).length,
  });
  const head = [count("facts", "title", [meeting.title]), count("facts", "place", [meeting.place])];
  const coming = papers.participants.filter(({ answer, erased }) => answer !== "declined" && !erased);
  const owed = papers.materials.filter(({ organisation, file }) => organisation === addressee && file === null);
  const rest =
    document === "invitation"
      ? [
          count("facts", "contact", [meeting.contact]),
          count("agenda", "title", listTexts(papers.agenda, "title")),
          count("agenda", "presenter", listTexts(papers.agenda, "presenter")),
          count("materials", "title", listTexts(owed, "title")),
        ]
      : [
          count("participants", "name", listTexts(coming, "name")),
          count("participants", "post", listTexts(coming, "post")),
        ];
  return [...head, ...rest].filter((found) => found.count > 0);
}

function listTexts<Name extends string>(rows: readonly Record<Name, Localized>[], name: Name): Localized[] {
  return rows.map((row) => row[name]);
}

export function countUntranslated(found: readonly Untranslated[]): number {
  return found.reduce((sum, { count }) => sum + count, 0);
}
