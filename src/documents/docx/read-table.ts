import type { PrintTable } from "../print-table.ts";
import { type Block, joinRuns, type Run } from "../report.ts";
import type { Reading } from "./read-context.ts";
import { readRuns } from "./read-runs.ts";
import { findAll, findChild, findChildren, readValue, type XmlElement } from "./xml.ts";

interface ReadCell {
  text: string;
  runs: Run[];
  paragraphs: string[];
  span: number;
  isContinued: boolean;
}

/**
 * A table of a template: two columns without a head are facts, a grid of plain texts is a table. One that places blocks or
 * pictures is only a way to arrange them, and its cells are read one after the other.
 */
export function readTable(
  table: XmlElement,
  caption: string | null,
  reading: Reading,
  readBlocks: (cell: XmlElement, reading: Reading) => Block[],
): Block[] {
  const rows = findChildren(table, "w:tr");
  const cells = rows.map((row) => findChildren(row, "w:tc").map((cell) => readCell(cell, reading)));
  const style = reading.keyOf(readValue(findChild(table, "w:tblPr"), "w:tblStyle"));
  if (style === "keyFigures") return [readKeyFigures(cells)];
  const hasHead = rows.some((row) => findChild(findChild(row, "w:trPr"), "w:tblHeader") !== undefined);
  const isPlain = findAll(table, "w:drawing").length === 0 && findAll(table, "w:tbl").length === 0;
  if (isPlain && !hasHead && cells.every((row) => row.length === 2)) return [readFacts(cells)];
  const hasPlaceholder = cells.flat().some(({ text }) => /[{｛]{2}/.test(text));
  if (!isPlain || hasPlaceholder || cells.length < 2)
    return rows.flatMap((row) => findChildren(row, "w:tc").flatMap((cell) => readBlocks(cell, reading)));
  return [{ is: "table", caption, table: readGrid(cells, caption ?? "", reading) }];
}

function readCell(cell: XmlElement, reading: Reading): ReadCell {
  const properties = findChild(cell, "w:tcPr");
  const paragraphs = findAll(cell, "w:p").map((paragraph) => readRuns(paragraph, reading));
  const merge = findChild(properties, "w:vMerge");
  const texts = paragraphs.map(joinRuns);
  return {
    text: texts.join("\n").trim(),
    runs: paragraphs.flatMap((runs, index) => (index === 0 ? runs : [{ text: "\n" }, ...runs])),
    paragraphs: texts,
    span: Number(readValue(properties, "w:gridSpan")) || 1,
    isContinued: merge !== undefined && merge.attributes["w:val"] !== "restart",
  };
}

function readFacts(cells: readonly ReadCell[][]): Block {
  return { is: "facts", rows: cells.map(([term, value]) => ({ term: term?.text ?? "", runs: value?.runs ?? [] })) };
}

function readKeyFigures(cells: readonly ReadCell[][]): Block {
  const items = cells
    .flat()
    .map(({ paragraphs: [value = "", label = ""] }) => ({ value, label }))
    .filter(({ value, label }) => value !== "" || label !== "");
  return { is: "key-figures", items };
}

/** Merged cells give their text to the first place they cover. */
function readGrid(cells: readonly ReadCell[][], title: string, { language }: Reading): PrintTable {
  const grid = cells.map((row) =>
    row.flatMap(({ text, span, isContinued }) => [isContinued ? "" : text, ...Array<string>(span - 1).fill("")]),
  );
  const [head = [], ...rows] = grid;
  const count = Math.max(1, ...grid.map((row) => row.length));
  return {
    id: "template-table",
    title,
    language,
    asOfText: "",
    columns: Array.from({ length: count }, (_, index) => ({
      key: `column-${index + 1}`,
      label: head[index] ?? "",
      share: 1 / count,
      align: "start",
    })),
    rows: rows.map((row, index) => ({
      key: String(index + 1),
      kind: "row",
      shaded: false,
      cells: Array.from({ length: count }, (_, column) => ({ text: row[column] ?? "" })),
    })),
    notes: [],
    notesTitle: "",
    emptyText: "",
    orientation: "portrait",
  };
}
