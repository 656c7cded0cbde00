import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { projectRoot } from "../platform/config.ts";

export const sampleFolder = join(projectRoot, "programmes/china-air");

/** A copy of the sample programme that a test may spoil. */
export async function copySample(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "renkei-programme-"));
  await cp(sampleFolder, folder, { recursive: true });
  return folder;
}

/** Changes one file of the folder row by row; `change` gets each row by column name and may return null to drop it. */
export async function changeRows(
  folder: string,
  sheet: string,
  change: (row: Record<string, string>) => Record<string, string> | null,
): Promise<void> {
  const path = join(folder, `${sheet}.csv`);
  const rows: Record<string, string>[] = parse(await readFile(path), { bom: true, columns: true });
  const header = Object.keys(rows[0] ?? {});
  const changed = rows.map(change).filter((row) => row !== null);
  await writeFile(path, `\uFEFF${stringify(changed, { header: true, columns: header, record_delimiter: "windows" })}`);
}
