import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../platform/config.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { sampleFolder } from "../testing/programme-folder.ts";
import { iatiCommand } from "./iati.ts";
import { loadFolder, openContext } from "./open-context.ts";
import { openDataCommand } from "./open-data.ts";
import { readArguments, UsageError } from "./read-arguments.ts";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "renkei-open-data-"));
  const context = await openContext(readConfig({ DATABASE_URL: database.url }), { purpose: "command" });
  await loadFolder(context, { directory: sampleFolder, replace: false, dryRun: false });
  await context.database.close();
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(command: typeof openDataCommand, words: string[]) {
  const printed: string[] = [];
  const reported: string[] = [];
  const config = readConfig({
    DATABASE_URL: database.url,
    RENKEI_DATA: folder,
    RENKEI_URL: "https://renkei.example",
    RENKEI_SECRET: "for tests only 7f3Kq9ZxW2vB8nM1aaaaaaa",
    NODE_ENV: "production",
  });
  const code = await command.run({
    ...readArguments(words, command),
    language: "en",
    config,
    print: (text) => printed.push(text),
    report: (text) => reported.push(text),
  });
  return { code, printed, reported };
}

test("release makes the month's archive once, and list shows it", async () => {
  const first = await run(openDataCommand, ["release"]);
  const again = await run(openDataCommand, ["release"]);
  expect(first.reported).toEqual(["A new release was made."]);
  expect(again.reported).toEqual(["Nothing has changed since this month’s last version; none was made."]);
  expect(again.printed).toEqual(first.printed);
  const { printed } = await run(openDataCommand, ["list"]);
  expect(printed).toHaveLength(1);
  const [name, sha256] = (first.printed[0] ?? "").split(" ");
  expect(printed[0]).toContain(name);
  expect(printed[0]).toContain(sha256);
}, 60_000);

test("write gives the files without keeping a release", async () => {
  const file = join(folder, "now.zip");
  const { printed } = await run(openDataCommand, ["write", file]);
  expect(printed).toEqual([file]);
  const names = Object.keys(unzipSync(await readFile(file)));
  expect(names).toContain("records/activities.csv");
  expect((await run(openDataCommand, ["list"])).printed).toHaveLength(1);
}, 60_000);

test("iati writes the activity file with the site's address", async () => {
  const file = join(folder, "activities.xml");
  const { code, reported } = await run(iatiCommand, [file]);
  expect(code).toBe(0);
  expect(reported.join("\n")).toContain("RENKEI_IATI_ORGANISATION");
  expect(await readFile(file, "utf8")).toContain("https://renkei.example/ja/partnerships/hyogo-guangdong");
});

test("other words are wrong usage", async () => {
  for (const words of [["write"], ["publish"], ["list", "x"]])
    await expect(async () => run(openDataCommand, words)).rejects.toThrow(UsageError);
});
