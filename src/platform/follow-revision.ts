import type { PoolClient } from "pg";
import type { Context } from "./context.ts";
import { nameServingSession } from "./running-address.ts";

const pollMilliseconds = 5_000;

export interface RevisionFollower {
  /** lets commands on the same database know where the site is, for as long as this process serves it */
  announce(address: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps the cache at the newest revision: at once by NOTIFY, and by asking now and then, because a notification is
 * lost with its connection and poolers between us and the server may not pass it on.
 */
export async function followRevision(context: Context): Promise<RevisionFollower> {
  const { pool } = context.database;
  const listening: { client: PoolClient | null } = { client: null };
  let stopped = false;
  let address: string | null = null;

  const ask = async () => {
    const { rows } = await pool.query<{ revision: number }>("select revision from programme_state");
    context.cache.setRevision(Number(rows[0]?.revision ?? 0));
  };
  const listen = async () => {
    const client = await pool.connect();
    client.on("notification", ({ payload }) => context.cache.setRevision(Number(payload)));
    client.on("error", () => {
      if (listening.client === client) listening.client = null;
    });
    await client.query("listen renkei_revision");
    if (address !== null) await nameServingSession(client, address);
    listening.client = client;
  };
  const timer = setInterval(() => {
    const work = listening.client === null ? listen().then(ask) : ask();
    work.catch((error: unknown) => {
      if (!stopped) context.log.warn({ err: error }, "cannot follow the revision of the records");
    });
  }, pollMilliseconds);
  timer.unref();
  await listen();
  await ask();
  return {
    async announce(given) {
      address = given;
      if (listening.client !== null) await nameServingSession(listening.client, given);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      listening.client?.release(true);
    },
  };
}
