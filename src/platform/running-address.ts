import type { ClientBase } from "pg";
import type { Database } from "../db/open-database.ts";

const prefix = "renkei at ";
/** application_name holds 63 bytes of ASCII; a cut address would be a wrong one. */
const announceable = /^[\x21-\x7e]{1,53}$/;

/**
 * Writes the site's address into the name of a session that lasts as long as the process serves: whatever way it ends, the
 * address goes with it, which no row in a table would.
 */
export async function nameServingSession(client: ClientBase, address: string): Promise<void> {
  if (announceable.test(address))
    await client.query("select set_config('application_name', $1, false)", [`${prefix}${address}`]);
}

/** Where the Renkei that serves this database is reached; null where none runs or it could not say. */
export async function findRunningAddress({ pool }: Pick<Database, "pool">): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where datname = current_database() and starts_with(application_name, $1) order by backend_start limit 1`,
    [prefix],
  );
  return rows[0]?.name.slice(prefix.length) ?? null;
}
