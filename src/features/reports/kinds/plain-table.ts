import type { PrintTable } from "../../../documents/print-table.ts";
import type { Study } from "../compose/study.ts";
import { plainTable } from "../compose/tables.ts";

/** A table that says nothing of a day: its document does, on its first page. */
export function timelessTable(study: Study, content: Parameters<typeof plainTable>[1]): PrintTable {
  return { ...plainTable(study, content), asOfText: "" };
}
