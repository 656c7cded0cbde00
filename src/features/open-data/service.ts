import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../../core/errors.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { nameFile } from "../../platform/files/name-file.ts";
import { sheets } from "../../sheets/registry.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { compareArchives } from "./archive/compare.ts";
import { FolderWriter } from "./archive/folder-writer.ts";
import { type ArchiveReport, writeArchive } from "./archive/write-archive.ts";
import { ZipWriter } from "./archive/zip-writer.ts";
import type { Release, ReleaseContents } from "./release.ts";
import { insertRelease, lockReleases, readReleases } from "./store.ts";

/** Newest first. */
export function getReleases(context: Context): Promise<Release[]> {
  return context.cache.get("open data releases", () => read(context.database, readReleases));
}

/** Throws `not-found`, and what the file store throws where the archive is lost or damaged. */
export async function readRelease(
  context: Context,
  wanted: Pick<Release, "month" | "version">,
): Promise<{ release: Release; content: Uint8Array<ArrayBuffer> }> {
  const release = (await getReleases(context)).find(
    ({ month, version }) => month === wanted.month && version === wanted.version,
  );
  if (!release) throw new AppError("not-found", { kind: "open-data-release", ...wanted });
  return { release, content: await openFileStore(context.config).read(release.sha256) };
}

/**
 * The release of this month: the first, or the next version where the records are no longer those of the last one. Nothing is
 * made where they are: then `made` is false and the present one is given. Months that have passed are never made up.
 */
export async function makeRelease(context: Context, origin: string): Promise<{ release: Release; made: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), "renkei-open-data-"));
  try {
    const outcome = await write(context.database, async (transaction) => {
      await lockReleases(transaction);
      const earlier = await readReleases(transaction);
      const month = context.clock.today().slice(0, 7);
      const ofMonth = earlier.find((release) => release.month === month);
      const version = (ofMonth?.version ?? 0) + 1;
      const path = join(folder, "archive.zip");
      const zip = new ZipWriter(path);
      const report = await writeArchive(context, zip, { origin, month, version, earlier });
      const written = await zip.end();
      if (ofMonth && ofMonth.fingerprint === report.fingerprint) return { release: ofMonth, made: false };
      const content = await readFile(path);
      const changes = await findChanges(context, earlier[0], content);
      const release = toRelease({ month, version }, { ...report, ...written }, changes, context.clock.now());
      const store = openFileStore(context.config);
      await store.put(content);
      const { sha256, size, madeAt } = release;
      await nameFile(transaction, store, { sha256, size, mediaType: "application/zip", content }, madeAt);
      await insertRelease(transaction, release);
      // Pages that list the releases are kept for one revision.
      await raiseRevision(transaction);
      return { release, made: true };
    });
    if (outcome.made) await refreshRevision(context);
    return outcome;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The open data as they are now, outside the row of releases: a ZIP where the name ends so, else a folder. */
export async function writeOpenData(context: Context, path: string, origin: string): Promise<ArchiveReport> {
  const month = context.clock.today().slice(0, 7);
  const writer = path.endsWith(".zip") ? new ZipWriter(path) : new FolderWriter(path);
  const earlier = await read(context.database, readReleases);
  const report = await writeArchive(context, writer, { origin, month, version: 0, earlier });
  await writer.end();
  return report;
}

async function findChanges(
  context: Context,
  before: Release | undefined,
  content: Uint8Array,
): Promise<ReleaseContents["changes"]> {
  if (!before) return null;
  const { month, version } = before;
  try {
    const old = await openFileStore(context.config).read(before.sha256);
    return { since: { month, version }, sheets: compareArchives(old, content, sheets) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A lost archive must not keep this month's from being made; that nothing can be compared is said.
    context.log.warn({ err: error, month, version }, "the release before cannot be read");
    return null;
  }
}

function toRelease(
  { month, version }: Pick<Release, "month" | "version">,
  { datasets, tables, files, ...report }: ArchiveReport & { size: number; sha256: string },
  changes: ReleaseContents["changes"],
  madeAt: Date,
): Release {
  const { sha256, size, fingerprint, asOf } = report;
  return { month, version, sha256, size, fingerprint, asOf, contents: { datasets, tables, files, changes }, madeAt };
}
