import { sql } from "kysely";
import { type ReadTransaction, read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";

export async function findRevision(transaction: ReadTransaction): Promise<number> {
  const row = await transaction.selectFrom("programme_state").select("revision").executeTakeFirst();
  return Number(row?.revision ?? 0);
}

/** After a change of this process: the next page shows it at once, and not when the notification has come round. */
export async function refreshRevision(context: Context): Promise<void> {
  context.cache.setRevision(await read(context.database, findRevision));
}

/**
 * Announces to every process that shares this database that the records have changed, when the transaction commits.
 * The new revision is above `floor` as well, which a process may have seen before a restore.
 */
export async function raiseRevision(transaction: WriteTransaction, floor = 0): Promise<number> {
  const row = await transaction
    .insertInto("programme_state")
    .values({ singleton: true, revision: floor + 1, loaded_at: sql<Date>`now()` })
    .onConflict((conflict) =>
      conflict.column("singleton").doUpdateSet({
        revision: sql<number>`greatest(programme_state.revision, ${floor}::bigint) + 1`,
        loaded_at: sql<Date>`now()`,
      }),
    )
    .returning("revision")
    .executeTakeFirstOrThrow();
  await sql`SELECT pg_notify('renkei_revision', ${String(row.revision)})`.execute(transaction);
  return Number(row.revision);
}
