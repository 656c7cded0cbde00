import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import pg, { type PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { AppError } from "../../core/errors.ts";
import { type Migration, readMigrations } from "../../db/migrate.ts";
import type { Database } from "../../db/open-database.ts";
import type { FileSettings } from "../../platform/files/file-settings.ts";
import { type FileStore, hashContent, openFileStore } from "../../platform/files/file-store.ts";
import type { BackupMember, BackupProgress, Manifest } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import { printClearing, printSchema, printSequence, printTriggers } from "./scripts.ts";
import { printTable, readTables, textSettings } from "./snapshot.ts";

export interface RestoreOptions {
  database: Database;
  dataDirectory: string;
  /** where the stored files go, if not into the data directory */
  files?: FileSettings;
  file: string;
  /** true puts the archive in the place of what the database holds */
  replace: boolean;
  onProgress?: BackupProgress;
}

/**
 * Puts the records and stored files of an archive into the database. The whole archive is verified before anything is
 * touched, and all is restored or nothing. Migrations that came later are not applied: call migrateDatabase afterwards.
 * Throws AppError("invalid-input", {reason: "archive-damaged", …}), AppError("conflict", {reason: "database-not-empty"}),
 * AppError("unavailable", {reason: "archive-of-other-version"}).
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { file, onProgress } = options;
  const manifest = await readArchive(file, (member) => {
    onProgress?.({ step: "verify", name: member.name });
    return new Writable({ write: (_chunk, _encoding, done) => done() });
  });
  const migrations = await findMigrations(manifest);
  const client = await options.database.pool.connect();
  const stored = createStoredFiles(openFileStore(options));
  try {
    await client.query(`begin; ${textSettings}`);
    if (!options.replace) await refuseRecords(client);
    await makeSchema(client, migrations, manifest);
    const again = await readArchive(file, (member) => takeMember(client, stored, member, manifest, onProgress));
    if (JSON.stringify(again) !== JSON.stringify(manifest))
      throw new AppError("conflict", { reason: "archive-changed" });
    for (const sequence of manifest.sequences) await client.query(printSequence(sequence));
    await refreshViews(client);
    await client.query("set constraints all immediate");
    await client.query(printTriggers("ENABLE"));
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    client.release();
    await stored.takeBack();
    throw error;
  }
  try {
    // In a store that other records use nothing is theirs to lose: only what is replaced goes.
    if (options.replace) await stored.discardOthers(manifest);
    await client.query("analyze");
    return manifest;
  } finally {
    client.release();
  }
}

/** The archive's SQL is never run: ours must be the same, which also proves that we know every table in it. */
async function findMigrations(manifest: Manifest): Promise<Migration[]> {
  const migrations = (await readMigrations()).slice(0, manifest.migrations.length);
  const isSame = manifest.migrations.every(
    ({ name, sha256 }, index) => migrations[index]?.name === name && migrations[index]?.sha256 === sha256,
  );
  const schema = manifest.members.find(({ name }) => name === "schema.sql");
  const sha256 = createHash("sha256").update(printSchema(migrations)).digest("hex");
  if (!isSame || schema?.sha256 !== sha256) {
    throw new AppError("unavailable", { reason: "archive-of-other-version", renkei: manifest.renkei });
  }
  return migrations;
}

/** A database that is new, or migrated and still without a row, may be restored into; any other only on demand. */
async function refuseRecords(client: PoolClient): Promise<void> {
  const tables = await readTables(client);
  const { rows } = await client.query<{ isOurs: boolean }>(
    `select to_regclass('public.schema_migrations') is not null as "isOurs"`,
  );
  if (tables.length > 0 && !rows[0]?.isOurs) throw new AppError("conflict", { reason: "database-not-empty" });
  for (const { name } of tables) {
    // The log's end stands there from the first migration on; at 0 nothing was ever written.
    const condition = name === "audit_head" ? "where number > 0" : "";
    const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} ${condition} limit 1`);
    if (rowCount) throw new AppError("conflict", { reason: "database-not-empty", table: name });
  }
}

async function makeSchema(client: PoolClient, migrations: Migration[], manifest: Manifest): Promise<void> {
  await client.query("drop schema public cascade; create schema public; grant usage on schema public to public");
  await client.query(printSchema(migrations));
  await client.query(printClearing(manifest.tables));
  await client.query(printTriggers("DISABLE"));
}

async function takeMember(
  client: PoolClient,
  stored: StoredFiles,
  member: BackupMember,
  manifest: Manifest,
  onProgress?: BackupProgress,
): Promise<Writable> {
  const table = manifest.tables.find((candidate) => candidate.member === member.name);
  if (table) {
    onProgress?.({ step: "restore", name: table.name, rows: table.rows });
    return client.query(copyFrom(`copy ${printTable(table)} from stdin`));
  }
  if (member.name.startsWith("files/")) return stored.take();
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

async function refreshViews(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select matviewname::text as name from pg_matviews where schemaname = 'public'",
  );
  for (const { name } of rows) await client.query(`refresh materialized view ${pg.escapeIdentifier(name)}`);
}

interface StoredFiles {
  take(): Writable;
  /** after success: only the archive's files are left */
  discardOthers(manifest: Manifest): Promise<void>;
  /** after a failure: the store is as it was */
  takeBack(): Promise<void>;
}

/** A file's name is its content, so those of the archive and those of before never stand in each other's way. */
function createStoredFiles(store: FileStore): StoredFiles {
  const added: string[] = [];
  return {
    take() {
      const chunks: Buffer[] = [];
      return new Writable({
        write(chunk: Buffer, _, done) {
          chunks.push(chunk);
          done();
        },
        final(done) {
          keep(Buffer.concat(chunks)).then(() => done(), done);
        },
      });
    },
    async discardOthers(manifest) {
      const kept = new Set(manifest.members.map(({ sha256 }) => sha256));
      for await (const { sha256 } of store.list()) if (!kept.has(sha256)) await store.remove(sha256);
    },
    async takeBack() {
      for (const sha256 of added.splice(0)) await store.remove(sha256);
    },
  };

  async function keep(content: Buffer): Promise<void> {
    const sha256 = hashContent(content);
    if (await store.has(sha256)) return;
    added.push(sha256);
    await store.put(content);
  }
}
