import type { Language } from "../../core/language.ts";
import type { PolicyBlock } from "../policies/blocks.ts";
import { isTitle, type Segment, type SegmentMark, type Translation } from "./translation.ts";

/** A sentence on both sides, with its mark. */
export interface TranslatedText {
  /** id of the segment; null for what is not translated (“——”) and stands on both sides */
  segment: string | null;
  source: string;
  target: string;
  mark: SegmentMark;
}

/** A block of the source with its sentences on both sides: what pages and documents show side by side. */
export type TranslatedBlock =
  | { is: "heading"; level: 1 | 2 | 3; texts: TranslatedText[] }
  | { is: "paragraph" | "list-item" | "signature"; texts: TranslatedText[] }
  | { is: "table"; headerRows: number; rows: TranslatedText[][] };

export interface TranslatedDocument {
  title: TranslatedText;
  blocks: TranslatedBlock[];
}

/** Puts the segments back into the blocks of the source. */
export function assembleTranslation({ title, blocks, segments }: Translation): TranslatedDocument {
  const byBlock = Map.groupBy(segments, ({ path }) => path[0]);
  const heading = segments.find(isTitle);
  return {
    title: heading ? toText(heading) : untranslated(title),
    blocks: blocks.map((block, index) => assembleBlock(block, byBlock.get(index) ?? [])),
  };
}

function assembleBlock(block: PolicyBlock, segments: readonly Segment[]): TranslatedBlock {
  if (block.is === "table") {
    const cells = new Map(segments.map((segment) => [segment.path.slice(1, 3).join("."), segment]));
    const rows = block.rows.map((row, rowIndex) =>
      row.map((cell, cellIndex) => {
        const segment = cells.get(`${rowIndex}.${cellIndex}`);
        return segment ? toText(segment) : untranslated(cell);
      }),
    );
    return { is: "table", headerRows: block.headerRows, rows };
  }
  const texts = segments.length === 0 ? [untranslated(block.text)] : segments.map(toText);
  return block.is === "heading" ? { is: "heading", level: block.level, texts } : { is: block.is, texts };
}

function toText({ id, source, target, mark }: Segment): TranslatedText {
  return { segment: id, source, target, mark };
}

function untranslated(text: string): TranslatedText {
  return { segment: null, source: text, target: text, mark: "reviewed" };
}

/** The translation as blocks of its own; a sentence that is not translated stands in the source's language. */
export function targetBlocks({ blocks }: TranslatedDocument, language: Language): PolicyBlock[] {
  return blocks.map((block): PolicyBlock => {
    if (block.is === "table")
      return { is: "table", headerRows: block.headerRows, rows: block.rows.map((row) => row.map(shownTarget)) };
    const text = joinSentences(block.texts.map(shownTarget), language);
    return block.is === "heading" ? { is: "heading", level: block.level, text } : { is: block.is, text };
  });
}

function shownTarget({ source, target, mark }: TranslatedText): string {
  return mark === "empty" ? source : target;
}

/** English has a space between sentences; Japanese and Chinese have none, but for a clause number before its text. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === "en" ? " " : "");
}

const clauseNumber =
  /^(?:第[〇零一二三四五六七八九十百千0-9０-９]+[编編章节節条條款项項]|[（(][一二三四五六七八九十百0-9０-９]+[）)]|[一二三四五六七八九十]{1,3}、|[0-9０-９]{1,3}(?:[.．、)）]|[-–]\d)|(?:Article|Chapter|Section|Part)\s+\d+\.?|\([a-z0-9]{1,3}\))/;

/** 「第十二条」, （一）, 1. at the head of a clause; null where it has none. */
export function clauseNumberOf(text: string): string | null {
  return clauseNumber.exec(text.trimStart())?.[0] ?? null;
}
