import { openArchive } from "./open-archive.ts";
import { readGrid } from "./read-grid.ts";
import { readSharedStrings, readStyles, readWorkbookParts } from "./read-parts.ts";
import type { Workbook } from "./workbook.ts";

/** Reads an .xlsx or .xlsm file. `onProgress` gets the share of the sheets' bytes that is read, 0 to 1. */
export async function readXlsx(bytes: Uint8Array, onProgress: (share: number) => void): Promise<Workbook> {
  const archive = await openArchive(bytes);
  const parts = await readWorkbookParts(archive);
  const strings = await readSharedStrings(archive, parts.strings);
  const styles = await readStyles(archive, parts.styles);
  const total = parts.sheets.reduce((sum, { part }) => sum + archive.sizeOf(part), 0);
  const budget = { rows: 0, cells: 0, characters: 0 };
  const workbook: Workbook = { format: "xlsx", encoding: null, grids: [] };
  let done = 0;
  for (const { part, name, hidden } of parts.sheets) {
    const request = { archive, part, name, hidden, strings, styles, from1904: parts.from1904, budget };
    const onBytes = (count: number) => onProgress((done + count) / Math.max(total, 1));
    workbook.grids.push(await readGrid({ ...request, onBytes }));
    done += archive.sizeOf(part);
  }
  return workbook;
}
