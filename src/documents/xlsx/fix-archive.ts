import { unzipSync, zipSync } from "fflate";

/** The first moment that a ZIP archive can name, in whatever zone: fflate writes local time. */
export const archiveTime = new Date(1980, 0, 1, 12);

/** The same parts in the same order under a fixed time, so that the same table gives the same bytes on each day. */
export function fixArchive(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Uint8Array.from(zipSync(Object.fromEntries(parts), { mtime: archiveTime, level: 6 }));
}

/** Readers that look at the first entry only tell a workbook by its list of content types (OPC, ECMA-376 Part 2). */
function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
