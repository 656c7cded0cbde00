import { cleanLine } from "../clean-text.ts";
import { findDates } from "../dates.ts";
import type { TextLine } from "../html/read-lines.ts";
import { isBodyName } from "../split-bodies.ts";

export interface PdfLine {
  text: string;
  /** points from the left edge and from the bottom */
  left: number;
  right: number;
  bottom: number;
  /** of the letters */
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  lines: PdfLine[];
}

/** Paragraphs of pages: without page numbers and running heads, joined over lines and pages where a sentence goes on. */
export function joinPdfLines(pages: readonly PdfPage[]): TextLine[] {
  const running = findRunningHeads(pages);
  const joined: TextLine[] = [];
  let open: { text: string; align: "left" | "center" | "right"; last: PdfLine; page: PdfPage } | null = null;
  const close = (): void => {
    const text = cleanLine(open?.text ?? "");
    if (open && text !== "") joined.push({ is: "line", text, tag: "p", align: open.align });
    open = null;
  };
  for (const page of pages) {
    const lines = page.lines.filter(
      (line) => !isPageNumber(line, page) && !isLeader(line) && !running.has(keyOf(line)),
    );
    const margin = marginsOf(lines);
    for (const line of lines) {
      const align = alignOf(line, page, margin);
      if (open && goesOn(open, line, page, margin, align)) {
        open.text += joinerBetween(open.text, line.text) + line.text.trimStart();
        open.last = line;
        open.page = page;
      } else {
        close();
        open = { text: line.text, align, last: line, page };
      }
    }
  }
  close();
  return joined;
}

interface Margins {
  left: number;
  right: number;
}

/** Where most lines begin and end. */
function marginsOf(lines: readonly PdfLine[]): Margins {
  const long = lines.filter(({ text }) => text.trim().length > 12);
  const of = long.length > 0 ? long : lines;
  return {
    left: quantile(
      of.map(({ left }) => left),
      0.1,
    ),
    right: quantile(
      of.map(({ right }) => right),
      0.9,
    ),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

const opening =
  /^\s*(第[一二三四五六七八九十百零\d]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|附件)/;

function goesOn(
  open: { text: string; align: string; last: PdfLine; page: PdfPage },
  line: PdfLine,
  page: PdfPage,
  margin: Margins,
  align: string,
): boolean {
  const { last } = open;
  if (opening.test(line.text) || align !== open.align || align === "right") return false;
  if (Math.abs(line.size - last.size) > last.size * 0.2) return false;
  // Headings over two lines, in the middle.
  if (align === "center" && (isSigned(open.text) || isSigned(line.text))) return false;
  if (align === "center")
    return open.page === page && last.bottom - line.bottom < last.size * 2.2 && !/[。：]$/.test(open.text);
  const isIndented = line.left > margin.left + line.size * 1.2;
  // Western text is ragged at the right by as much as a long word.
  const slack = /[A-Za-z,]\s*$/.test(last.text) ? (margin.right - margin.left) * 0.15 : last.size * 2;
  const wasShort = last.right < margin.right - slack;
  const isApart = open.page === page && last.bottom - line.bottom > last.size * 2.6;
  if (open.page !== page) return !isIndented && !wasShort && !/[。；：！？]\s*$/.test(open.text);
  return !isIndented && !wasShort && !isApart;
}

/** A day or a name that stands by itself, as at the end of a document. */
function isSigned(text: string): boolean {
  return findDates(text).length > 0 || isBodyName(text.replace(/\s/g, ""));
}

function alignOf({ left, right, size }: PdfLine, { width }: PdfPage, margin: Margins): "left" | "center" | "right" {
  const before = left - margin.left;
  const behind = margin.right - right;
  if (before < size * 3) return "left";
  if (Math.abs((left + right) / 2 - width / 2) < size * 1.5 && behind > size * 2) return "center";
  return behind < size * 6 && before > width * 0.3 ? "right" : "left";
}

function joinerBetween(before: string, after: string): string {
  return /[A-Za-z0-9,;)]\s*$/.test(before) && /^\s*[A-Za-z0-9(]/.test(after) ? " " : "";
}

/** － 3 －, 第 3 页 共 12 页, 3/12, at the head or foot of the page. */
function isPageNumber({ text, bottom }: PdfLine, { height }: PdfPage): boolean {
  if (bottom > height * 0.12 && bottom < height * 0.9) return false;
  return /^[\s\-—－–·~]*(第)?\s*(\d{1,4}|[ivxlc]{1,6})\s*(页)?\s*([/／,，]?\s*共?\s*\d{1,4}\s*页?)?[\s\-—－–·~]*$/i.test(
    text,
  );
}

/** An entry of a table of contents, dotted up to its page. */
function isLeader({ text }: PdfLine): boolean {
  return /(?:[.．·…]\s?){6,}\s*\d*\s*$/.test(text);
}

/** Lines at the head or foot that many pages share, whatever number they carry. */
function findRunningHeads(pages: readonly PdfPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edge = page.lines.filter(({ bottom }) => bottom > page.height * 0.91 || bottom < page.height * 0.09);
    for (const key of new Set(edge.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length * 0.4);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** A line without its digits, at its height. */
function keyOf({ text, bottom }: PdfLine): string {
  return `${Math.round(bottom / 4)} ${text.replace(/[\d\s]+/g, "")}`;
}
