import { writeTableCsv } from "../../../documents/csv.ts";
import type { RawHandler } from "../../../web/page.ts";
import { getTable } from "../service.ts";
import { readTableQuery } from "./read-table-query.ts";

/** The table as the page shows it, for Excel. */
export const downloadTableCsv: RawHandler = async (request) => {
  const id = (request.params.file ?? "").replace(/\.csv$/, "");
  const table = await getTable(request.context, id, { ...readTableQuery(request), language: request.language });
  const year = table.fiscalYear === null ? "" : `-${table.fiscalYear}`;
  return {
    contentType: "text/csv; charset=utf-8",
    content: writeTableCsv(table),
    fileName: `${table.id}${year}-${table.asOf}.csv`,
  };
};
