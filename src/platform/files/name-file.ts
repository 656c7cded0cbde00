import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { FileStore } from "./file-store.ts";

export interface NamedFile {
  sha256: string;
  /** bytes */
  size: number;
  mediaType: string;
  content: Uint8Array;
}

/**
 * Writes down that a record of this transaction names the file, and holds the sweep off until it ends: whatever was swept away
 * between the upload and now is put back. The lock is the one that the sweep takes (features/attachments).
 */
export async function nameFile(
  transaction: WriteTransaction,
  store: FileStore,
  { sha256, size, mediaType, content }: NamedFile,
  now: Date,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`file ${sha256}`}, 0))`.execute(transaction);
  if (!(await store.has(sha256))) await store.put(content);
  await transaction
    .insertInto("files")
    .values({ sha256, size, media_type: mediaType, created_at: now })
    .onConflict((conflict) => conflict.column("sha256").doNothing())
    .execute();
}
