import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import type { Block, ParagraphLook, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { publishedMark } from "./sentences.ts";

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { is: "heading", level, text };
}

export function paragraph(text: string, look: ParagraphLook = "body"): Block {
  return { is: "paragraph", look, runs: [{ text }] };
}

export function paragraphOf(runs: Run[], look: ParagraphLook = "body"): Block {
  return { is: "paragraph", look, runs };
}

/** Nothing where there is nothing to list: an empty list is no block. */
export function bullets(items: readonly (string | Run[])[]): Block[] {
  const filled = items
    .map((item) => (typeof item === "string" ? [{ text: item }] : item))
    .filter((runs) => runs.some(({ text }) => text !== ""));
  return filled.length === 0 ? [] : [{ is: "list", marks: "bullet", items: filled }];
}

/** A list of sentences, with the note that its marks ask for. */
export function sentenceList(language: Language, sentences: readonly string[]): Block[] {
  const isMarked = sentences.some((sentence) => sentence.includes(publishedMark));
  const note = message(language, "table.print.claimNote", { mark: publishedMark });
  return [...bullets(sentences), ...(isMarked ? [paragraph(note, "note")] : [])];
}

/** What people wrote, verbatim; marked with its language where only another one has it. Empty where nobody wrote. */
export function writtenRuns(text: Localized, language: Language): Run[] {
  const found = localize(text, language);
  if (found.text === "") return [];
  return [found.language === language ? { text: found.text } : { text: found.text, language: found.language }];
}

/** Under a heading that stands in the template, something has to be said. */
export function orNothing({ language }: { language: Language }, blocks: Block[]): Block[] {
  return blocks.length > 0 ? blocks : [paragraph(message(language, "report.sentence.noneOnRecord"))];
}
