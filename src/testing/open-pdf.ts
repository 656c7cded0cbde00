import { getDocument, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of a PDF's structure: role (`H1`, `TH`, `Figure`), alternative text and language where it has them. */
export interface PdfElement {
  role: string;
  alt: string | null;
  language: string | null;
}

export interface OpenedPdf {
  /** text of each page in the order of its structure, then what is no content (head and foot); spaces and line ends left out */
  texts: string[];
  /** elements of all pages, in order */
  elements: PdfElement[];
  title: string;
  author: string;
  language: string;
  /** XMP, as it stands in the file */
  metadata: string;
  /** names of the fonts, and whether their outlines are in the file */
  fonts: Map<string, boolean>;
  /** titles of the bookmarks, with those below them behind them */
  bookmarks: string[];
  /** page size in points, of each page */
  sizes: { width: number; height: number }[];
  /** points from the left edge to the end of what stands furthest to the right */
  right: number;
}

/** Reads a PDF with pdf.js, which did not write it. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, fontExtraProperties: true });
  const document = await loading.promise;
  const { info, metadata } = await document.getMetadata();
  const told: Record<string, unknown> = { ...info };
  const opened: OpenedPdf = {
    texts: [],
    elements: [],
    title: String(told.Title ?? ""),
    author: String(told.Author ?? ""),
    language: String(told.Language ?? ""),
    metadata: metadata?.getRaw() ?? "",
    fonts: new Map(),
    bookmarks: listBookmarks(await document.getOutline()),
    sizes: [],
    right: 0,
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    opened.sizes.push({ width: Math.round(width), height: Math.round(height) });
    const tree: unknown = await page.getStructTree();
    const { text, right } = await readText(page, tree);
    opened.texts.push(text);
    opened.right = Math.max(opened.right, right);
    collectElements(tree, opened.elements);
    await collectFonts(page, opened.fonts);
  }
  await loading.destroy();
  return opened;
}

async function readText(page: PDFPageProxy, tree: unknown): Promise<{ text: string; right: number }> {
  const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
  const marked = new Map<string, string>();
  const open: string[] = [];
  let right = 0;
  for (const item of items) {
    if ("str" in item) {
      const id = open.at(-1) ?? "";
      marked.set(id, (marked.get(id) ?? "") + item.str);
      right = Math.max(right, Number(item.transform[4]) + item.width);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? "");
  }
  const text = [...listContents(tree), ""].map((id) => marked.get(id) ?? "").join("");
  return { text: text.replaceAll(/[\s\u200B]/g, ""), right };
}

/** Ids of the marked contents below an element, in order. */
function listContents(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "content" && "id" in node) return [String(node.id)];
  return "children" in node && Array.isArray(node.children) ? node.children.flatMap(listContents) : [];
}

function collectElements(node: unknown, elements: PdfElement[]): void {
  if (typeof node !== "object" || node === null) return;
  if ("role" in node && typeof node.role === "string")
    elements.push({ role: node.role, alt: readWord(node, "alt"), language: readWord(node, "lang") });
  if ("children" in node && Array.isArray(node.children))
    for (const child of node.children) collectElements(child, elements);
}

function readWord(node: object, key: string): string | null {
  const value: unknown = Reflect.get(node, key);
  return typeof value === "string" ? value : null;
}

async function collectFonts(page: PDFPageProxy, fonts: Map<string, boolean>): Promise<void> {
  const { fnArray, argsArray } = await page.getOperatorList();
  for (const [index, operation] of fnArray.entries()) {
    if (operation !== OPS.setFont) continue;
    const font: { name: string; missingFile: boolean } = page.commonObjs.get(argsArray[index][0]);
    fonts.set(font.name, !font.missingFile);
  }
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

function listBookmarks(bookmarks: readonly Bookmark[] | null): string[] {
  return (bookmarks ?? []).flatMap(({ title, items }) => [title, ...listBookmarks(items)]);
}
