import { z } from "zod";
import { datasetIds } from "./datasets.ts";

/** What the row of a release keeps about its archive. */
export const releaseContentsSchema = z.object({
  datasets: z.array(
    z.object({
      id: z.enum(datasetIds),
      sheets: z.array(z.object({ sheet: z.string(), rows: z.number() })),
    }),
  ),
  tables: z.number(),
  files: z.number(),
  /** null for the first release, or where the archive before it can no longer be read */
  changes: z
    .object({
      since: z.object({ month: z.string(), version: z.number() }),
      sheets: z.array(z.object({ sheet: z.string(), added: z.number(), changed: z.number(), removed: z.number() })),
    })
    .nullable(),
});
export type ReleaseContents = z.infer<typeof releaseContentsSchema>;

/** The public records of a month as one archive; a correction makes the next version. */
export interface Release {
  /** YYYY-MM */
  month: string;
  version: number;
  sha256: string;
  /** bytes */
  size: number;
  fingerprint: string;
  /** last day of which the records speak, YYYY-MM-DD */
  asOf: string;
  contents: ReleaseContents;
  madeAt: Date;
}

/** `2026-11.2`; the month alone for what was written outside the releases, which is version 0. */
export function nameRelease({ month, version }: Pick<Release, "month" | "version">): string {
  return version === 0 ? month : `${month}.${version}`;
}

/** File name of the archive; ASCII, as download programs keep it. */
export function nameArchive(programme: string, release: Pick<Release, "month" | "version">): string {
  return `${programme}-open-data-${nameRelease(release)}.zip`;
}

/** The release that a file name below `/open-data` stands for; null for any other file. */
export function readArchiveName(programme: string, file: string): { month: string; version: number } | null {
  const start = `${programme}-open-data-`;
  const found = /^(\d{4}-\d{2})\.(\d{1,6})\.zip$/.exec(file.startsWith(start) ? file.slice(start.length) : "");
  return found?.[1] && found[2] ? { month: found[1], version: Number(found[2]) } : null;
}
