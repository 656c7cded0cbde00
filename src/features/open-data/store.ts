import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { type Release, releaseContentsSchema } from "./release.ts";

/** Newest first. */
export async function readReleases(transaction: ReadTransaction): Promise<Release[]> {
  const rows = await transaction
    .selectFrom("open_data_releases")
    .selectAll()
    .orderBy("month", "desc")
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    month: row.month,
    version: row.version,
    sha256: row.sha256,
    size: Number(row.size),
    fingerprint: row.fingerprint,
    asOf: row.as_of,
    contents: releaseContentsSchema.parse(row.contents),
    madeAt: row.made_at,
  }));
}

export async function insertRelease(transaction: WriteTransaction, release: Release): Promise<void> {
  await transaction
    .insertInto("open_data_releases")
    .values({
      month: release.month,
      version: release.version,
      sha256: release.sha256,
      size: release.size,
      fingerprint: release.fingerprint,
      as_of: release.asOf,
      contents: JSON.stringify(release.contents),
      made_at: release.madeAt,
    })
    .execute();
}

/** Two processes that make the release of a month at once would number it twice. */
export async function lockReleases(transaction: WriteTransaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('open data releases', 0))`.execute(transaction);
}
