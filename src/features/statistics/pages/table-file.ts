import { AppError } from "../../../core/errors.ts";
import type { PrintOptions } from "../../../documents/lay-out-print.ts";
import type { RawHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { type TableFileEnding, tableFileEndings, writeTableFile } from "../table-files.ts";
import { readTableQuery } from "./read-table-query.ts";

/** A published table for paper (Excel, Word, PDF) or for machines (CSV, Excel). */
export const downloadTableFile: RawHandler = async (request) => {
  const { context, language, params, url } = request;
  const { id, ending } = splitName(params.file ?? "");
  const wanted = { ...readTableQuery(request), language, calendar: readCalendar(url), part: readText(url, "part") };
  const { fileName, contentType, bytes } = await writeTableFile(context, id, ending, wanted);
  return { contentType, content: bytes, fileName };
};

/** Throws `not-found` for a name with none of the endings. */
function splitName(file: string): { id: string; ending: TableFileEnding } {
  // The longer ending first: `data.xlsx` is no `xlsx` of a table `overview.data`.
  const ending = tableFileEndings.toSorted((a, b) => b.length - a.length).find((one) => file.endsWith(`.${one}`));
  if (ending === undefined) throw new AppError("not-found", { kind: "table", id: file });
  return { id: file.slice(0, -ending.length - 1), ending };
}

/** 和暦 on demand (in Japanese; the other languages know none). Throws `invalid-input` for any other calendar. */
function readCalendar(url: URL): PrintOptions["calendar"] {
  const asked = readText(url, "calendar") ?? "gregorian";
  if (asked !== "gregorian" && asked !== "wareki") throw new AppError("invalid-input", { field: "calendar" });
  return asked;
}
