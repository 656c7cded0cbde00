import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ClientBase } from "pg";
import { pack } from "tar-stream";
import { AppError } from "../../core/errors.ts";
import { readMigrations } from "../../db/migrate.ts";
import type { Database } from "../../db/open-database.ts";
import { projectRoot } from "../../platform/config.ts";
import type { FileSettings } from "../../platform/files/file-settings.ts";
import { type FileStore, openFileStore, pathOfHash } from "../../platform/files/file-store.ts";
import { appendSeal } from "./gzip-seal.ts";
import { type BackupMember, type BackupProgress, formatVersion, type Manifest, manifestName } from "./manifest.ts";
import { printRestore, printSchema, readme } from "./scripts.ts";
import { copyTable, createMeter, readSequences, readTables, textSettings } from "./snapshot.ts";

export interface BackupOptions {
  database: Database;
  dataDirectory: string;
  /** where the stored files are, if not in the data directory */
  files?: FileSettings;
  /** the archive; an existing one is replaced once the new one is whole */
  file: string;
  onProgress?: BackupProgress;
}

/** Where a member's bytes come from. */
type Member = BackupMember & { content: string | { path: string } | { sha256: string } };

interface Work extends Pick<BackupOptions, "database" | "onProgress"> {
  store: FileStore;
}

/** Writes all records and stored files into one archive (.tar.gz). Returns what it holds. */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const spool = `${options.file}.${process.pid}.rows`;
  const partial = `${options.file}.${process.pid}.part`;
  try {
    // The archive has sizes before contents, so the rows are written to disk first.
    await mkdir(spool, { mode: 0o700 });
    const work = { ...options, store: openFileStore(options) };
    const { manifest, members } = await takeSnapshot(work, spool);
    await packArchive(partial, manifest, members, work);
    await rename(partial, options.file);
    return manifest;
  } finally {
    await rm(spool, { recursive: true, force: true });
    await rm(partial, { force: true });
  }
}

async function takeSnapshot(work: Work, spool: string): Promise<{ manifest: Manifest; members: Member[] }> {
  const { database, onProgress } = work;
  const client = await database.pool.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${textSettings}`);
    const applied = await client.query<{ name: string }>("select name from schema_migrations");
    const migrations = (await readMigrations()).slice(0, applied.rows.length);
    const tables: Manifest["tables"] = [];
    const rows: Member[] = [];
    for (const shape of await readTables(client)) {
      const path = join(spool, `${shape.name}.copy`);
      const { table, member } = await copyTable(client, shape, path);
      tables.push(table);
      rows.push({ ...member, content: { path } });
      onProgress?.({ step: "copy", name: table.name, rows: table.rows });
    }
    const sequences = await readSequences(client);
    // A row that names a stored file was committed after the file was written, so the files are read after the rows.
    const { files, lost } = await listFiles(client, work);
    const scripts = [
      describeText("README.txt", readme),
      describeText("schema.sql", printSchema(migrations)),
      describeText("restore.sql", printRestore(tables, sequences)),
    ];
    const members = [...scripts, ...rows, ...files];
    const manifest: Manifest = {
      format: "renkei-backup",
      formatVersion,
      renkei: JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8")).version,
      postgresql: database.serverVersion,
      createdAt: new Date().toISOString(),
      migrations: migrations.map(({ name, sha256 }) => ({ name, sha256 })),
      tables,
      sequences,
      members: members.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
      lostFiles: lost,
    };
    return { manifest, members };
  } finally {
    await client.query("rollback").catch(() => undefined);
    client.release();
  }
}

function describeText(name: string, content: string): Member {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { name, size: Buffer.byteLength(content), sha256, content };
}

/** Every stored file that a record names, read once to see that it is there and whole. */
async function listFiles(
  client: ClientBase,
  { store, onProgress }: Work,
): Promise<{ files: Member[]; lost: string[] }> {
  const { rows } = await client.query<{ sha256: string }>("select sha256 from files order by sha256");
  const files: Member[] = [];
  const lost: string[] = [];
  for (const { sha256 } of rows) {
    const content = await store.read(sha256).catch((error: unknown) => {
      // A backup without one file is better than none; that the store does not answer is another matter.
      if (error instanceof AppError && (error.code === "not-found" || error.details.reason === "file-damaged"))
        return null;
      throw error;
    });
    const name = `files/${pathOfHash(sha256)}`;
    if (content) files.push({ name, size: content.length, sha256, content: { sha256 } });
    else {
      lost.push(sha256);
      onProgress?.({ step: "lost", name: sha256 });
    }
  }
  return { files, lost };
}

async function packArchive(
  file: string,
  manifest: Manifest,
  members: Member[],
  { store, onProgress }: Work,
): Promise<void> {
  const archive = pack();
  const writing = pipeline(archive, createGzip(), appendSeal(), createWriteStream(file, { flags: "wx", mode: 0o600 }));
  const mtime = new Date(manifest.createdAt);
  const filling = async () => {
    await addContent(archive, manifestName, JSON.stringify(manifest, null, 1), mtime);
    for (const member of members) {
      onProgress?.({ step: "pack", name: member.name });
      const { content } = member;
      if (typeof content === "string") await addContent(archive, member.name, content, mtime);
      else if ("path" in content) await addFile(archive, member, content.path, mtime);
      else await addContent(archive, member.name, Buffer.from(await store.read(content.sha256)), mtime);
    }
    archive.finalize();
  };
  await Promise.all([writing, filling().catch((error: Error) => archive.destroy(error))]);
  const handle = await open(file, "r");
  await handle.sync().finally(() => handle.close());
}

function addContent(
  archive: ReturnType<typeof pack>,
  name: string,
  content: string | Buffer,
  mtime: Date,
): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mtime, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
  });
}

async function addFile(
  archive: ReturnType<typeof pack>,
  member: BackupMember,
  path: string,
  mtime: Date,
): Promise<void> {
  const changed = new AppError("conflict", { reason: "file-changed-during-backup", path });
  if ((await stat(path)).size !== member.size) throw changed;
  const meter = createMeter();
  const entry = archive.entry({ name: member.name, size: member.size, mtime, mode: 0o600 });
  await pipeline(createReadStream(path), meter.stream, entry);
  if (meter.read().sha256 !== member.sha256) throw changed;
}
