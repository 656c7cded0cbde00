import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { getDocument, PasswordException, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { limits, ReadingRefusal } from "../limits.ts";
import type { PageProblem } from "../model.ts";
import type { FileText } from "./file-text.ts";
import { joinPdfLines, type PdfLine, type PdfPage } from "./join-pdf-lines.ts";

/** Maps for fonts that bring none for their Chinese and Japanese characters (Adobe CID collections). */
const library = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
const folder = (name: string): string => join(library, name) + sep;

/** The text of a PDF in paragraphs. Nothing of it is drawn or run. */
export async function readPdf(content: Uint8Array): Promise<FileText> {
  const loading = getDocument({
    data: Uint8Array.from(content),
    verbosity: 0,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    return await readPages(await open(loading.promise));
  } finally {
    await loading.destroy();
  }
}

async function open(opening: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await opening;
  } catch (error) {
    throw new ReadingRefusal(error instanceof PasswordException ? "encrypted" : "damaged");
  }
}

async function readPages(document: PDFDocumentProxy): Promise<FileText> {
  const problems: PageProblem[] = [];
  const count = Math.min(document.numPages, limits.pdfPages);
  if (document.numPages > count) problems.push({ code: "too-many-pages", values: { limit: count } });
  const pages: PdfPage[] = [];
  let characters = 0;
  let broken = 0;
  for (let number = 1; number <= count && characters < limits.characters; number += 1) {
    try {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const { width, height } = page.getViewport({ scale: 1 });
      pages.push({ width, height, lines: gatherLines(items) });
      characters += pages.at(-1)?.lines.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
      page.cleanup();
    } catch {
      broken += 1;
    }
  }
  if (broken > 0) problems.push({ code: "damaged" });
  // Fewer characters than a page number takes: pictures of pages.
  else if (characters < count * 12) problems.push({ code: "no-text-layer" });
  const lines = joinPdfLines(pages);
  return { title: null, titleEvidence: "", history: [], lines, problems };
}

interface PdfItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

/** Pieces of text at one height are a line; a wide gap between them is a space. */
function gatherLines(items: readonly object[]): PdfLine[] {
  return joinPieces(items).map((line) => ({ ...line, text: joinNarrow(line.text.split(narrow)) }));
}

/** A narrow space: typesetters put one between Han characters and figures, where no text has any. */
const narrow = "\u0001";

function joinNarrow(parts: readonly string[]): string {
  const text = parts
    .filter((part) => part !== "")
    .reduce((before, part) => {
      return before + (/\p{Script=Han}$/u.test(before) || /^\p{Script=Han}/u.test(part) ? "" : " ") + part;
    }, "");
  return text;
}

function joinPieces(items: readonly object[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const item of items) {
    if (!isText(item) || item.str === "") continue;
    const str = item.str
      .replaceAll(narrow, "")
      .replace(/(?<=\p{Script=Han}) (?=[\d(])|(?<=[\d)%]) (?=\p{Script=Han})/gu, "");
    const [, , , , left = 0, bottom = 0] = item.transform;
    const size = item.height || Math.abs(item.transform[3] ?? 0) || 10;
    const line = lines.at(-1);
    const isSame = line && Math.abs(line.bottom - bottom) < size * 0.5 && left >= line.right - size * 2;
    if (!isSame) {
      if (str.trim() !== "") lines.push({ text: str, left, right: left + item.width, bottom, size });
      continue;
    }
    const gap = left - line.right > size * 0.9 && !line.text.endsWith(" ") ? " " : "";
    const isNarrow = str.trim() === "" && item.width < size * 0.5;
    line.text += isNarrow ? narrow : gap + str;
    if (str.trim() !== "") {
      line.right = Math.max(line.right, left + item.width);
      line.size = Math.max(line.size, size);
    }
  }
  return lines;
}

function isText(item: object): item is PdfItem {
  return "str" in item && "transform" in item;
}
