import { createHash } from "node:crypto";
import { languages } from "../../../core/language.ts";
import type { ReadTransaction } from "../../../db/transaction.ts";
import { writeDataCsv } from "../../../documents/data-csv.ts";
import type { Context } from "../../../platform/context.ts";
import { RecordCache } from "../../../platform/record-cache.ts";
import { sheets } from "../../../sheets/registry.ts";
import type { Sheet } from "../../../sheets/sheet.ts";
import { printSheet } from "../../../sheets/write-programme.ts";
import { getProgramme } from "../../programme/service.ts";
import { getDataTables } from "../../statistics/data/data-tables.ts";
import { listTables } from "../../statistics/service.ts";
import { describeCatalogue } from "../catalogue/describe-catalogue.ts";
import { writeJsonLd } from "../catalogue/write-json-ld.ts";
import { writeTurtle } from "../catalogue/write-turtle.ts";
import { type DatasetId, datasets } from "../datasets.ts";
import { writeActivityFile } from "../iati/activity-file.ts";
import { getRowCounts } from "../offers.ts";
import type { Release } from "../release.ts";
import { describePackage } from "./data-package.ts";
import { writeReadme } from "./readme.ts";
import { writeDatasetJson } from "./write-json.ts";
import type { ArchiveWriter, WrittenFile } from "./zip-writer.ts";

export interface ArchiveRequest {
  /** address of the site, which identifiers and links begin with */
  origin: string;
  month: string;
  version: number;
  /** for the catalogue in it */
  earlier: readonly Release[];
}

export interface ArchiveReport {
  asOf: string;
  /** the same wherever the records, tables and the activity file are the same, whatever the month */
  fingerprint: string;
  datasets: { id: DatasetId; sheets: { sheet: string; rows: number }[] }[];
  tables: number;
  files: number;
}

/**
 * Writes all public records, as they stand at one moment; the writer is left open: `records` is a programme folder that `renkei load` takes,
 * `json`, `tables`, `iati` and `catalogue` say the same in other forms.
 */
export function writeArchive(context: Context, writer: ArchiveWriter, request: ArchiveRequest): Promise<ArchiveReport> {
  // Every service reads through this one transaction, so that no publication comes between two files.
  return context.database.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((transaction) => {
      const database = { ...context.database, within: transaction };
      return write({ ...context, database, cache: new RecordCache() }, transaction, writer, request);
    });
}

async function write(
  context: Context,
  transaction: ReadTransaction,
  archive: ArchiveWriter,
  request: ArchiveRequest,
): Promise<ArchiveReport> {
  const programme = await getProgramme(context);
  const counts = await getRowCounts(context);
  for (const language of languages) {
    const readme = writeReadme(language, programme, request, counts);
    await archive.add(`README.${language}.md`, [readme]);
  }
  const described: (WrittenFile & { sheet?: Sheet })[] = [];
  for (const sheet of sheets)
    if ((counts.get(sheet.name) ?? 0) > 0)
      described.push({ ...(await archive.add(`records/${sheet.name}.csv`, printSheet(transaction, sheet))), sheet });
  const heading = { programme: programme.id, asOf: programme.asOf };
  for (const dataset of datasets)
    await archive.add(`json/${dataset.id}.json`, writeDatasetJson(transaction, dataset, heading));
  const tables = await addTables(context, archive);
  await archive.add("iati/iati-activities.xml", [await writeActivityFile(context, request.origin)]);
  const fingerprint = fingerprintOf(archive.files);
  const catalogue = await describeCatalogue(context, request.origin, request.earlier);
  await archive.add("catalogue/catalogue.jsonld", [writeJsonLd(catalogue)]);
  await archive.add("catalogue/catalogue.ttl", [writeTurtle(catalogue)]);
  await archive.add("datapackage.json", [describePackage(programme, request, request.origin, described)]);
  await archive.add("CHECKSUMS", [archive.files.map((file) => `${file.sha256}  ${file.path}\n`).join("")]);
  return {
    asOf: programme.asOf,
    fingerprint,
    datasets: datasets.map(({ id, sheets: members }) => ({
      id,
      sheets: members.map(({ name }) => ({ sheet: name, rows: counts.get(name) ?? 0 })),
    })),
    tables,
    files: archive.files.length,
  };
}

/** Every published table of every year that it has, in each language; the number of tables. */
async function addTables(context: Context, archive: ArchiveWriter): Promise<number> {
  const summaries = await listTables(context, "en");
  for (const { id, yearly, fiscalYears } of summaries)
    for (const fiscalYear of yearly ? fiscalYears : [undefined])
      for (const language of languages)
        for (const table of await getDataTables(context, id, { fiscalYear, language })) {
          const name = fiscalYear === undefined ? table.id : `${table.id}-${fiscalYear}`;
          await archive.add(`tables/${language}/${name}.csv`, [writeDataCsv(table)]);
        }
  return summaries.length;
}

/** README and catalogue name the month; what they describe may be the same as last month. */
function fingerprintOf(files: readonly WrittenFile[]): string {
  const hash = createHash("sha256");
  for (const { path, sha256 } of files) if (!path.startsWith("README")) hash.update(`${sha256} ${path}\n`);
  return hash.digest("hex");
}
