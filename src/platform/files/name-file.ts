import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Config } from "../config.ts";
import { type FileStore, openFileStore } from "./file-store.ts";

export interface NamedFile {
  sha256: string;
  /** bytes */
  size: number;
  mediaType: string;
  content: Uint8Array;
}

/**
 * Writes down that a record of this transaction names the file, and holds the sweep off until it ends: whatever was swept away
 * between the upload and now is put back.
 */
export async function nameFile(
  transaction: WriteTransaction,
  store: FileStore,
  { sha256, size, mediaType, content }: NamedFile,
  now: Date,
): Promise<void> {
  await lockFile(transaction, sha256);
  if (!(await store.has(sha256))) await store.put(content);
  await transaction
    .insertInto("files")
    .values({ sha256, size, media_type: mediaType, created_at: now })
    .onConflict((conflict) => conflict.column("sha256").doNothing())
    .execute();
}

/** Until the transaction ends nobody else adds or sweeps away a file with this content. */
export async function lockFile(transaction: WriteTransaction, sha256: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`file ${sha256}`}, 0))`.execute(transaction);
}

/**
 * A file that a record names: its absence is a fault of the store, not of the address. Throws `unavailable`
 * {reason: "file-damaged" | "store-unreachable"}.
 */
export function readNamedFile(
  config: Pick<Config, "dataDirectory" | "files">,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return openFileStore(config)
    .read(sha256)
    .catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not-found")
        throw new AppError("unavailable", { reason: "file-damaged", sha256 });
      throw error;
    });
}
