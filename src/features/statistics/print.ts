import { writeEdtf } from "../../core/edtf-format.ts";
import { layOutPrint, type PrintOptions, type PrintWords } from "../../documents/lay-out-print.ts";
import type { PrintTable } from "../../documents/print-table.ts";
import type { TableDocument } from "../../documents/table.ts";
import { type MessageKey, message } from "../../messages/message.ts";
import { labelOfRows } from "./row-labels.ts";

/** Headings over the columns of numbered lists that belong together. */
const groups = [
  { key: "period", columns: ["date", "days"] },
  { key: "cities", columns: ["home", "partner"] },
  { key: "cities", columns: ["sender", "receiver"] },
] as const;

/** A published table as paper shows it, in the language of the table. */
export function toPrintTable(table: TableDocument, options: PrintOptions): PrintTable {
  const language = table.lang;
  const present = new Set(table.columns.map(({ key }) => key));
  const words: PrintWords = {
    asOfText: message(language, "table.print.asOf", {
      date: writeEdtf(table.asOf, language, { calendar: options.calendar }),
    }),
    notesTitle: message(language, "table.print.notes"),
    emptyText: message(language, "table.print.empty"),
    rowLabels: labelOfRows(table, language),
    groups: groups
      .filter(({ columns }) => columns.every((key) => present.has(key)))
      .map(({ key, columns }) => ({
        key,
        columns,
        label: message(language, `table.print.group.${key}` as MessageKey),
      })),
    noteOfRow: (row, note) => message(language, "table.print.noteOfRow", { row, note }),
    claimMark: hasBothKinds(table)
      ? { mark: "※", note: message(language, "table.print.claimNote", { mark: "※" }) }
      : null,
  };
  return layOutPrint(table, words, options);
}

/** Where records and documents stand side by side, the reader is told which is which. */
function hasBothKinds({ rows, totals }: TableDocument): boolean {
  const cells = [...rows, ...(totals ? [totals] : [])].flatMap((row) => Object.values(row.cells));
  const kinds = cells.flatMap((cell) => ("figures" in cell ? cell.figures.map(({ basis }) => basis) : []));
  return new Set(kinds).size > 1;
}
