import type { PolicyBlock } from "../blocks.ts";
import { bareText, closeLetterSpacing } from "./clean-text.ts";
import { findDates } from "./dates.ts";
import type { TextLine } from "./html/read-lines.ts";
import { limits } from "./limits.ts";
import { isBodyName, splitBodies } from "./split-bodies.ts";

/** What the lines of a text are: headings by their numbering, clauses, the signature at its end, tables. */
export function makeBlocks(lines: readonly TextLine[], title: string | null): PolicyBlock[] {
  // Twice: as the page's headline and again as the document's.
  const body = dropTitle(dropTitle(lines, title), title);
  const signature = findSignatures(body);
  const hasChapters = body.some((line) => line.is === "line" && chapter.test(line.text));
  const blocks: PolicyBlock[] = [];
  let characters = 0;
  for (const [index, line] of body.entries()) {
    if (blocks.length >= limits.blocks || characters > limits.characters) break;
    if (line.is === "table") {
      if (line.grid.rows.length > 0) blocks.push({ is: "table", ...line.grid });
      for (const row of line.grid.rows) for (const cell of row) characters += cell.length;
      continue;
    }
    characters += line.text.length;
    if (signature.has(index)) {
      for (const text of signatureTexts(line.text)) blocks.push({ is: "signature", text });
    } else blocks.push(readBlock(line, hasChapters));
  }
  return blocks;
}

const chapter = /^第[一二三四五六七八九十百零〇\d]+[编章][\s　]*(?!第)[^。；]{0,40}$/;
const section = /^第[一二三四五六七八九十百零〇\d]+节[\s　]*(?!第)[^。；]{0,40}$/;
const numbered = /^[一二三四五六七八九十百]+、[^。；]{1,40}$/;
const bracketed = /^[（(][一二三四五六七八九十百]+[）)][^。；，：]{1,30}$/;
const clause =
  /^(第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?)(?:[\s　]+(?=\S)|(?=[^\s、，。；和至及或的规款项]))/;

function readBlock(line: Extract<TextLine, { is: "line" }>, hasChapters: boolean): PolicyBlock {
  const { text, tag } = line;
  if (chapter.test(text)) return { is: "heading", level: 1, text: spaceHeading(text) };
  if (section.test(text)) return { is: "heading", level: 2, text: spaceHeading(text) };
  if (numbered.test(text)) return { is: "heading", level: hasChapters ? 2 : 1, text };
  if (bracketed.test(text)) return { is: "heading", level: hasChapters ? 3 : 2, text };
  const isSentence = /[。；]/.test(text) || text.length > 80;
  if (tag === "h1" && !isSentence) return { is: "heading", level: 1, text: closeLetterSpacing(text) };
  if (tag === "h2" && !isSentence) return { is: "heading", level: 2, text: closeLetterSpacing(text) };
  if (tag === "h3" && !isSentence) return { is: "heading", level: 3, text: closeLetterSpacing(text) };
  if (tag === "li") return { is: "list-item", text };
  return { is: "paragraph", text: text.replace(clause, "$1　") };
}

/** 第一章　总则, however its parts are set apart. */
function spaceHeading(text: string): string {
  return text.replace(/^(第[^章节编]+[章节编])[\s　]*(.*)$/, (_, number: string, name: string) => {
    return name === "" ? number : `${number}　${closeLetterSpacing(name)}`;
  });
}

/** The title is a field of its own; at the head of the text it is often printed again, on one line or several. */
function dropTitle(lines: readonly TextLine[], title: string | null): readonly TextLine[] {
  const wanted = bareText(title ?? "");
  if (wanted === "") return lines;
  let seen = "";
  for (const [index, line] of lines.slice(0, 6).entries()) {
    if (line.is !== "line") return lines;
    seen += bareText(line.text);
    if (seen === wanted) return lines.slice(index + 1);
    if (!wanted.startsWith(seen)) return lines;
  }
  return lines;
}

/**
 * Lines of names and the day below them: the end of the document, or of the notice whose annex follows. A day alone counts
 * where it stands at the right or ends the text.
 */
export function findSignatures(lines: readonly TextLine[]): Set<number> {
  const found = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.is !== "line" || index === 0 || !isDateLine(line.text)) continue;
    const names = countNamesAbove(lines, index);
    const isLast = lines.slice(index + 1).every((later) => later.is === "line" && later.text.length < 60);
    if (names === 0 && line.align !== "right" && !(isLast && index >= 3)) continue;
    for (let name = index - names; name <= index; name += 1) found.add(name);
  }
  return found;
}

/** The day alone, or with the names of who issued it on the same line. */
function isDateLine(text: string): boolean {
  if (text.length > 120) return false;
  const dates = findDates(text);
  const [date] = dates;
  if (!date || dates.length !== 1 || date.index + date.length < text.trimEnd().length) return false;
  const before = text.slice(0, date.index).trim();
  return before === "" || splitBodies(before).every(isBodyName);
}

function countNamesAbove(lines: readonly TextLine[], index: number): number {
  let count = 0;
  while (count < 20) {
    const above = lines[index - count - 1];
    if (above?.is !== "line" || index - count - 1 < 1 || above.text.length > 200) break;
    const names = splitBodies(above.text);
    if (names.length === 0 || !names.every(isBodyName)) break;
    count += 1;
  }
  return count;
}

function signatureTexts(text: string): string[] {
  const [date] = findDates(text);
  const names = date ? text.slice(0, date.index).trim() : text;
  const parts = names === "" ? [] : splitBodies(names);
  return date ? [...parts, date.text.replace(/\s+/g, "")] : parts;
}
