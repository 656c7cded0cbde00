import { AppError } from "../../core/errors.ts";
import { localize } from "../../core/localized.ts";
import { writeDataCsv } from "../../documents/data-csv.ts";
import type { PrintOptions } from "../../documents/lay-out-print.ts";
import { render } from "../../documents/render.ts";
import type { Context } from "../../platform/context.ts";
import { getProgramme } from "../programme/service.ts";
import { getDataTables } from "./data/data-tables.ts";
import { toPrintTable } from "./print.ts";
import { getTable, type TableRequest } from "./service.ts";

/** Forms of a published table: for paper, and for machines. */
export const tableFileEndings = ["xlsx", "docx", "pdf", "csv", "data.xlsx"] as const;
export type TableFileEnding = (typeof tableFileEndings)[number];

export interface TableFileRequest extends Omit<TableRequest, "calendar">, PrintOptions {
  /** id of one of the data tables that make up the table; the first where absent */
  part?: string | undefined;
}

export interface TableFile {
  fileName: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const openXml = "application/vnd.openxmlformats-officedocument";
export const tableFileContentTypes: Record<TableFileEnding, string> = {
  xlsx: `${openXml}.spreadsheetml.sheet`,
  "data.xlsx": `${openXml}.spreadsheetml.sheet`,
  docx: `${openXml}.wordprocessingml.document`,
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
};

/** A published table as a file. Throws `not-found` as getTable does, and for a part that the table does not have; a RenderError. */
export async function writeTableFile(
  context: Context,
  id: string,
  ending: TableFileEnding,
  request: TableFileRequest,
): Promise<TableFile> {
  const table = await getTable(context, id, request);
  const settled = { ...request, asOf: table.asOf, fiscalYear: table.fiscalYear ?? undefined };
  const nameOf = (base: string) =>
    `${[base, table.fiscalYear, table.asOf, table.lang].filter((part) => part !== null).join("-")}.${ending}`;
  const file = (base: string, bytes: Uint8Array<ArrayBuffer>) => ({
    fileName: nameOf(base),
    contentType: tableFileContentTypes[ending],
    bytes,
  });
  if (ending === "csv" || ending === "data.xlsx") {
    const tables = await getDataTables(context, id, settled);
    if (ending === "data.xlsx") {
      const { bytes } = await render({ is: "data", format: "xlsx", tables, date: table.asOf });
      return file(`${id}-data`, bytes);
    }
    const part = tables.find((candidate) => candidate.id === (request.part ?? id)) ?? null;
    if (!part) throw new AppError("not-found", { kind: "table-part", id: request.part ?? id });
    return file(part.id, new TextEncoder().encode(writeDataCsv(part)));
  }
  const { name } = await getProgramme(context);
  const maker = localize(name, table.lang).text;
  const print = toPrintTable(table, request);
  const { bytes } = await render({ is: "table", format: ending, table: print, maker, date: table.asOf });
  return file(id, bytes);
}
