import { type Archive, openArchive } from "../../../../spreadsheets/open-archive.ts";
import { attributeOf, parseXml } from "../../../../spreadsheets/parse-xml.ts";
import { SpreadsheetRefusal } from "../../../../spreadsheets/refusal.ts";
import { cleanLine } from "../clean-text.ts";
import type { TextLine } from "../html/read-lines.ts";
import { limits, ReadingRefusal } from "../limits.ts";
import { asRefusal } from "./as-refusal.ts";
import { type Numbering, readNumbering } from "./docx-numbering.ts";
import { type ParagraphStyle, readStyles, resolveStyle } from "./docx-styles.ts";
import type { FileText } from "./file-text.ts";

/**
 * The text of a Word file (ECMA-376 Part 1, 17) with the numbers that Word counts itself, and its tables. Read here and not
 * by a converter to HTML, which would lose 第一条 where it is a number; pictures and all other parts stay packed.
 */
export async function readDocx(content: Uint8Array): Promise<FileText> {
  try {
    const archive = await openArchive(content);
    const part = "word/document.xml";
    if (!archive.has(part)) throw new ReadingRefusal("unknown-format");
    if (archive.sizeOf(part) > limits.docxPartBytes) throw new ReadingRefusal("expands-too-much");
    const styles = await readStyles(archive);
    const { lines, title } = await readDocument(archive, part, styles, await readNumbering(archive));
    return { title, titleEvidence: "w:pStyle Title", history: [], lines, problems: [] };
  } catch (error) {
    throw error instanceof SpreadsheetRefusal ? asRefusal(error) : error;
  }
}

interface Paragraph {
  style: string | null;
  numberId: string | null;
  level: number | null;
  outline: number | null;
  align: "left" | "center" | "right";
  /** lines, parted by breaks */
  text: string;
}

interface Table {
  rows: string[][];
  /** columns that go on from the cell above */
  cell: { text: string; span: number; continues: boolean } | null;
  row: string[];
  headerRows: number;
}

async function readDocument(
  archive: Archive,
  part: string,
  styles: ReadonlyMap<string, ParagraphStyle>,
  numbering: Numbering,
): Promise<{ lines: TextLine[]; title: string | null }> {
  const lines: TextLine[] = [];
  const tables: Table[] = [];
  const paragraphs: Paragraph[] = [];
  const titles: string[] = [];
  let characters = 0;
  /** within what is not shown: a second drawing of the same, moved text, hidden runs */
  let skipped = 0;
  let isHidden = false;
  let isText = false;

  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    const { text, style } = addNumber(paragraph, styles, numbering);
    const cell = tables.at(-1)?.cell;
    const shown = text
      .split("\n")
      .map(cleanLine)
      .filter((line) => line !== "");
    characters += text.length;
    if (characters > limits.characters) throw new ReadingRefusal("expands-too-much");
    if (cell) cell.text = [cell.text, ...shown].filter((each) => each !== "").join(" ");
    else if (style?.name === "title") titles.push(shown.join(""));
    else if (!/^toc \d$/.test(style?.name ?? "")) {
      for (const line of shown)
        lines.push({ is: "line", text: line, tag: tagOf(paragraph, style), align: paragraph.align });
    }
  };

  await parseXml(await archive.open(part), {
    open(name, attributes) {
      const value = attributeOf(attributes, "val") ?? "";
      const paragraph = paragraphs.at(-1);
      const table = tables.at(-1);
      if (skippedElements.has(name)) skipped += 1;
      else if (name === "p") {
        paragraphs.push({ style: null, numberId: null, level: null, outline: null, align: "left", text: "" });
      } else if (name === "tbl") tables.push({ rows: [], cell: null, row: [], headerRows: 0 });
      else if (name === "tr" && table) table.row = [];
      else if (name === "tblHeader" && table && table.headerRows === table.rows.length) table.headerRows += 1;
      else if (name === "tc" && table) table.cell = { text: "", span: 1, continues: false };
      else if (name === "gridSpan" && table?.cell) table.cell.span = Math.min(Number(value) || 1, limits.tableColumns);
      else if (name === "vMerge" && table?.cell) table.cell.continues = value !== "restart";
      else if (!paragraph) return;
      else if (name === "pStyle") paragraph.style = value;
      else if (name === "numId") paragraph.numberId = value;
      else if (name === "ilvl") paragraph.level = Number(value) || 0;
      else if (name === "outlineLvl") paragraph.outline = Number(value);
      else if (name === "jc")
        paragraph.align = value === "center" ? "center" : /right|end/.test(value) ? "right" : "left";
      else if (name === "vanish") isHidden = value !== "0" && value !== "false";
      else if (name === "t") isText = true;
      else if (name === "tab") paragraph.text += " ";
      else if (name === "br" || name === "cr") paragraph.text += "\n";
      else if (name === "noBreakHyphen") paragraph.text += "-";
    },
    close(name) {
      const table = tables.at(-1);
      if (skippedElements.has(name)) skipped -= 1;
      else if (name === "t") isText = false;
      else if (name === "r") isHidden = false;
      else if (name === "p") closeParagraph();
      else if (name === "tc" && table) closeCell(table);
      else if (name === "tr" && table && table.rows.length < limits.tableRows) table.rows.push(table.row);
      else if (name === "tbl") closeTable(tables, lines);
    },
    text(text) {
      const paragraph = paragraphs.at(-1);
      if (isText && !isHidden && skipped === 0 && paragraph) paragraph.text += text;
    },
  });
  return { lines, title: titles.length > 0 ? titles.join("") : null };
}

/** The older drawing of a text box repeats the newer; moved and deleted text stands elsewhere or nowhere. */
const skippedElements = new Set(["Fallback", "moveFrom", "del"]);

function addNumber(
  { text, style: id, numberId, level }: Paragraph,
  styles: ReadonlyMap<string, ParagraphStyle>,
  numbering: Numbering,
): { text: string; style: ParagraphStyle | null } {
  const style = resolveStyle(styles, id);
  const list = numberId ?? style?.numberId ?? null;
  if (list === null || list === "0" || text.trim() === "") return { text, style };
  const { label } = numbering.next(list, level ?? style?.level ?? 0);
  if (label === null) return { text, style };
  const gap = /[、，．）)]$/.test(label) ? "" : " ";
  return { text: `${label}${gap}${text.trimStart()}`, style };
}

function tagOf({ outline }: Paragraph, style: ParagraphStyle | null): "p" | "h1" | "h2" | "h3" {
  const level = outline ?? style?.outline ?? 9;
  if (level === 0) return "h1";
  if (level === 1) return "h2";
  return level < 9 ? "h3" : "p";
}

function closeCell(table: Table): void {
  const { cell, row, rows } = table;
  table.cell = null;
  if (!cell) return;
  const text = cell.continues ? (rows.at(-1)?.[row.length] ?? "") : cell.text;
  row.push(text);
  for (let column = 1; column < cell.span && row.length < limits.tableColumns; column += 1) row.push("");
}

function closeTable(tables: Table[], lines: TextLine[]): void {
  const table = tables.pop();
  if (!table) return;
  const rows = table.rows.filter((row) => row.some((text) => text !== ""));
  const outer = tables.at(-1)?.cell;
  // A table within a cell is part of the cell's text.
  if (outer) {
    outer.text = [outer.text, ...rows.map((row) => row.filter((text) => text !== "").join(" "))].join(" ").trim();
    return;
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width <= 1) {
    for (const [text = ""] of rows) lines.push({ is: "line", text, tag: "p", align: "left" });
    return;
  }
  for (const row of rows) while (row.length < width) row.push("");
  const isWords = rows.length > 1 && (rows[0] ?? []).every((text) => text.length <= 30 && /\D|^$/.test(text));
  const headerRows = table.headerRows > 0 ? Math.min(table.headerRows, rows.length) : isWords ? 1 : 0;
  lines.push({ is: "table", grid: { rows, headerRows } });
}
