import type { Client } from "pg";
import { isProcessAlive, waitUntil } from "./process.ts";

export type Purpose = "serve" | "command";

/** The process that looks after the embedded server of one data directory. */
export interface Owner {
  purpose: Purpose;
  pid: number;
  /** RFC 3339, UTC */
  startedAt: string;
  port: number;
}

/** "renkei" in ASCII. The lock lives in the database `postgres`, which no backup or restore touches. */
const ownerLock = 0x72656e6b6569;

/** application_name holds 63 bytes of ASCII. */
export function nameSession(owner: Owner): string {
  return `renkei ${owner.purpose} ${owner.pid} ${owner.startedAt} :${owner.port}`;
}

export async function tryOwn(control: Client): Promise<boolean> {
  const { rows } = await control.query<{ owned: boolean }>("select pg_try_advisory_lock($1) as owned", [ownerLock]);
  return rows[0]?.owned ?? false;
}

export async function releaseOwnership(control: Client): Promise<void> {
  await control.query("select pg_advisory_unlock($1)", [ownerLock]);
}

/**
 * Becomes the owner, or tells who is. Waits for an owner that is about to go: a command ends by itself, and of a killed
 * process the server learns a moment later.
 */
export async function becomeOwner(
  control: Client,
  limitsMs = { dead: 3000, command: 15_000 },
): Promise<Owner | "owned"> {
  const begin = performance.now();
  let owner: Owner | undefined;
  let isOwned = false;
  await waitUntil(async () => {
    isOwned = await tryOwn(control);
    if (isOwned) return true;
    owner = await findOwner(control);
    if (!owner) return false;
    const isLeaving = !isProcessAlive(owner.pid) ? limitsMs.dead : owner.purpose === "command" ? limitsMs.command : 0;
    return performance.now() - begin > isLeaving;
  }, limitsMs.command);
  return isOwned ? "owned" : (owner ?? { purpose: "serve", pid: 0, startedAt: "", port: 0 });
}

/** Sessions of other Renkei processes, and of anyone else who works on this server. */
export async function countOtherSessions(control: Client): Promise<number> {
  const { rows } = await control.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return rows[0]?.others ?? 0;
}

async function findOwner(control: Client): Promise<Owner | undefined> {
  const { rows } = await control.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and objsubid = 1 and (classid::bigint << 32) + objid::bigint = $1`,
    [ownerLock],
  );
  const [, purpose, pid, startedAt, port] = rows[0]?.name.split(" ") ?? [];
  if (!startedAt || !port) return undefined;
  return {
    purpose: purpose === "command" ? "command" : "serve",
    pid: Number(pid),
    startedAt,
    port: Number(port.slice(1)),
  };
}
