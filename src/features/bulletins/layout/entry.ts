import { isLanguage, type Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { heading } from "../../reports/compose/blocks.ts";
import type { BulletinEntry } from "../bulletin.ts";
import { lacksLanguage, sayBodies, sayDates, sayEntryTitle, sayMark } from "../say.ts";
import { markTerms, type NumberedTerm } from "./terms.ts";

/** One policy: its title in both languages, what it is, what it says, why it matters, where it stands. */
export function layOutEntry(
  entry: BulletinEntry,
  number: number,
  notes: readonly NumberedTerm[],
  language: Language,
): Block[] {
  const title = localize(entry.title, language);
  // Each term is marked once, where it stands first: what the summary marks, the reason does not mark again.
  const summary = layOutText(entry.summary, language, notes);
  const why = layOutText(entry.why, language, summary.left);
  return [
    heading(2, message(language, "bulletin.entryTitle", { number, title: sayEntryTitle(entry, language) })),
    { is: "facts", rows: listFacts(entry, title.text, language) },
    { is: "paragraph", look: "body", runs: [lead("bulletin.summary", language), ...summary.runs] },
    { is: "paragraph", look: "body", runs: [lead("bulletin.why", language), ...why.runs] },
  ];
}

function lead(key: "bulletin.summary" | "bulletin.why", language: Language): Run {
  return { text: message(language, "bulletin.leadIn", { text: message(language, key) }), strong: true };
}

function layOutText(
  text: Localized,
  language: Language,
  notes: readonly NumberedTerm[],
): { runs: Run[]; left: readonly NumberedTerm[] } {
  const shown = localize(text, language);
  if (shown.text === "") return { runs: [{ text: message(language, "bulletin.notWritten") }], left: notes };
  if (shown.language !== language) return { runs: [{ text: shown.text, language: shown.language }], left: notes };
  return markTerms(shown.text, notes);
}

function listFacts(entry: BulletinEntry, title: string, language: Language): { term: string; runs: Run[] }[] {
  const { part, regions, documentNumber, url, reference, importance } = entry;
  const { original } = entry;
  const rows: { key: FactKey; runs: Run[] }[] = [
    {
      key: "language",
      runs: lacksLanguage(entry, language) ? [{ text: message(language, "bulletin.japaneseOnly") }] : [],
    },
    { key: "original", runs: original.title === title ? [] : [{ text: original.title, language: original.language }] },
    {
      key: "region",
      runs: [
        {
          text:
            regions.length === 0 && part === "central"
              ? message(language, "bulletin.coverage.nation")
              : regions.map((region) => localize(region, language).text).join(message(language, "list.separator")),
        },
      ],
    },
    { key: "bodies", runs: [{ text: sayBodies(entry, language) }] },
    {
      key: "documentNumber",
      runs: documentNumber === null ? [] : [{ text: documentNumber, language: entry.original.language }],
    },
    { key: "dates", runs: [{ text: sayDates(entry, language) }] },
    { key: "importance", runs: [{ text: message(language, `bulletin.importance.${importance}`) }] },
    { key: "source", runs: url === null ? [] : [{ text: url, href: url }] },
    { key: "reference", runs: reference === null || url !== null ? [] : describeReference(reference, language) },
    { key: "mark", runs: [{ text: sayMark(entry, language) }] },
  ];
  return rows
    .filter(({ runs }) => runs.some(({ text }) => text !== ""))
    .map(({ key, runs }) => ({ term: message(language, `bulletin.fact.${key}`), runs }));
}

type FactKey =
  | "language"
  | "original"
  | "region"
  | "bodies"
  | "documentNumber"
  | "dates"
  | "importance"
  | "source"
  | "reference"
  | "mark";

/** Where no address of the original is known, what the facts rest on instead. */
function describeReference(
  { title, url, checked }: NonNullable<BulletinEntry["reference"]>,
  language: Language,
): Run[] {
  if (checked === "memory") return [{ text: message(language, "bulletin.checkedByMemory") }];
  return [{ text: title, ...languageOf(title, language), ...(url === null ? {} : { href: url }) }];
}

/** References are written as their makers wrote them, which is Chinese where nothing says otherwise. */
function languageOf(text: string, language: Language): { language?: Language } {
  const guess = /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)
    ? "ja"
    : /\p{Script=Han}/u.test(text)
      ? "zh"
      : "en";
  return isLanguage(guess) && guess !== language ? { language: guess } : {};
}
