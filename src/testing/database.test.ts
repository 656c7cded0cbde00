import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database.ts";

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(() => Promise.all([first.close(), second.close()]));

test("each test database is migrated and alone", async () => {
  await first.pool.query("create table mine (id int8, day date)");
  await first.pool.query("insert into mine values (9007199254740991, '2016-01-31')");
  const { rows } = await first.pool.query("select * from mine");
  expect(rows).toEqual([{ id: 9_007_199_254_740_991, day: "2016-01-31" }]);
  await expect(second.pool.query("select * from mine")).rejects.toThrow("does not exist");
  expect((await second.pool.query("select name from schema_migrations")).rowCount).toBeGreaterThan(0);
});

test("an integer that JavaScript would round is refused", async () => {
  await expect(first.pool.query("select 9007199254740993::int8")).rejects.toThrow(RangeError);
});
