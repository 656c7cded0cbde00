import { once } from "node:events";
import { createWriteStream, existsSync, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { projectRoot } from "../../src/platform/config.ts";
import type { CellValue, Row } from "../../src/sheets/parse-cell.ts";
import { readSheetFile } from "../../src/sheets/read-file.ts";
import { sheets } from "../../src/sheets/registry.ts";
import type { Sheet } from "../../src/sheets/sheet.ts";
import { printCell } from "../../src/sheets/write-programme.ts";

export const sampleFolder = join(projectRoot, "programmes/china-air");

/** A sheet's rows in the sample programme; a file that it does not have is an empty sheet. */
export async function readSample(name: string): Promise<Row[]> {
  const path = join(sampleFolder, `${name}.csv`);
  if (!existsSync(path)) return [];
  const { rows, problems } = await readSheetFile(path, findSheet(name));
  if (problems.length > 0) throw new Error(`the sample's ${name}.csv has problems`);
  return rows.map(({ row }) => row);
}

export interface ProgrammeFolder {
  write(name: string, rows: readonly Row[]): Promise<void>;
  close(): Promise<void>;
}

/** Writes rows of any sheet as they come; a large programme never stands in memory whole. */
export async function openProgrammeFolder(directory: string): Promise<ProgrammeFolder> {
  await mkdir(directory, { recursive: true });
  const streams = new Map<string, WriteStream>();
  return {
    async write(name, rows) {
      const sheet = findSheet(name);
      let stream = streams.get(name);
      if (!stream) {
        stream = createWriteStream(join(directory, `${name}.csv`));
        stream.write(stringify([sheet.columns.map((column) => column.name)]));
        streams.set(name, stream);
      }
      const lines = rows.map((row) => sheet.columns.map((column) => printCell(column, cellOf(row, column.name))));
      if (!stream.write(stringify(lines))) await once(stream, "drain");
    },
    async close() {
      for (const stream of streams.values()) {
        stream.end();
        await once(stream, "finish");
      }
    },
  };
}

function cellOf(row: Row, name: string): CellValue {
  return row[name] ?? null;
}

function findSheet(name: string): Sheet {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}
