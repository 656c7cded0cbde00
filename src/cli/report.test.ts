import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../core/language.ts";
import { readConfig } from "../platform/config.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import type { Command } from "./command.ts";
import { explainError } from "./explain-error.ts";
import { loadFolder, openContext } from "./open-context.ts";
import { readArguments, UsageError } from "./read-arguments.ts";
import { reportCommand } from "./report.ts";
import { tableCommand } from "./table.ts";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-report-"));
  database = await createTestDatabase();
  const context = await openContext(settings(), { purpose: "command" });
  await loadFolder(context, { directory: "programmes/china-air", replace: false, dryRun: false });
  await context.database.close();
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test.each([
  ["interim-report --fiscal-year 1999", "--fiscal-year"],
  ["interim-report --fiscal-year 2013", "--fiscal-year"],
  ["overview --as-of 2012-01-01", "--as-of"],
  ["midterm-evaluation --as-of 1900-01-01", "--as-of"],
  ["overview --as-of 2999-01-01", "--as-of"],
])("refuses what the site refuses: %s", async (line, option) => {
  const error = await failureOf(`report ${line} --output ${join(folder, "none.docx")}`);
  expect(error).toMatchObject({ key: "cli.report.problems" });
  expect(error instanceof UsageError && error.values.problems).toMatch(new RegExp(`^${option}：.+。$`));
  await expect(readFile(join(folder, "none.docx"))).rejects.toMatchObject({ code: "ENOENT" });
});

test.each([
  ["partnership-record --subject nope", "partnership"],
  ["activity-report --subject nope", "activity"],
  ["overview --organisation nope", "organisation"],
  ["verify nope", "library-document"],
])("says in words what is not on record: %s", async (line, kind) => {
  const error = await failureOf(
    `report ${line} --output ${join(folder, "none.docx")}`.replace(/(verify \S+) .*/, "$1"),
  );
  expect(error).toMatchObject({ code: "not-found", details: { kind, id: "nope" } });
  for (const language of languages) {
    const told = explainError(error, language);
    expect(told).toMatch(/[「“]nope[」”]/);
    expect(told).not.toContain("{");
  }
});

test("a letter takes what only a person can write from a file", async () => {
  const output = join(folder, "letter.docx");
  const missing = await failureOf(`report cover-letter --output ${output}`);
  expect(missing).toMatchObject({ key: "cli.report.written" });
  expect(missing instanceof UsageError && missing.values.names).toContain("addressee_organisation（");
  const file = join(folder, "letter.json");
  const texts = {
    addressee_organisation: "埼玉県環境部",
    sender_person: "所長　甲野一郎",
    enclosures: "中間報告　1部",
    contact: "担当　乙野",
  };
  await writeFile(file, JSON.stringify({ ...texts, addressee: "x" }));
  const line = `report cover-letter --written ${file} --output ${output}`;
  expect(await failureOf(line)).toMatchObject({ key: "cli.report.writtenUnknown", values: { name: "addressee" } });
  await writeFile(file, "[1]");
  expect(await failureOf(line)).toMatchObject({ key: "cli.report.writtenFile" });
  await writeFile(file, JSON.stringify(texts));
  const { code, told } = await run(line, "ja");
  expect(code).toBe(0);
  expect(told).toContain(output);
  expect((await readFile(output)).subarray(0, 2).toString()).toBe("PK");
}, 60_000);

test("the list of kinds says what has to be written", async () => {
  const { told } = await run("report", "ja");
  expect(told).toMatch(/cover-letter .*\n {4}書き手が記入する項目（--written）：\n(.*\n)* {6}sender_person .* 必須/);
});

test.each(["report overview", "table overview"])("era years are for Japanese only: %s", async (line) => {
  for (const language of ["zh", "en"] as const)
    expect(await failureOf(`${line} --calendar wareki`, language)).toMatchObject({ key: "cli.usage.calendarLanguage" });
});

test("a file that is not there is told in words", async () => {
  const error = await failureOf(`report cover-letter --written ${join(folder, "absent.json")} --output x`);
  for (const language of languages) {
    expect(explainError(error, language)).toContain("absent.json");
    expect(explainError(error, language)).not.toContain("ENOENT");
  }
});

async function failureOf(line: string, language: Language = "ja"): Promise<unknown> {
  try {
    await run(line, language);
  } catch (error) {
    return error;
  }
  throw new Error(`not refused: ${line}`);
}

async function run(line: string, language: Language) {
  const [name, ...words] = line.split(" ");
  const command: Command = name === "table" ? tableCommand : reportCommand;
  const { positionals, options } = readArguments(words, command);
  const lines: string[] = [];
  const print = (text: string) => void lines.push(text);
  const code = await command.run({ positionals, options, language, config: settings(), print, report: print });
  return { code, told: lines.join("\n") };
}

function settings() {
  return readConfig({ DATABASE_URL: database.url, RENKEI_LOG: "error", RENKEI_DATA: folder });
}
