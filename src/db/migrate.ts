import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pool, PoolClient } from "pg";
import { AppError } from "../core/errors.ts";

export interface Migration {
  /** file name, as "0001-programme.sql" */
  name: string;
  sql: string;
  sha256: string;
}

export const migrationsFolder = join(import.meta.dirname, "migrations");

/** Key of the advisory lock under which processes migrate one after the other ("rkmg" in ASCII). */
const migrationLock = 0x726b6d67;

const createTable = `create table if not exists schema_migrations (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`;

/**
 * Applies the SQL files that the database does not have yet, each in one transaction. Returns the names of those applied.
 * Throws AppError("unavailable", {reason}): `migration-changed` (an applied file is not what it was), `database-newer`
 * (the database knows a file that this program does not), `migration-order`, `migration-failed`.
 */
export async function migrateDatabase(
  pool: Pool,
  options: { folder?: string; onProgress?: (name: string) => void } = {},
): Promise<string[]> {
  const migrations = await readMigrations(options.folder);
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query("set client_min_messages = warning");
    await client.query(createTable);
    const pending = selectPending(migrations, await readApplied(client));
    for (const migration of pending) {
      options.onProgress?.(migration.name);
      await applyMigration(client, migration);
    }
    return pending.map((migration) => migration.name);
  } finally {
    // The session ends with the connection, and with it the lock, whatever a failed file has left in it.
    client.release(true);
  }
}

/** The files in their order. Throws AppError("unavailable", {reason: "migration-name"}) for a file out of the pattern. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const numbers = names.map((name) => name.match(/^(\d{4})-[a-z0-9-]+\.sql$/)?.[1]);
  const wrong = names.find((_, index) => !numbers[index] || numbers[index] === numbers[index - 1]);
  if (wrong) throw new AppError("unavailable", { reason: "migration-name", file: wrong });
  return Promise.all(names.map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // A checkout with other line ends is the same migration.
  const sql = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n");
  return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
}

async function readApplied(client: PoolClient): Promise<Pick<Migration, "name" | "sha256">[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migrations order by name collate "C"',
  );
  return rows;
}

function selectPending(migrations: Migration[], applied: Pick<Migration, "name" | "sha256">[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of applied) {
    const migration = known.get(name);
    if (!migration) throw new AppError("unavailable", { reason: "database-newer", file: name });
    if (migration.sha256 !== sha256) throw new AppError("unavailable", { reason: "migration-changed", file: name });
  }
  const late = migrations[applied.length - 1];
  const last = applied.at(-1);
  if (last && late?.name !== last.name) {
    throw new AppError("unavailable", { reason: "migration-order", file: late?.name, after: last.name });
  }
  return migrations.slice(applied.length);
}

async function applyMigration(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(migration.sql);
    await client.query("insert into schema_migrations (name, sha256) values ($1, $2)", [
      migration.name,
      migration.sha256,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    if (!(error instanceof Error)) throw error;
    const position = "position" in error ? Number(error.position) : Number.NaN;
    const line = Number.isNaN(position) ? undefined : migration.sql.slice(0, position).split("\n").length;
    throw new AppError("unavailable", {
      reason: "migration-failed",
      file: migration.name,
      line,
      message: error.message,
    });
  }
}
