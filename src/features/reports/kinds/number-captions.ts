import type { PrintTable } from "../../../documents/print-table.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Study } from "../compose/study.ts";
import { captionedTable } from "../compose/tables.ts";

/** Gives tables the next number of the document: 「表3　訪日研修の実施状況」. */
export function numberCaptions({ language }: Study): (table: PrintTable) => Block {
  let number = 0;
  return (table) => {
    number += 1;
    return captionedTable(table, message(language, "report.sentence.tableLabel", { number }), language);
  };
}
