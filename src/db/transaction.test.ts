import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { type ReadTransaction, read, type WriteTransaction, write } from "./transaction.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a reader sees one moment", async () => {
  await read(database, async (transaction) => {
    const before = await countMigrations(transaction);
    await write(database, (other) => addMigration(other, "9001-later.sql"));
    expect(await countMigrations(transaction)).toBe(before);
  });
});

test("a reader can change nothing", async () => {
  // @ts-expect-error nor does it have the methods to
  const changing = read(database, (transaction) => addMigration(transaction, "9002-never.sql"));
  await expect(changing).rejects.toMatchObject({ code: "25006" });
});

test("a writer that fails leaves nothing; it may read as well", async () => {
  const before = await read(database, countMigrations);
  const failing = write(database, async (transaction) => {
    await addMigration(transaction, "9003-failed.sql");
    expect(await countMigrations(transaction)).toBe(before + 1);
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect(await read(database, countMigrations)).toBe(before);
});

test("a connection is not a transaction", async () => {
  // @ts-expect-error reading without a transaction could see two moments
  expect(await countMigrations(database.db)).toBeGreaterThan(0);
});

async function countMigrations(transaction: ReadTransaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from schema_migrations`.execute(transaction);
  return rows[0]?.count ?? 0;
}

async function addMigration(transaction: WriteTransaction, name: string): Promise<void> {
  await transaction.insertInto("schema_migrations").values({ name, sha256: "0" }).execute();
}
