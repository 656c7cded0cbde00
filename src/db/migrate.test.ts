import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { migrateDatabase } from "./migrate.ts";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  await database.pool.query("drop schema public cascade");
  await database.pool.query("create schema public");
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
  await writeMigration("0001-first.sql", "create table first (id integer);\ninsert into first values (1);");
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test("files are applied once, in order, also by several processes at the same time", async () => {
  await writeMigration("0002-second.sql", "alter table first add column name text");
  const runs = await Promise.all([1, 2, 3].map(() => migrateDatabase(database.pool, { folder })));
  expect(runs.flat()).toEqual(["0001-first.sql", "0002-second.sql"]);
  expect((await database.pool.query("select * from first")).rows).toEqual([{ id: 1, name: null }]);
});

test("a file that fails leaves nothing of itself and names its line", async () => {
  await writeMigration("0002-broken.sql", "create table second (id integer);\nselect 1;\nselect nothing;");
  await expect(migrateDatabase(database.pool, { folder })).rejects.toMatchObject({
    code: "unavailable",
    details: { reason: "migration-failed", file: "0002-broken.sql", line: 3 },
  });
  const { rows } = await database.pool.query("select to_regclass('first') as first, to_regclass('second') as second");
  expect(rows).toEqual([{ first: "first", second: null }]);
  await writeMigration("0002-broken.sql", "create table second (id integer)");
  expect(await migrateDatabase(database.pool, { folder })).toEqual(["0002-broken.sql"]);
});

test("an applied file that has changed is refused, other line ends are not", async () => {
  await migrateDatabase(database.pool, { folder });
  await writeMigration("0001-first.sql", "create table first (id integer);\r\ninsert into first values (1);");
  expect(await migrateDatabase(database.pool, { folder })).toEqual([]);
  await writeMigration("0001-first.sql", "create table first (id bigint);");
  await expect(migrateDatabase(database.pool, { folder })).rejects.toMatchObject({
    details: { reason: "migration-changed", file: "0001-first.sql" },
  });
});

test("a database of a newer program is refused", async () => {
  await writeMigration("0002-second.sql", "select 1");
  await migrateDatabase(database.pool, { folder });
  await rm(join(folder, "0002-second.sql"));
  await expect(migrateDatabase(database.pool, { folder })).rejects.toMatchObject({
    details: { reason: "database-newer", file: "0002-second.sql" },
  });
});

test("a file that would have to run before one already applied is refused", async () => {
  await writeMigration("0003-third.sql", "select 1");
  await migrateDatabase(database.pool, { folder });
  await writeMigration("0002-second.sql", "select 1");
  await expect(migrateDatabase(database.pool, { folder })).rejects.toMatchObject({
    details: { reason: "migration-order", file: "0002-second.sql", after: "0003-third.sql" },
  });
});

test("file names out of the pattern and numbers used twice are refused", async () => {
  await writeMigration("0001-other.sql", "select 1");
  await expect(migrateDatabase(database.pool, { folder })).rejects.toMatchObject({
    details: { reason: "migration-name", file: "0001-other.sql" },
  });
});

async function writeMigration(name: string, sql: string): Promise<void> {
  await writeFile(join(folder, name), sql);
}
