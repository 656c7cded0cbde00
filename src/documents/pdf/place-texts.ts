import type { Language } from "../../core/language.ts";
import type { PrintTable } from "../print-table.ts";
import { type Block, joinRuns, type Report } from "../report.ts";
import type { PlacedText } from "./check-glyphs.ts";
import { readSvgText } from "./svg-fonts.ts";

const words: Record<Language, { row: (row: number) => string; head: string; between: string }> = {
  ja: { row: (row) => `${row}行目`, head: "見出し", between: "、" },
  zh: { row: (row) => `第${row}行`, head: "表头", between: "，" },
  en: { row: (row) => `row ${row}`, head: "heading", between: ", " },
};

/** All texts of a table: 「表1、3行目、派遣元」. */
export function* placeTableTexts(table: PrintTable): Generator<PlacedText> {
  const { row, head, between } = words[table.language];
  const at = (...parts: string[]) => [table.title, ...parts].filter((part) => part !== "").join(between);
  for (const text of [table.title, table.asOfText]) yield { place: at(), text };
  for (const { label, group } of table.columns) yield { place: at(head), text: `${label}${group?.label ?? ""}` };
  for (const [index, { cells }] of table.rows.entries())
    for (const [place, { text }] of cells.entries())
      yield { place: at(row(index + 1), table.columns[place]?.label ?? ""), text };
  if (table.rows.length === 0) yield { place: at(), text: table.emptyText };
  for (const text of table.notes) yield { place: at(table.notesTitle), text };
}

/** All texts of a report, each with the heading under which it stands. */
export function* placeReportTexts(report: Report, blocks: readonly Block[]): Generator<PlacedText> {
  const { between } = words[report.language];
  yield { place: report.title, text: `${report.title}${report.maker}` };
  let heading = report.title;
  for (const block of blocks) {
    if (block.is === "heading") heading = block.text;
    for (const { place, text } of placeBlockTexts(block))
      yield { place: place === "" ? heading : `${heading}${between}${place}`, text };
  }
}

function* placeBlockTexts(block: Block): Generator<PlacedText> {
  switch (block.is) {
    case "heading":
      yield { place: "", text: block.text };
      break;
    case "paragraph":
      yield { place: "", text: joinRuns(block.runs) };
      break;
    case "list":
      for (const item of block.items) yield { place: "", text: joinRuns(item) };
      break;
    case "facts":
      for (const { term, runs } of block.rows) yield { place: term, text: `${term}${joinRuns(runs)}` };
      break;
    case "key-figures":
      for (const { value, label } of block.items) yield { place: label, text: `${value}${label}` };
      break;
    case "table":
      if (block.caption !== null) yield { place: block.caption, text: block.caption };
      yield* placeTableTexts(block.table);
      break;
    case "photographs":
      for (const { caption, credit } of block.photographs) yield { place: caption, text: `${caption}${credit}` };
      break;
    case "chart":
      yield { place: block.caption, text: `${block.caption}${readSvgText(block.chart.svg)}` };
      break;
    case "contents":
      yield { place: "", text: block.title };
      break;
    case "page-break":
      break;
  }
}
