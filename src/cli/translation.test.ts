import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTranslation } from "../features/translation/service.ts";
import { readConfig } from "../platform/config.ts";
import { createActor } from "../testing/actors.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import type { Command } from "./command.ts";
import { memoryCommand } from "./memory.ts";
import { openContext } from "./open-context.ts";
import { readArguments, UsageError } from "./read-arguments.ts";
import { termsCommand } from "./terms.ts";
import { translationCommand } from "./translation.ts";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "renkei-translation-"));
}, 60_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const config = () => readConfig({ DATABASE_URL: database.url, RENKEI_DATA: folder });

async function run(command: Command, words: string[]) {
  const printed: string[] = [];
  const reported: string[] = [];
  const code = await command.run({
    ...readArguments(words, command),
    language: "en",
    config: config(),
    print: (text) => printed.push(text),
    report: (text) => reported.push(text),
  });
  return { code, printed, reported };
}

test("terms go from CSV to TBX and come back the same", async () => {
  const [csv, tbx, again] = ["terms.csv", "terms.tbx", "again.csv"].map((name) => join(folder, name));
  const columns =
    "id,domain,term_ja,term_zh,term_en,variants_ja,variants_zh,variants_en,forbidden_ja,forbidden_zh,forbidden_en,note";
  await writeFile(csv ?? "", `${columns}\r\nozone,pollutant,オゾン,臭氧,ozone,,,O3,,,,\r\n`);
  expect(await run(termsCommand, ["import", csv ?? "", "--dry-run"])).toMatchObject({ code: 0 });
  expect((await run(termsCommand, ["import", csv ?? ""])).reported).toEqual([
    "Taken over: 1 new, 0 changed, 0 the same.",
  ]);
  await run(termsCommand, ["export", tbx ?? ""]);
  expect((await run(termsCommand, ["import", tbx ?? ""])).reported).toEqual([
    "Taken over: 0 new, 0 changed, 1 the same.",
  ]);
  await run(termsCommand, ["export", again ?? ""]);
  expect(await readFile(again ?? "", "utf8")).toContain("ozone,pollutant,オゾン,臭氧,ozone,,,O3,,,,");
  await writeFile(csv ?? "", `${columns}\r\nno2,gas,,二氧化氮,nitrogen dioxide,,,,,,,\r\n`);
  const wrong = await run(termsCommand, ["import", csv ?? ""]);
  expect(wrong.code).toBe(1);
  expect(wrong.printed.join("\n")).toMatch(/line 2/i);
});

test("the memory takes a TMX and gives it back", async () => {
  const file = join(folder, "memory.tmx");
  await writeFile(
    file,
    '<tmx version="1.4"><header srclang="zh"/><body><tu><tuv xml:lang="zh"><seg>甲</seg></tuv><tuv xml:lang="ja"><seg>こう</seg></tuv></tu></body></tmx>',
  );
  expect((await run(memoryCommand, ["import", file])).reported).toEqual(["Taken over: 1 new, 0 there already."]);
  const out = join(folder, "out.tmx");
  expect((await run(memoryCommand, ["export", out, "zh-ja"])).printed).toEqual([out]);
  expect(await readFile(out, "utf8")).toContain("<seg>こう</seg>");
});

test("a translation is listed and written as XLIFF", async () => {
  const context = await openContext(config(), { purpose: "command" });
  const blocks = [{ is: "paragraph" as const, text: "适用本条例。" }];
  const subject = { kind: "text", id: "t", title: "题", language: "zh", visibility: "members", blocks } as const;
  const id = await startTranslation(context, createActor("coordination", "iges"), { ...subject, blocks }, "ja");
  await context.database.close();
  expect((await run(translationCommand, ["list"])).printed.join()).toMatch(new RegExp(`${id}.*zh-ja.*0/2.*题`));
  const file = join(folder, "one.xlf");
  await run(translationCommand, ["export", id, file]);
  expect(await readFile(file, "utf8")).toContain("<source>适用本条例。</source>");
});

test("other words are wrong usage", () => {
  expect(() => termsCommand.run({ ...wrongly(termsCommand, ["import", "terms.doc"]) })).toThrow(UsageError);
  expect(() => memoryCommand.run({ ...wrongly(memoryCommand, ["export", "x.tmx", "zh-zh"]) })).toThrow(UsageError);
  expect(() => translationCommand.run({ ...wrongly(translationCommand, ["export", "x"]) })).toThrow(UsageError);
});

function wrongly(command: Command, words: string[]) {
  const say = () => undefined;
  return { ...readArguments(words, command), language: "en" as const, config: config(), print: say, report: say };
}
