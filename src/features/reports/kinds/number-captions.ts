import type { PrintTable } from "../../../documents/print-table.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { ChartFile } from "../../statistics/charts.ts";
import type { Study } from "../compose/study.ts";
import { captionedTable } from "../compose/tables.ts";

export interface Numbering {
  /** 「表3　訪日研修の実施状況」 */
  table(table: PrintTable): Block;
  /** 「図2　協議の回数」 */
  chart(chart: ChartFile): Block;
}

/** Gives tables and figures the next numbers of the document. */
export function openNumbering({ language }: Study): Numbering {
  let tables = 0;
  let charts = 0;
  return {
    table(table) {
      tables += 1;
      return captionedTable(table, message(language, "report.sentence.tableLabel", { number: tables }), language);
    },
    chart({ title, description, svg, width, height }) {
      charts += 1;
      const label = message(language, "report.letter.figureLabel", { number: charts });
      const caption = message(language, "report.sentence.caption", { label, title });
      return { is: "chart", caption, chart: { svg, width, height, alt: description } };
    },
  };
}
