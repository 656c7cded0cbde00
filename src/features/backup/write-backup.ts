import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import { AppError } from "../../core/errors.ts";
import { readMigrations } from "../../db/migrate.ts";
import type { Database } from "../../db/open-database.ts";
import { projectRoot } from "../../platform/config.ts";
import { appendSeal } from "./gzip-seal.ts";
import { type BackupMember, type BackupProgress, formatVersion, type Manifest, manifestName } from "./manifest.ts";
import { printRestore, printSchema, readme } from "./scripts.ts";
import { copyTable, createMeter, readSequences, readTables, textSettings } from "./snapshot.ts";

export interface BackupOptions {
  database: Database;
  dataDirectory: string;
  /** the archive; an existing one is replaced once the new one is whole */
  file: string;
  onProgress?: BackupProgress;
}

/** Where a member's bytes come from. */
type Member = BackupMember & { content: string | { path: string } };

/** Writes all records and stored files into one archive (.tar.gz). Returns what it holds. */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const spool = `${options.file}.${process.pid}.rows`;
  const partial = `${options.file}.${process.pid}.part`;
  try {
    // The archive has sizes before contents, so the rows are written to disk first.
    await mkdir(spool, { mode: 0o700 });
    const { manifest, members } = await takeSnapshot(options, spool);
    await packArchive(partial, manifest, members, options.onProgress);
    await rename(partial, options.file);
    return manifest;
  } finally {
    await rm(spool, { recursive: true, force: true });
    await rm(partial, { force: true });
  }
}

async function takeSnapshot(
  { database, dataDirectory, onProgress }: BackupOptions,
  spool: string,
): Promise<{ manifest: Manifest; members: Member[] }> {
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
    // A row that names a stored file was committed after the file was written, so the files are listed after the rows.
    const files = await listFiles(join(dataDirectory, "files"), "files");
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

async function listFiles(folder: string, name: string): Promise<Member[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && name === "files") return [];
    throw error;
  });
  const members: Member[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const own = `${name}/${entry.name}`;
    if (entry.isDirectory()) members.push(...(await listFiles(path, own)));
    else if (entry.isFile()) members.push({ name: own, ...(await measureFile(path)), content: { path } });
    else throw new AppError("unavailable", { reason: "not-a-file", path });
  }
  return members;
}

async function measureFile(path: string): Promise<{ size: number; sha256: string }> {
  const meter = createMeter();
  const discard = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(createReadStream(path), meter.stream, discard);
  const { size, sha256 } = meter.read();
  return { size, sha256 };
}

async function packArchive(
  file: string,
  manifest: Manifest,
  members: Member[],
  onProgress?: BackupProgress,
): Promise<void> {
  const archive = pack();
  const writing = pipeline(archive, createGzip(), appendSeal(), createWriteStream(file, { flags: "wx", mode: 0o600 }));
  const mtime = new Date(manifest.createdAt);
  const filling = async () => {
    await addText(archive, manifestName, JSON.stringify(manifest, null, 1), mtime);
    for (const member of members) {
      onProgress?.({ step: "pack", name: member.name });
      if (typeof member.content === "string") await addText(archive, member.name, member.content, mtime);
      else await addFile(archive, member, member.content.path, mtime);
    }
    archive.finalize();
  };
  await Promise.all([writing, filling().catch((error: Error) => archive.destroy(error))]);
  const handle = await open(file, "r");
  await handle.sync().finally(() => handle.close());
}

function addText(archive: ReturnType<typeof pack>, name: string, content: string, mtime: Date): Promise<void> {
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
