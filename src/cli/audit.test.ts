import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { note } from "../features/audit/change.ts";
import { readConfig } from "../platform/config.ts";
import { createActor } from "../testing/actors.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { auditCommand } from "./audit.ts";
import { openContext } from "./open-context.ts";
import { readArguments } from "./read-arguments.ts";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "renkei-audit-"));
  const context = await openContext(readConfig({ DATABASE_URL: database.url }), { purpose: "command" });
  for (const subject of ["test/1", "test/2"])
    await note(context, createActor("ministry", "moe-japan"), { action: "test.noted", subject });
  await context.database.close();
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function run(...words: string[]): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = [];
  const code = await auditCommand.run({
    ...readArguments(words, auditCommand),
    language: "en",
    config: readConfig({ DATABASE_URL: database.url }),
    print: (text) => printed.push(text),
    report: () => {},
  });
  return { code, printed };
}

test("verify prints the end to write down, and takes it back with --expect", async () => {
  const { code, printed } = await run("verify");
  expect(code).toBe(0);
  expect(printed).toEqual(["The audit log is sound (2 rows).", expect.stringMatching(/^2:[0-9a-f]{64}$/)]);
  expect((await run("verify", "--expect", printed[1] ?? "")).code).toBe(0);
  const foreign = await run("verify", "--expect", "a".repeat(64));
  expect(foreign.code).toBe(1);
  expect(foreign.printed[0]).toContain("is not in this log");
});

test("verify exits with 1 at a broken log and names the row", async () => {
  await database.pool.query("ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only");
  await database.pool.query("UPDATE audit_log SET subject = 'test/3' WHERE number = 2");
  expect(await run("verify")).toEqual({ code: 1, printed: ["Row 2 no longer says what was written."] });
});

test("export writes a file for its owner's eyes, and writes over none", async () => {
  const file = join(folder, "audit.jsonl");
  expect((await run("export", file)).code).toBe(0);
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).subject)).toEqual(["test/1", "test/2"]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(run("export", file)).rejects.toMatchObject({ details: { reason: "file-present" } });
});

test("other words are wrong usage", async () => {
  for (const words of [["look"], ["verify", "file"], ["export"]])
    await expect(async () => run(...words)).rejects.toMatchObject({ key: "cli.usage.audit" });
  await expect(async () => run("verify", "--expect", "12")).rejects.toMatchObject({ key: "cli.usage.expect" });
});
