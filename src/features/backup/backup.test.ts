import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../db/open-database.ts";
import { fixedClock } from "../../platform/clock.ts";
import { projectRoot } from "../../platform/config.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { hashContent, openFileStore, pathOfHash, type StoredFile } from "../../platform/files/file-store.ts";
import { createTestDatabase, runOn, type TestDatabase, withDatabase } from "../../testing/database.ts";
import { foreignServers, startForeignServer } from "../../testing/foreign-server.ts";
import { type ForgedMember, forgeArchive } from "../../testing/forge-archive.ts";
import { startS3Server } from "../../testing/s3-server.ts";
import { hashAuditRow } from "../audit/audit.ts";
import { change, note } from "../audit/change.ts";
import type { Manifest } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

/** of a member that a forger adds, and of the one stored file */
const aName = `files/00/${"0".repeat(64)}`;
const lastName = `files/${pathOfHash(hashContent(Buffer.from([0, 10, 13, 255])))}`;

let source: TestDatabase;
let folder: string;
let file: string;
let archive: Buffer;
let original: Manifest;
let stored: StoredFile;

beforeAll(async () => {
  source = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "backup-"));
  file = join(folder, "renkei.tar.gz");
  const store = openFileStore({ dataDirectory: join(folder, "source") });
  stored = await store.put(Buffer.from([0, 10, 13, 255]));
  await store.put(Buffer.from("of an upload that failed"));
  await fillDatabase(source);
  await fillMembers(source);
  original = await writeBackup({ database: source, dataDirectory: join(folder, "source"), file });
  archive = await readFile(file);
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

describe("restoring into an empty database", () => {
  let target: TestDatabase;
  beforeEach(async () => {
    target = await createTestDatabase();
    return () => target.close();
  });

  test("gives back every row, file and sequence", async () => {
    const dataDirectory = await mkdtemp(join(folder, "target-"));
    const manifest = await restoreBackup({ database: target, dataDirectory, file, replace: false });
    expect(manifest.tables.find(({ name }) => name === "countries")?.rows).toBe(3);
    expect(await readRecords(target)).toEqual(await readRecords(source));
    expect(await listFiles(dataDirectory)).toEqual([pathOfHash(stored.sha256)]);
    expect(await readFile(join(dataDirectory, "files", pathOfHash(stored.sha256)))).toEqual(
      Buffer.from([0, 10, 13, 255]),
    );
    expect(await readdir(dataDirectory)).toEqual(["files"]);
    const next =
      "insert into findings (rule, severity, record, related, details) values ('r', 'error', 'x', '{}', '{}')";
    const { rows } = await target.pool.query(`${next} returning id`);
    expect(rows).toEqual([{ id: 3 }]);
  });

  test("a second backup of it holds the same rows", async () => {
    const dataDirectory = await mkdtemp(join(folder, "target-"));
    const first = await restoreBackup({ database: target, dataDirectory, file, replace: false });
    const second = await writeBackup({ database: target, dataDirectory, file: join(dataDirectory, "again.tar.gz") });
    expect(second.members).toEqual(first.members);
  });

  test.each(["conflict of keys", "a row that refers to nothing"])("%s leaves the database as it was", async (fault) => {
    const dataDirectory = await mkdtemp(join(folder, "target-"));
    const change = (rows: string) =>
      fault === "conflict of keys" ? rows.replaceAll("CN", "JP") : rows.replaceAll("CN", "XX");
    await writeFile(join(dataDirectory, "forged"), await forgeArchive(archive, replaceRows("countries", change)));
    const forged = restoreBackup({
      database: target,
      dataDirectory,
      file: join(dataDirectory, "forged"),
      replace: false,
    });
    await expect(forged).rejects.toMatchObject({ code: fault === "conflict of keys" ? "23505" : "23503" });
    expect((await target.pool.query("select from countries")).rowCount).toBe(0);
    expect(await listFiles(dataDirectory)).toEqual([]);
  });

  test("a file of an archive that fails is kept where it was there before", async () => {
    const dataDirectory = await mkdtemp(join(folder, "target-"));
    await openFileStore({ dataDirectory }).put(Buffer.from([0, 10, 13, 255]));
    const change = replaceRows("countries", (rows) => rows.replaceAll("CN", "JP"));
    await writeFile(join(dataDirectory, "forged"), await forgeArchive(archive, change));
    const forged = { database: target, dataDirectory, file: join(dataDirectory, "forged"), replace: false };
    await expect(restoreBackup(forged)).rejects.toMatchObject({ code: "23505" });
    expect(await listFiles(dataDirectory)).toEqual([pathOfHash(stored.sha256)]);
  });

  test("gives back the files into a bucket as well", async () => {
    const s3 = await startS3Server();
    try {
      const files = { ...defaultFileSettings, s3: s3.settings };
      await restoreBackup({ database: target, dataDirectory: folder, files, file, replace: false });
      expect([...s3.objects]).toEqual([[`files/${pathOfHash(stored.sha256)}`, Buffer.from([0, 10, 13, 255])]]);
      const again = join(folder, "from-bucket.tar.gz");
      const { members } = await writeBackup({ database: target, dataDirectory: folder, files, file: again });
      expect(members).toEqual(original.members);
    } finally {
      await s3.stop();
    }
  });

  test("keeps the log's chain and goes on with it; no old row speaks for a new change", async () => {
    const dataDirectory = await mkdtemp(join(folder, "target-"));
    await restoreBackup({ database: target, dataDirectory, file, replace: false });
    const context = { database: target, clock: fixedClock("2026-11-23T00:00:00Z") };
    await note(context, { userId: null, network: null }, { action: "test.noted" });
    expect(await readBrokenRows(target)).toEqual([]);
    expect((await target.pool.query("select number::int from audit_head")).rows).toEqual([{ number: 3 }]);
    const { rows } = await target.pool.query("select transaction_id from audit_log order by number");
    expect(rows.map((row) => /^past \d+$/.test(row.transaction_id))).toEqual([true, true, false]);
    await expect(target.pool.query("update comments set body = 'x'")).rejects.toThrow(/without an audit row/);
    await expect(target.pool.query("delete from audit_log")).rejects.toThrow(/append-only/);
  });

  test("nobody is signed in and no link for one use works, but everyone is known", async () => {
    const dataDirectory = await mkdtemp(join(folder, "target-"));
    await restoreBackup({ database: target, dataDirectory, file, replace: false });
    const count = async (table: string) => (await target.pool.query(`select from ${table}`)).rowCount;
    expect(await Promise.all(["auth_sessions", "auth_verifications", "auth_rate_limits"].map(count))).toEqual([
      0, 0, 0,
    ]);
    expect(await Promise.all(["auth_users", "profiles", "memberships", "comments"].map(count))).toEqual([1, 1, 1, 1]);
  });
});

test("a file that is lost or damaged is named, and the backup made all the same", async () => {
  const dataDirectory = await mkdtemp(join(folder, "lossy-"));
  const told: string[] = [];
  const options = { database: source, dataDirectory, file: join(dataDirectory, "lossy.tar.gz") };
  const { lostFiles } = await writeBackup({
    ...options,
    onProgress: ({ step, name }) => step === "lost" && told.push(name),
  });
  expect([lostFiles, told]).toEqual([[stored.sha256], [stored.sha256]]);
  expect((await readArchive(options.file)).lostFiles).toEqual([stored.sha256]);
});

describe("a database that holds records", () => {
  test("is left alone unless its replacement is asked for", async () => {
    const target = await createTestDatabase();
    const dataDirectory = await mkdtemp(join(folder, "target-"));
    await openFileStore({ dataDirectory }).put(Buffer.from("old"));
    try {
      await target.pool.query("insert into countries values (1, 'KR', '韓国', '韩国', 'Korea')");
      const careful = restoreBackup({ database: target, dataDirectory, file, replace: false });
      await expect(careful).rejects.toMatchObject({
        code: "conflict",
        details: { reason: "database-not-empty", table: "countries" },
      });
      expect((await target.pool.query("select id from countries")).rows).toEqual([{ id: "KR" }]);
      await restoreBackup({ database: target, dataDirectory, file, replace: true });
      expect(await readRecords(target)).toEqual(await readRecords(source));
      expect(await listFiles(dataDirectory)).toEqual([pathOfHash(stored.sha256)]);
    } finally {
      await target.close();
    }
  });
});

describe("a damaged archive", () => {
  test("is refused whichever byte is not what it was", async () => {
    const positions = new Set([...Array(32).keys()].flatMap((n) => [n, archive.length - 1 - n]));
    for (let at = 37; at < archive.length; at += Math.ceil(archive.length / 150)) positions.add(at);
    for (const at of positions) {
      const flipped = Buffer.from(archive);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      await expect(checkArchive(flipped), `byte ${at}`).rejects.toMatchObject({
        code: "invalid-input",
        details: { reason: "archive-damaged" },
      });
    }
  });

  test("is refused when cut short or when anything follows", async () => {
    for (const length of [0, 5, 100, Math.floor(archive.length / 2), archive.length - 1]) {
      await expect(checkArchive(archive.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({
        details: { reason: "archive-damaged" },
      });
    }
    for (const more of [Buffer.from([0]), Buffer.from("more"), archive]) {
      await expect(checkArchive(Buffer.concat([archive, more]))).rejects.toMatchObject({
        details: { reason: "archive-damaged" },
      });
    }
  });

  test("names the member whose bytes are not those of the manifest", async () => {
    const changed = await forgeArchive(
      archive,
      replaceRows("countries", (rows) => rows.replace("日本", "日木")),
      (manifest) => ({
        ...manifest,
        members: original.members,
      }),
    );
    await expect(checkArchive(changed)).rejects.toMatchObject({
      details: { reason: "archive-damaged", member: "rows/countries.copy", problem: "sha256" },
    });
  });

  test.each<[string, string, (members: ForgedMember[]) => ForgedMember[], ((manifest: Manifest) => Manifest)?]>([
    ["a step out of the folder", "manifest.json", (members) => [...members, member("files/../../escaped")]],
    ["an absolute path", "manifest.json", (members) => [...members, member("/files/escaped")]],
    ["an empty part of a path", "manifest.json", (members) => [...members, member("files//escaped")]],
    ["a separator of another system", "manifest.json", (members) => [...members, member("files/..\\escaped")]],
    ["a name used twice", "manifest.json", (members) => [...members, member(aName), member(aName)]],
    ["a name that is no hash", "manifest.json", (members) => [...members, member("files/資料/覚書.pdf")]],
    ["a link", aName, (members) => [...members, { ...member(aName), content: Buffer.alloc(0), type: "symlink" }]],
    ["a member of which the manifest is silent", lastName, (members) => members, dropLastMember],
    ["a missing member", aName, (members) => members, addMissingMember],
    ["rows that the manifest does not count", "rows/countries.copy", replaceRows("countries", (rows) => rows + rows)],
  ])("that holds %s is refused", async (_, name, change, changeManifest) => {
    const forged = await forgeArchive(archive, change, changeManifest);
    await expect(checkArchive(forged)).rejects.toMatchObject({
      code: "invalid-input",
      details: { reason: "archive-damaged", member: name },
    });
  });

  test("that asks for other tables than ours is refused before its SQL could run", async () => {
    const evil = Buffer.from("create table evil ();");
    const forged = await forgeArchive(archive, (members) =>
      members.map((one) => (one.name === "schema.sql" ? { ...one, content: evil } : one)),
    );
    await writeFile(join(folder, "forged"), forged);
    const restoring = restoreBackup({
      database: source,
      dataDirectory: folder,
      file: join(folder, "forged"),
      replace: true,
    });
    await expect(restoring).rejects.toMatchObject({ details: { reason: "archive-of-other-version" } });
    expect((await source.pool.query("select from countries")).rowCount).toBe(3);
  });
});

test("all rows stand at one moment, whatever is written meanwhile", async () => {
  const busy = await createTestDatabase();
  try {
    const isWritten = { yet: false };
    const manifest = await writeBackup({
      database: busy,
      dataDirectory: folder,
      file: join(folder, "busy.tar.gz"),
      onProgress: ({ step }) => {
        if (step === "copy" && !isWritten.yet) insertFromOutside(busy.url);
        isWritten.yet = true;
      },
    });
    expect(manifest.tables[0]?.name).not.toBe("findings");
    expect(manifest.tables.find(({ name }) => name === "findings")?.rows).toBe(0);
    expect((await busy.pool.query("select from findings")).rowCount).toBe(1);
  } finally {
    await busy.close();
  }
});

test("a backup that fails leaves neither an archive nor parts of one", async () => {
  const dataDirectory = await mkdtemp(join(folder, "broken-"));
  const s3 = { endpoint: "http://127.0.0.1:1", bucket: "none", region: "none", accessKey: "A", secretKey: "S" };
  const failing = writeBackup({
    database: source,
    dataDirectory,
    files: { ...defaultFileSettings, s3 },
    file: join(dataDirectory, "new.tar.gz"),
  });
  await expect(failing).rejects.toMatchObject({ details: { reason: "store-unreachable" } });
  expect(await readdir(dataDirectory)).toEqual([]);
});

test.each(foreignServers)("psql alone restores it into PostgreSQL $version", async ({ folder: programs }) => {
  const server = await startForeignServer(programs);
  const unpacked = await mkdtemp(join(tmpdir(), "unpacked-"));
  let restored: Database | undefined;
  try {
    execFileSync("tar", ["-xzf", file, "-C", unpacked, "--no-same-owner"]);
    execFileSync("chmod", ["-R", "a+rX", unpacked]);
    await runOn(server.url, "create database restored template template0 encoding 'UTF8'");
    const url = withDatabase(server.url, "restored");
    server.psql(url, ["-q", "-f", "restore.sql"], unpacked);
    restored = await openDatabase({ databaseUrl: url, dataDirectory: unpacked, port: 0 }, { purpose: "command" });
    expect(await readRecords(restored)).toEqual(await readRecords(source));
    expect(await readBrokenRows(restored)).toEqual([]);
    const { rows } = await restored.pool.query("select from pg_trigger where not tgisinternal and tgenabled <> 'O'");
    expect(rows).toEqual([]);
    expect(await openFileStore({ dataDirectory: unpacked }).has(stored.sha256)).toBe(true);
  } finally {
    await restored?.close();
    await server.stop();
    await rm(unpacked, { recursive: true, force: true });
  }
});

/** Values that a text format gets wrong easily: line ends, tabs, backslashes, NULL and the empty text, other planes. */
async function fillDatabase(database: Database): Promise<void> {
  await database.pool.query(`insert into countries (row_number, id, name_ja, name_zh, name_en) values
    (1, 'JP', '日本', '日本', 'Japan'), (2, 'CN', '中国', '中国', 'China'), (3, 'ZZ', E'\\\\N\\t\\n\\r\\\\.', '𠮷野', '')`);
  await database.pool.query(`insert into fiscal_calendars
    (row_number, id, country, start_month, start_day, named_by, label_ja, label_zh, label_en)
    values (1, 'cn', 'CN', 1, 1, 'first', '年', '年', 'year')`);
  await database.pool.query(`insert into findings (rule, severity, record, related, details, since) values
    ('bad-code', 'error', 'x', array['a,b', '{"c"}', null], '{"文": [1, null, "\\n"]}', '2016-02-29'),
    ('plan-overdue', 'notice', 'y', '{}', '[]', null)`);
}

/** Accounts, a comment and a stored file, with what was written to the log about them. */
async function fillMembers(database: Database): Promise<void> {
  const context = { database, clock: fixedClock("2026-11-22T03:00:00Z") };
  const who = { userId: "u1", network: "192.0.2.0/24" };
  await change(context, who, async (transaction, audit) => {
    const run = (statement: string) => sql.raw(statement).execute(transaction);
    await run(
      `insert into auth_users ("id", "name", "email", "emailVerified") values ('u1', '王', 'w@example.org', true)`,
    );
    await run(
      `insert into auth_sessions ("id", "expiresAt", "token", "updatedAt", "userId") values ('s1', now(), 't', now(), 'u1')`,
    );
    await run(
      `insert into auth_verifications ("id", "identifier", "value", "expiresAt") values ('v1', 'reset', 'x', now())`,
    );
    await run(`insert into auth_rate_limits ("id", "key", "count", "lastRequest") values ('r1', 'k', 1, 1)`);
    await run(`insert into profiles (user_id, language, seen_until) values ('u1', 'zh', '2026-11-22')`);
    await run(
      `insert into memberships (user_id, organisation, role, since) values ('u1', 'shanghai', 'partner-government', '2026-11-22')`,
    );
    audit({ action: "invitation.accepted", subject: "user/u1", organisation: "shanghai" });
  });
  await change(context, who, async (transaction, audit) => {
    const file = { sha256: stored.sha256, size: stored.size, media_type: "text/plain", created_at: new Date() };
    await transaction.insertInto("files").values(file).execute();
    const comment = {
      kind: "activity",
      record: "a1",
      author: "u1",
      organisation: "shanghai",
      language: "zh",
      body: "a\tb\\\n",
    };
    await transaction
      .insertInto("comments")
      .values({ ...comment, at: new Date() })
      .execute();
    audit({ action: "comment.added", subject: "activity/a1", details: { b: 1, a: ["x"] } });
  });
}

/** Numbers of the rows of the log whose hash is not that of what they say and of the row before. */
async function readBrokenRows(database: Database): Promise<number[]> {
  const rows = await database.db.selectFrom("audit_log").selectAll().orderBy("number").execute();
  let before = "0".repeat(64);
  return rows.flatMap(({ previous_hash: previousHash, hash, transaction_id: _, ...row }) => {
    const details = Object.fromEntries(Object.entries(Object(row.details)));
    const at = new Date(row.at).toISOString();
    const expected = hashAuditRow({ ...row, number: Number(row.number), at, details, previousHash: before });
    const isWhole = expected === hash && previousHash === before;
    before = hash;
    return isWhole ? [] : [Number(row.number)];
  });
}

async function listFiles(dataDirectory: string): Promise<string[]> {
  const listed: string[] = [];
  for await (const { sha256 } of openFileStore({ dataDirectory }).list()) listed.push(pathOfHash(sha256));
  return listed;
}

/** Another process commits a row while this one stands still. */
function insertFromOutside(url: string): void {
  const script = `import pg from "pg";
    const client = new pg.Client(process.argv[1]);
    await client.connect();
    await client.query("insert into findings (rule, severity, record, related, details) values ('r', 'error', 'x', '{}', '{}')");
    await client.end();`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", script, url], { cwd: projectRoot });
}

async function readRecords(database: Database): Promise<Record<string, unknown[]>> {
  const tables = ["countries", "fiscal_calendars", "findings", "programme_state", "files", "comments", "auth_users"];
  const records: Record<string, unknown[]> = {};
  for (const table of tables) records[table] = (await database.pool.query(`select * from ${table} order by 1`)).rows;
  const { rows } = await database.pool.query("select name, sha256 from schema_migrations order by name");
  return { ...records, schema_migrations: rows };
}

async function checkArchive(bytes: Buffer): Promise<Manifest> {
  await writeFile(join(folder, "checked"), bytes);
  return readArchive(join(folder, "checked"));
}

function replaceRows(table: string, change: (rows: string) => string) {
  return (members: ForgedMember[]) =>
    members.map((one) =>
      one.name === `rows/${table}.copy` ? { ...one, content: Buffer.from(change(one.content.toString())) } : one,
    );
}

function member(name: string): ForgedMember {
  return { name, content: Buffer.from("content") };
}

function dropLastMember(manifest: Manifest): Manifest {
  return { ...manifest, members: manifest.members.slice(0, -1) };
}

function addMissingMember(manifest: Manifest): Manifest {
  const missing = { name: aName, size: 0, sha256: "0".repeat(64) };
  return { ...manifest, members: [...manifest.members, missing] };
}
