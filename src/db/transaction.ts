import type { Transaction } from "kysely";
import type { Schema } from "./generated/schema.ts";
import type { Database } from "./open-database.ts";

/** May change records. */
export type WriteTransaction = Transaction<Schema>;

/**
 * May only read. Every WriteTransaction is one as well, but a function that takes a WriteTransaction does not accept this:
 * it lacks the methods that change anything. A bare connection is neither, since `isTransaction` must be true.
 */
export type ReadTransaction = Pick<
  Transaction<Schema>,
  | "case"
  | "dynamic"
  | "executeQuery"
  | "fn"
  | "getExecutor"
  | "isTransaction"
  | "selectFrom"
  | "selectNoFrom"
  | "with"
  | "withRecursive"
>;

/** All that `work` reads stands at one moment (repeatable read); the server refuses any change. */
export function read<Result>(
  database: Database,
  work: (transaction: ReadTransaction) => Promise<Result>,
): Promise<Result> {
  if (database.within) return work(database.within);
  return database.db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
}

/** All changes of `work` or none. */
export function write<Result>(
  database: Database,
  work: (transaction: WriteTransaction) => Promise<Result>,
): Promise<Result> {
  return database.db.transaction().execute(work);
}
