import { type Selectable, sql } from "kysely";
import type { Imports } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { RefusalReason } from "../../spreadsheets/refusal.ts";
import type { ImportResult } from "./plan.ts";

export interface Refusal {
  reason: RefusalReason;
  limit: number | null;
  place: string | null;
}

/** An uploaded sheet between the dry run and the decision. */
export interface Import {
  id: string;
  kind: RecordKindId;
  owner: string;
  fileName: string;
  state: "checking" | "checked" | "failed" | "taken" | "dropped";
  /** share of the work that is done, 0 to 100 */
  progress: number;
  result: ImportResult | null;
  /** why the file was not read */
  refusal: Refusal | null;
  author: string;
  createdAt: Date;
  decidedAt: Date | null;
}

type Kept = { result?: ImportResult; refusal?: Refusal };

export async function insertImport(
  transaction: WriteTransaction,
  row: { kind: RecordKindId; owner: string; fileName: string; content: Uint8Array; author: string; createdAt: Date },
): Promise<string> {
  const { id } = await transaction
    .insertInto("imports")
    .values({
      kind: row.kind,
      owner: row.owner,
      file_name: row.fileName,
      state: "checking",
      content: Buffer.from(row.content),
      author: row.author,
      created_at: row.createdAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function setProgress(transaction: WriteTransaction, id: string, progress: number): Promise<void> {
  await transaction
    .updateTable("imports")
    .set({ progress: Math.round(progress) })
    .where("id", "=", id)
    .where("state", "=", "checking")
    .execute();
}

export async function setChecked(
  transaction: WriteTransaction,
  id: string,
  state: "checked" | "failed",
  kept: Kept,
): Promise<void> {
  await transaction
    .updateTable("imports")
    .set({ state, progress: 100, result: JSON.stringify(kept) })
    .where("id", "=", id)
    .where("state", "in", ["checking", "checked"])
    .execute();
}

/** What became of it; the file itself is no longer needed. */
export async function setDecided(
  transaction: WriteTransaction,
  id: string,
  state: "taken" | "dropped",
  now: Date,
): Promise<void> {
  await transaction
    .updateTable("imports")
    .set({ state, decided_at: now, ...(state === "dropped" ? { content: null } : {}) })
    .where("id", "=", id)
    .execute();
}

/** Only who uploaded it sees it. `lock` keeps a second decision waiting. */
export async function findImport(
  transaction: ReadTransaction,
  id: string,
  author: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Import | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const query = transaction
    .selectFrom("imports")
    .select(["id", "kind", "owner", "file_name", "state", "progress", "result", "author", "created_at", "decided_at"])
    .where("id", "=", id)
    .where("author", "=", author);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toImport(row) : null;
}

export async function readFile(transaction: ReadTransaction, id: string): Promise<Uint8Array | null> {
  const row = await transaction.selectFrom("imports").select("content").where("id", "=", id).executeTakeFirst();
  return row?.content ?? null;
}

/** Uploads that nobody decided on, and files that were taken over: kept for a while to be looked at again. */
export async function deleteOldImports(transaction: WriteTransaction, before: Date): Promise<void> {
  await sql`DELETE FROM imports WHERE created_at < ${before}`.execute(transaction);
}

export async function listImports(transaction: ReadTransaction, author: string, limit: number): Promise<Import[]> {
  const rows = await transaction
    .selectFrom("imports")
    .select(["id", "kind", "owner", "file_name", "state", "progress", "author", "created_at", "decided_at"])
    .where("author", "=", author)
    .orderBy("created_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => toImport({ ...row, result: null }));
}

function toImport(row: Omit<Selectable<Imports>, "content">): Import {
  const kept = (row.result ?? {}) as unknown as Kept;
  return {
    id: row.id,
    kind: row.kind as RecordKindId,
    owner: row.owner,
    fileName: row.file_name,
    state: row.state,
    progress: row.progress,
    result: kept.result ?? null,
    refusal: kept.refusal ?? null,
    author: row.author,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
  };
}
