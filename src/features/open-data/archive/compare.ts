import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { Sheet } from "../../../sheets/sheet.ts";

export interface SheetChange {
  sheet: string;
  added: number;
  changed: number;
  removed: number;
}

/**
 * What became of the rows of each sheet between two archives, by their keys; sheets without any change are left out. One sheet
 * stands in memory at a time. Columns that only one of the two has, as another version of the program writes them, change no row.
 */
export function compareArchives(before: Uint8Array, after: Uint8Array, sheets: readonly Sheet[]): SheetChange[] {
  return sheets.flatMap((sheet) => {
    const old = readRows(before, sheet);
    const now = readRows(after, sheet);
    const shared = now.columns.filter((name) => old.columns.includes(name));
    // A sheet without rows has no file, and so no columns.
    const columns = shared.length > 0 ? shared : sheet.columns.map(({ name }) => name);
    const [earlier, later] = [fingerprintRows(old.rows, sheet, columns), fingerprintRows(now.rows, sheet, columns)];
    let added = 0;
    let changed = 0;
    for (const [key, print] of later) {
      const previous = earlier.get(key);
      if (previous === undefined) added += 1;
      else if (previous !== print) changed += 1;
      earlier.delete(key);
    }
    const removed = earlier.size;
    return added + changed + removed === 0 ? [] : [{ sheet: sheet.name, added, changed, removed }];
  });
}

type Row = Record<string, string>;

function readRows(archive: Uint8Array, { name }: Sheet): { columns: string[]; rows: Row[] } {
  const path = `records/${name}.csv`;
  const content = unzipSync(archive, { filter: (file) => file.name === path })[path];
  if (!content) return { columns: [], rows: [] };
  const rows: Row[] = parse(Buffer.from(content), { bom: true, columns: true, skip_empty_lines: true });
  return { columns: Object.keys(rows[0] ?? {}), rows };
}

function fingerprintRows(rows: readonly Row[], { key }: Sheet, columns: readonly string[]): Map<string, string> {
  const prints = new Map<string, string>();
  for (const row of rows) {
    const values = JSON.stringify(columns.map((name) => row[name] ?? ""));
    prints.set(
      JSON.stringify(key.map((name) => row[name] ?? "")),
      createHash("sha256").update(values).digest("base64").slice(0, 16),
    );
  }
  return prints;
}
