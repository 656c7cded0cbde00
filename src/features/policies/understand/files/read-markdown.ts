import { cleanLine } from "../clean-text.ts";
import { parseDate } from "../dates.ts";
import { isHistoryLine } from "../fields/read-history.ts";
import type { TextLine } from "../html/read-lines.ts";
import { isBodyName } from "../split-bodies.ts";
import { type FileText, paragraph } from "./file-text.ts";

/**
 * A law as collections of laws keep it in Markdown: `#` title, lines of its history up to the comment INFO END, `##`
 * chapters, a paragraph a line. Read line by line: a parser of Markdown would take 「1. 」 and 「*」 of a legal text for its own
 * marks.
 */
export function readMarkdown(text: string): FileText {
  const lines: TextLine[] = [];
  const history: string[] = [];
  let title: string | null = null;
  let table: string[][] = [];
  let isHead = true;
  const closeTable = (): void => {
    if (table.length > 0) lines.push({ is: "table", grid: { rows: evenRows(table), headerRows: 1 } });
    table = [];
  };
  const hasMark = /<!--\s*INFO END\s*-->/.test(text.slice(0, 20_000));
  for (const raw of dropFrontMatter(text).split(/\r\n|\n|\r/)) {
    if (/<!--\s*INFO END\s*-->/.test(raw)) isHead = false;
    const line = cleanLine(raw.replace(/<!--.*?-->/g, ""));
    if (/^\|.*\|$/.test(line)) {
      if (!/^[|\s:-]+$/.test(line)) table.push(line.slice(1, -1).split("|").map(cleanLine));
      continue;
    }
    closeTable();
    if (line === "") continue;
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const said = stripMarks(heading?.[2] ?? line);
    if (heading?.[1] === "#" && title === null) title = said;
    else if (heading) lines.push({ is: "line", text: said, tag: tagOf(heading[1] ?? ""), align: "left" });
    else if (isHead && (hasMark || isHistoryLine(line))) history.push(said.replace(/^[（(]|[）)]$/g, ""));
    else {
      isHead = false;
      lines.push(readItem(said));
    }
  }
  closeTable();
  return { title, titleEvidence: `# ${title ?? ""}`, history, lines, problems: [] };
}

/** One paragraph a line; a line that ends without a full stop and is as long as its neighbours was wrapped. */
export function readPlainText(text: string): FileText {
  const raw = text.split(/\r\n|\n|\r/);
  const wrapped = isWrapped(raw) ? joinWrapped(raw) : raw;
  const lines = wrapped.map(cleanLine).filter((line) => line !== "");
  return { title: null, titleEvidence: "", history: [], lines: lines.map(paragraph), problems: [] };
}

function dropFrontMatter(text: string): string {
  return text.replace(/^\ufeff?---\r?\n[\s\S]{0,5000}?\r?\n---\r?\n/, "");
}

function stripMarks(line: string): string {
  return line.replace(/\*\*(.+?)\*\*/g, "$1").replace(/(?<!!)\[([^\]]+)\]\((?:https?:)?[^)\s]*\)/g, "$1");
}

function readItem(line: string): TextLine {
  const item = /^[-*+]\s+(.*)$/.exec(line);
  return item ? { is: "line", text: item[1] ?? "", tag: "li", align: "left" } : paragraph(line);
}

function tagOf(marks: string): "h1" | "h2" | "h3" {
  if (marks.length <= 2) return "h1";
  return marks.length === 3 ? "h2" : "h3";
}

function evenRows(rows: string[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}

/** Whether lines were broken at a width: most full lines are about equally long and end within a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0);
  if (lengths.length < 8) return false;
  const longest = Math.max(...lengths);
  if (longest > 120) return false;
  const full = lines.filter((line) => line.trimEnd().length >= longest * 0.85);
  return (
    full.length > lengths.length * 0.3 &&
    full.filter((line) => !/[。；：！？.;:]\s*$/.test(line)).length > full.length * 0.6
  );
}

function joinWrapped(lines: readonly string[]): string[] {
  const longest = Math.max(...lines.map((line) => line.trimEnd().length));
  const joined: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const isNew =
      !isOpen ||
      line.trim() === "" ||
      /^[\s\u3000]{2,}|^\s*(第.{1,6}[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)])/.test(line);
    const isEnd = /[。！？]\s*$/.test(joined.at(-1) ?? "") && (isBodyName(line.trim()) || parseDate(line) !== null);
    const gap = /[A-Za-z0-9,]$/.test(joined.at(-1) ?? "") && /^[A-Za-z0-9]/.test(line) ? " " : "";
    if (isNew || isEnd) joined.push(line);
    else joined.push(`${joined.pop() ?? ""}${gap}${line.trim()}`);
    isOpen = line.trimEnd().length >= longest * 0.8;
  }
  return joined;
}
