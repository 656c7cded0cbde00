import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { render } from "../../documents/render.ts";
import type { Context } from "../../platform/context.ts";
import { printSheet } from "../../sheets/write-programme.ts";
import type { RawContent, RawHandler } from "../../web/page.ts";
import { getProgramme } from "../programme/service.ts";
import { writeDatasetJson } from "./archive/write-json.ts";
import { fileForms } from "./catalogue/authorities.ts";
import { describeCatalogue } from "./catalogue/describe-catalogue.ts";
import { writeJsonLd } from "./catalogue/write-json-ld.ts";
import { writeTurtle } from "./catalogue/write-turtle.ts";
import { readDatasetTables } from "./dataset-tables.ts";
import { type Dataset, datasets } from "./datasets.ts";
import { writeActivityFile } from "./iati/activity-file.ts";
import { getRowCounts, listOffers } from "./offers.ts";
import { readArchiveName } from "./release.ts";
import { getReleases, readRelease } from "./service.ts";

/** Everything below `/open-data` that is no page, but the archives, which have an address of their own kind. */
export const sendFile: RawHandler = async ({ context, language, url, params }) => {
  const file = params.file ?? "";
  const { origin } = url;
  if (file === "iati-activities.xml") return text(await writeActivityFile(context, origin), fileForms.xml.mediaType);
  if (file === "catalogue.jsonld" || file === "catalogue.ttl") {
    const nodes = await describeCatalogue(context, origin, await getReleases(context));
    return file === "catalogue.ttl"
      ? text(writeTurtle(nodes), fileForms.ttl.mediaType)
      : text(writeJsonLd(nodes), fileForms.jsonld.mediaType);
  }
  const [, name = "", ending = ""] = /^(.*)\.([a-z]+)$/.exec(file) ?? [];
  const found =
    (ending === "csv" && (await sendSheet(context, name))) ||
    (ending === "json" && (await sendJson(context, name))) ||
    (ending === "xlsx" && (await sendWorkbook(context, name, language)));
  if (!found) throw new AppError("not-found", { kind: "open-data-file", file });
  return found;
};

/** Kept by nobody on the way: it may be large, and the cache of pages is for pages. */
export const sendArchive: RawHandler = async ({ context, params }) => {
  const fileName = params.file ?? "";
  const { id } = await getProgramme(context);
  const wanted = readArchiveName(id, fileName);
  if (!wanted) throw new AppError("not-found", { kind: "open-data-file", file: fileName });
  const { content } = await readRelease(context, wanted);
  return { contentType: "application/zip", content, fileName };
};

async function sendSheet(context: Context, name: string): Promise<RawContent | null> {
  const counts = await getRowCounts(context);
  const sheet = datasets.flatMap((dataset) => listOffers(dataset, counts).csv).find((one) => one.name === name);
  if (!sheet) return null;
  const content = await read(context.database, (transaction) => join(printSheet(transaction, sheet)));
  return { content, contentType: "text/csv; charset=utf-8", fileName: `${name}.csv` };
}

async function sendJson(context: Context, id: string): Promise<RawContent | null> {
  const dataset = await findOffered(context, id, "json");
  if (!dataset) return null;
  const { id: programme, asOf } = await getProgramme(context);
  const content = await read(context.database, (transaction) =>
    join(writeDatasetJson(transaction, dataset, { programme, asOf })),
  );
  return { content, contentType: "application/json; charset=utf-8" };
}

async function sendWorkbook(context: Context, id: string, language: Language): Promise<RawContent | null> {
  const dataset = await findOffered(context, id, "xlsx");
  if (!dataset) return null;
  const tables = await readDatasetTables(context, dataset, language);
  const { asOf } = await getProgramme(context);
  const { bytes } = await render({ is: "data", format: "xlsx", tables, date: asOf });
  return { content: bytes, contentType: last(fileForms.xlsx.mediaType), fileName: `${id}-${language}.xlsx` };
}

async function findOffered(context: Context, id: string, form: "json" | "xlsx"): Promise<Dataset | null> {
  const dataset = datasets.find((candidate) => candidate.id === id);
  return dataset && listOffers(dataset, await getRowCounts(context))[form] ? dataset : null;
}

async function join(pieces: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const piece of pieces) parts.push(piece);
  return parts.join("");
}

function text(content: string, mediaType: string): RawContent {
  return { content, contentType: `${last(mediaType)}; charset=utf-8` };
}

/** IANA's address of a media type ends with its name. */
function last(mediaType: string): string {
  return mediaType.split("/").slice(-2).join("/");
}
