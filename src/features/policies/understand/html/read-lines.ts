import { cleanLine } from "../clean-text.ts";
import { limits } from "../limits.ts";
import type { HtmlElement } from "./parse-html.ts";
import { isButton, isPartOfSite } from "./parts-of-site.ts";
import { readTable, type TableGrid } from "./read-table.ts";
import { isBlockElement, isHidden } from "./walk.ts";

/** What is read of a text before it is known what each line is. */
export type TextLine =
  | { is: "line"; text: string; tag: "p" | "li" | "h1" | "h2" | "h3"; align: "left" | "center" | "right" }
  | { is: "table"; grid: TableGrid };

interface State {
  lines: TextLine[];
  text: string;
  tag: "p" | "li" | "h1" | "h2" | "h3";
  align: "left" | "center" | "right";
}

/** The lines and tables of an element in their order, without what is hidden or serves the site. */
export function readLines(element: HtmlElement): TextLine[] {
  const state: State = { lines: [], text: "", tag: "p", align: "left" };
  readChildren(element, state);
  flush(state);
  return state.lines;
}

function readChildren(element: HtmlElement, state: State): void {
  for (const child of element.children) {
    if (state.lines.length >= limits.blocks) return;
    if (typeof child === "string") state.text += element.name === "pre" ? markLines(child) : child;
    else if (child.name === "br") state.text += hardBreak;
    else if (isHidden(child) || isPartOfSite(child)) continue;
    else if (child.name === "table") readTableOrLayout(child, state);
    else if (isBlockElement(child)) readBlock(child, state);
    else readChildren(child, state);
  }
}

function readBlock(element: HtmlElement, state: State): void {
  flush(state);
  const { tag, align } = state;
  if (element.name === "li" || element.name === "dd" || element.name === "dt") state.tag = "li";
  else if (/^h[1-6]$/.test(element.name)) state.tag = headingTag(element.name);
  else if (element.name === "p" && state.tag !== "li") state.tag = "p";
  state.align = alignOf(element) ?? align;
  readChildren(element, state);
  flush(state);
  state.tag = tag;
  state.align = align;
}

function readTableOrLayout(table: HtmlElement, state: State): void {
  flush(state);
  const grid = readTable(table);
  if (grid) state.lines.push({ is: "table", grid });
  else for (const row of table.children) if (typeof row !== "string") readBlock(row, state);
}

/** Stands for <br>, which no text of a page can contain once control characters are taken out. */
const hardBreak = "\u0001";

function markLines(text: string): string {
  return text.replace(/\r?\n/g, hardBreak);
}

function flush(state: State): void {
  const { text, tag, align } = state;
  state.text = "";
  if (text.trim() === "") return;
  for (const part of splitAtBreaks(text)) {
    const line = cleanLine(part);
    if (line !== "" && !isButton(line)) state.lines.push({ is: "line", text: line, tag, align });
  }
}

/**
 * Breaks part paragraphs where there are several, or where a new one plainly begins behind the break; a single one within
 * a title or an address only wraps it.
 */
function splitAtBreaks(text: string): string[] {
  const parts = text.split(hardBreak);
  const full = parts.filter((part) => part.trim() !== "");
  if (full.length !== 2 || parts.length > 2) return full;
  const [first = "", second = ""] = full;
  const begins =
    /^[\s]*[\u3000\u00a0]{2}|^\s*(第[一二三四五六七八九十百零]+[章节条]|[（(]?[一二三四五六七八九十\d]+[）)、.．])/.test(
      second,
    );
  return begins || /[。：；！？:;]\s*$/.test(first) ? full : [first.trimEnd() + second.trimStart()];
}

function headingTag(name: string): "h1" | "h2" | "h3" {
  if (name === "h1" || name === "h2") return name;
  return "h3";
}

function alignOf({ name, attributes }: HtmlElement): "left" | "center" | "right" | null {
  if (name === "center") return "center";
  const align = attributes.align ?? /text-align\s*:\s*(\w+)/i.exec(attributes.style ?? "")?.[1] ?? "";
  if (/^(right|end)$/i.test(align)) return "right";
  if (/^center$/i.test(align)) return "center";
  return align === "" ? null : "left";
}
