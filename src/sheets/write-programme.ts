import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { neutraliseFormula } from "../core/neutralise-formula.ts";
import type { ReadTransaction } from "../db/transaction.ts";
import type { CellValue } from "./parse-cell.ts";
import { countSheetRows, readSheetRows } from "./rows.ts";
import type { Column, Sheet } from "./sheet.ts";

/**
 * Writes every sheet that has rows as the CSV file that `readProgrammeFiles` reads: loading the folder again changes nothing.
 * Each file is written beside its name and then renamed, so that a stopped export leaves no half file.
 */
export async function writeProgrammeFiles(
  transaction: ReadTransaction,
  directory: string,
  sheets: readonly Sheet[],
  onProgress: (file: string, rows: number) => void = () => {},
): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const sheet of sheets) {
    const count = await countSheetRows(transaction, sheet);
    if (count === 0) continue;
    const path = join(directory, `${sheet.name}.csv`);
    const stream = createWriteStream(`${path}.part`);
    for await (const lines of printSheet(transaction, sheet)) if (!stream.write(lines)) await once(stream, "drain");
    stream.end();
    await once(stream, "finish");
    await rename(`${path}.part`, path);
    onProgress(`${sheet.name}.csv`, count);
  }
}

/** The sheet as its CSV file holds it, piece by piece. */
export async function* printSheet(transaction: ReadTransaction, sheet: Sheet): AsyncGenerator<string> {
  yield `\uFEFF${toLines([sheet.columns.map((column) => column.name)])}`;
  for await (const rows of readSheetRows(transaction, sheet))
    yield toLines(rows.map((row) => sheet.columns.map((column) => printCell(column, row[column.name] ?? null))));
}

export function printCell(column: Column, value: CellValue): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(";");
  if (column.value.type === "flag") return value ? "yes" : "no";
  return String(value);
}

function toLines(rows: string[][]): string {
  const safe = rows.map((row) => row.map(neutraliseFormula));
  return stringify(safe, { record_delimiter: "windows", quoted_match: /[\r\n]/ });
}
