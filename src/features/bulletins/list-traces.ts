import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { writeCsv } from "../../documents/csv.ts";
import { message } from "../../messages/message.ts";
import { splitSentences } from "../translation/segment-text.ts";
import type { BulletinContent, BulletinEntry } from "./bulletin.ts";
import { type ClippingText, clippingTexts } from "./clipping.ts";
import { sayAuthor, sayMark } from "./say.ts";

/** Where one sentence of the bulletin comes from. */
export interface Trace {
  /** 「3-2」: the second sentence of the third entry */
  number: string;
  entry: BulletinEntry;
  part: ClippingText;
  sentence: string;
  /** in which it stands; not the edition's where a text is missing in it */
  language: Language;
}

/** Every sentence of one language's edition that says something of a policy. */
export function listTraces({ entries }: Pick<BulletinContent, "entries">, language: Language): Trace[] {
  return entries.flatMap((entry, index) => {
    let count = 0;
    return clippingTexts.flatMap((part) => {
      const shown = localize(entry[part], language);
      const sentences = part === "title" ? [shown.text].filter((text) => text !== "") : splitSentences(shown.text);
      return sentences.map((sentence): Trace => {
        count += 1;
        return { number: `${index + 1}-${count}`, entry, part, sentence, language: shown.language };
      });
    });
  });
}

/** A row each, with the address, the fingerprint of the page as it was fetched, and who stands for the words. */
export function writeTracesCsv(content: BulletinContent, language: Language): string {
  const names = [
    "number",
    "entry",
    "part",
    "sentence",
    "language",
    "sourceUrl",
    "snapshot",
    "fetchedAt",
    "reference",
    "referenceUrl",
    "mark",
    "writer",
    "approver",
    "translation",
  ] as const;
  const header = names.map((name) => message(language, `bulletin.trace.column.${name}`));
  const rows = listTraces(content, language).map(({ number, entry, part, sentence, language: written }) => [
    number,
    entry.item,
    message(language, `bulletin.trace.part.${part}`),
    sentence,
    written,
    entry.url,
    entry.snapshot?.sha256 ?? null,
    entry.snapshot?.fetchedAt ?? null,
    entry.reference?.title ?? null,
    entry.reference?.url ?? null,
    sayMark(entry, language),
    sayAuthor(entry.writer, language) ?? message(language, "bulletin.author.programme"),
    sayAuthor(entry.approver, language),
    entry.translations
      .map((translation) => localize(translation.office ?? {}, language).text || translation.id)
      .join(message(language, "list.separator")),
  ]);
  return writeCsv([header, ...rows]);
}
