import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../core/language.ts";
import { checkIds } from "../documents/machine-readability/checks.ts";
import { readConfig } from "../platform/config.ts";
import { checkFileCommand } from "./check-file.ts";
import { readArguments } from "./read-arguments.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-check-file-"));
  await writeFile(join(folder, "good.csv"), "\uFEFFyear,count\r\n2014,3\r\n2015,0\r\n");
  await writeFile(join(folder, "bad.csv"), "year,count\r\n2014,3\r\n2015,12名\r\n2016,4\r\n");
  await writeFile(join(folder, "empty.csv"), "");
});

afterAll(() => rm(folder, { recursive: true }));

test.each(languages)("lists all thirty checks and each finding in the reader's language: %s", async (language) => {
  const { code, text } = await run(["good.csv", "bad.csv"], [], language);
  expect(code).toBe(1);
  for (const id of checkIds) expect(text.split(`${id}  `)).toHaveLength(3);
  expect(text).toContain(
    {
      ja: "B3  数値の列「count」の数値に単位が付いています：12名",
      zh: "B3  数值列“count”的数值带有单位：12名",
      en: "B3  A unit stands with a number in the column “count”: 12名",
    }[language],
  );
  expect(text).toContain({ ja: "要目視確認", zh: "需人工确认", en: "for people to judge" }[language]);
});

test("a file without findings ends with 0, also as JSON", async () => {
  expect((await run(["good.csv"], [], "en")).code).toBe(0);
  const { text } = await run(["bad.csv"], ["--format", "json"], "en");
  const { files } = JSON.parse(text);
  expect(files[0].checks).toHaveLength(30);
  expect(files[0].findings).toMatchObject([
    { check: "L2-01", level: 2, fatal: true, place: { sheet: null, address: "B3" }, values: { value: "12名" } },
  ]);
});

test.each(languages)(
  "a file that cannot be looked into is told in two lines and nothing else: %s",
  async (language) => {
    const { code, text } = await run(["empty.csv"], [], language);
    expect(code).toBe(1);
    expect(text.trim().split("\n")).toHaveLength(4);
    expect(text).toContain({ ja: "ファイルが空です", zh: "文件为空", en: "The file is empty" }[language]);
  },
);

test("no file is wrong usage", () => {
  expect(() => readArguments([], checkFileCommand)).toThrow("cli.usage.missing");
});

async function run(names: string[], options: string[], language: Language) {
  const lines: string[] = [];
  const print = (text: string) => void lines.push(text);
  const words = [...names.map((name) => join(folder, name)), ...options];
  const invocation = { ...readArguments(words, checkFileCommand), language, config: readConfig({}) };
  const code = await checkFileCommand.run({ ...invocation, print, report: print });
  return { code, text: lines.join("\n") };
}
