import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { describeSchema } from "./generate-types.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("the types in the repository are those of the migrations (npm run db:types)", async () => {
  const file = join(import.meta.dirname, "generated/schema.ts");
  expect(await describeSchema(database.pool)).toBe(await readFile(file, "utf8"));
});

test("a column's type says what may stand in it and who fills it", async () => {
  await database.pool.query(`
    create type colour as enum ('red', 'green');
    create table every_kind (
      id bigint generated always as identity primary key,
      status text not null check (status in ('planned', 'it''s done')),
      colours colour[] not null,
      day date,
      amount numeric not null default 0,
      names jsonb not null,
      settings jsonb not null default '{}',
      folded text not null generated always as (lower(status)) stored
    );
    create view kinds_seen as select id, day from every_kind`);
  const text = await describeSchema(database.pool);
  expect(text.slice(text.indexOf("export interface EveryKind"), text.indexOf("}", text.indexOf("EveryKind")))).toBe(
    `export interface EveryKind {
  amount: Generated<string>;
  colours: ("red" | "green")[];
  day: string | null;
  folded: GeneratedAlways<string>;
  id: GeneratedAlways<number>;
  names: Json;
  settings: ColumnType<JsonValue, string | undefined, string>;
  status: "planned" | "it's done";
`,
  );
  expect(text).toContain("export interface KindsSeen {\n  day: string | null;\n  id: number | null;\n}");
});
