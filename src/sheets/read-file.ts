import { readFile, stat } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { isNeutralised, readNeutralised } from "../core/neutralise-formula.ts";
import { parseCell, type Row } from "./parse-cell.ts";
import { type Problem, type ProblemReason, shortenValue } from "./problem.ts";
import type { Column, Sheet } from "./sheet.ts";

/** 100,000 activities are about 40 MB; a larger file is a mistake or an attack. */
export const largestFileBytes = 64 * 1024 * 1024;

export interface SheetRow {
  line: number;
  row: Row;
}

export interface SheetContent {
  rows: SheetRow[];
  problems: Problem[];
}

/** Reads and checks one CSV file (RFC 4180, UTF-8 with or without a byte order mark) against its sheet. */
export async function readSheetFile(path: string, sheet: Sheet): Promise<SheetContent> {
  const file = `${sheet.name}.csv`;
  const fail = (reason: ProblemReason, line: number | null = null, expected: string | null = null): SheetContent => ({
    rows: [],
    problems: [{ file, line, column: null, value: null, reason, expected }],
  });
  const { size } = await stat(path);
  if (size > largestFileBytes) return fail("too-large", null, `${largestFileBytes / 1024 / 1024} MB`);
  const bytes = await readFile(path);
  const text = decodeUtf8(bytes);
  if (text === null) return fail("not-utf8", findInvalidLine(bytes), guessEncoding(bytes));
  const control = findControlCharacter(text);
  if (control !== null) return fail("control-character", control);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : null;
    return fail("broken-quoting", line);
  }
  const header = records[0];
  if (!header) return fail("empty-file", 1);
  return readRecords(file, sheet, header.record, records.slice(1));
}

function readRecords(
  file: string,
  sheet: Sheet,
  header: string[],
  records: { record: string[]; info: { lines: number } }[],
): SheetContent {
  const problems: Problem[] = checkHeader(file, sheet, header);
  if (problems.length > 0) return { rows: [], problems };
  const columns = header.map((name) => sheet.columns.find((column) => column.name === name) as Column);
  const rows: SheetRow[] = [];
  for (const { record, info } of records) {
    const line = info.lines;
    if (record.length !== header.length) {
      const value = shortenValue(record.join(","));
      problems.push({ file, line, column: null, value, reason: "wrong-cell-count", expected: String(header.length) });
      continue;
    }
    const row: Row = {};
    columns.forEach((column, index) => {
      const found = parseCell(column, readNeutralised(record[index] ?? ""), row, {
        allowFormula: isNeutralised(record[index]),
      });
      if (found) problems.push({ file, line, column: column.name, ...found });
    });
    rows.push({ line, row });
  }
  return { rows, problems };
}

function checkHeader(file: string, sheet: Sheet, header: string[]): Problem[] {
  const expected = sheet.columns.map((column) => column.name);
  const problem = (reason: ProblemReason, column: string): Problem => ({
    file,
    line: 1,
    column,
    value: null,
    reason,
    expected: reason === "unknown-column" ? expected.join(", ") : null,
  });
  return [
    ...expected.filter((name) => !header.includes(name)).map((name) => problem("missing-column", name)),
    ...header.filter((name) => !expected.includes(name)).map((name) => problem("unknown-column", shortenValue(name))),
    ...header.filter((name, index) => header.indexOf(name) !== index).map((name) => problem("repeated-column", name)),
  ];
}

/** Decodes UTF-8 and drops the byte order mark; null where the bytes are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function findInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const next = bytes.indexOf(10, start);
    const end = next === -1 ? bytes.length : next + 1;
    if (decodeUtf8(bytes.subarray(start, end)) === null) return line;
    start = end;
    line += 1;
  }
  return line;
}

/** Names the encoding that the bytes most likely are in, so that a person can save the file again as UTF-8. */
function guessEncoding(bytes: Uint8Array): string | null {
  for (const encoding of ["shift_jis", "gb18030", "utf-16le"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/\p{Cc}(?<![\t\n\r])|\p{Co}/u.test(text)) return encoding;
    } catch {
      // not this one
    }
  }
  return null;
}

function findControlCharacter(text: string): number | null {
  const match = /(?![\t\n\r])\p{Cc}/u.exec(text);
  return match ? text.slice(0, match.index).split("\n").length : null;
}
