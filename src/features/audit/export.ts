import { writeCsv } from "../../documents/csv.ts";
import type { AuditRow } from "./audit.ts";

export type AuditFormat = "jsonl" | "csv";

export const auditColumns = [
  "number",
  "at",
  "actor",
  "organisation",
  "action",
  "subject",
  "details",
  "network",
  "previousHash",
  "hash",
] as const satisfies readonly (keyof AuditRow)[];

/** Pieces of the file: with JSON Lines and `hashAuditRow` whoever gets it can work the chain out again. */
export async function* writeAuditFile(
  pages: AsyncIterable<readonly AuditRow[]> | Iterable<readonly AuditRow[]>,
  format: AuditFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield writeCsv([auditColumns]);
  for await (const rows of pages) yield format === "csv" ? writeCsvLines(rows) : writeJsonLines(rows);
}

/** Ids only: whose they are, this site tells those who may know. */
function writeJsonLines(rows: readonly AuditRow[]): string {
  return rows
    .map((row) => `${JSON.stringify(Object.fromEntries(auditColumns.map((column) => [column, row[column]])))}\n`)
    .join("");
}

function writeCsvLines(rows: readonly AuditRow[]): string {
  const lines = rows.map((row) =>
    auditColumns.map((column) => (column === "details" ? JSON.stringify(row.details) : row[column])),
  );
  // The byte order mark stands at the beginning of the file only.
  return writeCsv(lines).slice(1);
}
