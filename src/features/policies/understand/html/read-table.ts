import { limits } from "../limits.ts";
import type { HtmlElement } from "./parse-html.ts";
import { findElement, isHidden, textOf } from "./walk.ts";

export interface TableGrid {
  rows: string[][];
  headerRows: number;
}

/**
 * A table as a grid. Null for one that only lays a page out: of one column, with tables in
 * its cells, or with paragraphs in them that make most of it. A cell over several rows stands in each of them, so that each says all it says;
 * one over several columns stands in the first, and in a head in each.
 */
export function readTable(table: HtmlElement): TableGrid | null {
  const rows = listRows(table);
  if (isLayout(rows)) return null;
  const headerRows = countHeaderRows(rows);
  const grid: string[][] = [];
  /** cells that reach down from rows above: by column */
  const hanging = new Map<number, { text: string; left: number }>();
  let cells = 0;
  for (const [index, row] of rows.slice(0, limits.tableRows).entries()) {
    const line: string[] = [];
    const place = (text: string): void => {
      line.push(text);
      cells += 1;
    };
    const fillHanging = (): void => {
      for (let above = hanging.get(line.length); above && above.left > 0; above = hanging.get(line.length)) {
        above.left -= 1;
        place(above.text);
      }
    };
    for (const cell of row.cells) {
      fillHanging();
      const text = textOf(cell);
      const columns = span(cell.attributes.colspan, limits.tableColumns - line.length);
      const down = span(cell.attributes.rowspan, rows.length - index) - 1;
      for (let column = 0; column < columns; column += 1) {
        const shown = column === 0 || index < headerRows ? text : "";
        if (down > 0) hanging.set(line.length, { text: shown, left: down });
        place(shown);
      }
      if (line.length >= limits.tableColumns) break;
    }
    fillHanging();
    if (line.some((text) => text !== "")) grid.push(line);
    if (cells > limits.tableCells) break;
  }
  if (grid.length === 0) return { rows: [], headerRows: 0 };
  const width = Math.max(...grid.map((line) => line.length));
  for (const line of grid) while (line.length < width) line.push("");
  return { rows: grid, headerRows: Math.min(headerRows, grid.length) };
}

interface Row {
  cells: HtmlElement[];
  isHead: boolean;
}

/** Rows of this table; tables within its cells are text of their cell. */
export function listRows(table: HtmlElement): Row[] {
  const rows: Row[] = [];
  const visit = (element: HtmlElement, isHead: boolean): void => {
    for (const child of element.children) {
      if (typeof child === "string" || isHidden(child)) continue;
      if (child.name === "tr") {
        const cells = child.children.filter(
          (cell): cell is HtmlElement => typeof cell !== "string" && (cell.name === "td" || cell.name === "th"),
        );
        rows.push({ cells, isHead });
      } else if (child.name !== "table" && child.name !== "td") visit(child, isHead || child.name === "thead");
    }
  };
  visit(table, false);
  return rows;
}

function isLayout(rows: readonly Row[]): boolean {
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (widest <= 1) return true;
  let paragraphs = 0;
  let all = 0;
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (findElement(cell, ({ name }) => name === "table")) return true;
      const { length } = textOf(cell);
      all += length;
      if (length > 200 && countParagraphs(cell) >= 3) paragraphs += length;
    }
  }
  return paragraphs > all * 0.6;
}

function countParagraphs(element: HtmlElement): number {
  let count = 0;
  for (const child of element.children) {
    if (typeof child === "string") continue;
    count += child.name === "p" || child.name === "br" || child.name === "tr" ? 1 : countParagraphs(child);
  }
  return count;
}

function countHeaderRows(rows: readonly Row[]): number {
  const isHead = ({ cells, isHead }: Row): boolean =>
    isHead || (cells.length > 0 && cells.every(({ name }) => name === "th"));
  const marked = rows.findIndex((row) => !isHead(row));
  if (marked > 0) return marked;
  const [first, second] = rows;
  if (marked === -1 || !first || !second || first.cells.length < 2) return 0;
  // Nobody marks heads in these pages: a first row of short words above others is one, as high as its highest cell.
  const isWords = first.cells.every((cell) => /\D/.test(textOf(cell)) && textOf(cell).length <= 30);
  if (!isWords) return 0;
  return Math.min(Math.max(...first.cells.map((cell) => span(cell.attributes.rowspan, 4))), rows.length - 1);
}

function span(value: string | undefined, most: number): number {
  const count = Number.parseInt(value ?? "1", 10);
  return Math.max(1, Math.min(Number.isNaN(count) || count < 1 ? 1 : count, most));
}
