import { appendFile, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { languages } from "../core/language.ts";
import { changeRows, copySample, sampleFolder } from "../testing/programme-folder.ts";
import { describeProblem } from "./describe-problem.ts";
import { readProgrammeFiles } from "./read-programme.ts";
import { sheets } from "./registry.ts";

let folder: string;

beforeEach(async () => {
  folder = await copySample();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function readProblems() {
  const { problems } = await readProgrammeFiles(folder, sheets);
  for (const language of languages)
    for (const problem of problems) expect(describeProblem(problem, language)).toContain(problem.file);
  return problems;
}

test("the sample programme has no problem", async () => {
  expect((await readProgrammeFiles(sampleFolder, sheets)).problems).toEqual([]);
});

describe("a cell that cannot be loaded", () => {
  test.each([
    ["date", "2015-02-30", "impossible-date"],
    ["date", "spring 2015", "malformed-date"],
    ["kind", "party", "bad-choice"],
    ["fiscal_year", "FY15", "bad-integer"],
    ["fiscal_year", "20150", "out-of-range"],
    ["title_ja", "=HYPERLINK(1)", "formula"],
    ["title_zh", "", "required"],
    ["register", "nowhere", "unknown-reference"],
    ["partnerships", "kitakyushu-wuhan;nowhere", "unknown-reference"],
    ["id", "Not An Id", "bad-id"],
  ])("%s %j: %s", async (column, value, reason) => {
    await changeRows(folder, "activities", (row) => (row.id === "b-con-2015-02" ? { ...row, [column]: value } : row));
    const problems = (await readProblems()).filter((problem) => problem.file === "activities.csv");
    const lines = (await readFile(join(folder, "activities.csv"), "utf8")).split("\r\n");
    const line = lines.findIndex((text) => /2015\.7\.22,/.test(text)) + 1;
    expect(problems).toContainEqual(expect.objectContaining({ line, column, reason }));
  });
});

test("every problem of every file is shown at once", async () => {
  await changeRows(folder, "activities", (row) => ({ ...row, kind: "party" }));
  await changeRows(folder, "claims", (row) => ({ ...row, value: "many" }));
  const problems = await readProblems();
  expect(
    problems.filter(({ file, reason }) => file === "activities.csv" && reason === "bad-choice").length,
  ).toBeGreaterThan(150);
  expect(
    problems.filter(({ file, reason }) => file === "claims.csv" && reason === "bad-integer").length,
  ).toBeGreaterThan(150);
});

describe("a file that cannot be loaded", () => {
  const spoil = (name: string, change: (content: Buffer) => Buffer | string) => async () => {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(path)));
  };

  test("in another encoding: names the line and the likely encoding", async () => {
    const shiftJis = Buffer.from([0x93, 0xfa, 0x96, 0x7b]);
    const start = Buffer.from("id,name_ja,name_zh,name_en\r\nx,");
    await writeFile(join(folder, "topics.csv"), Buffer.concat([start, shiftJis, Buffer.from(",b,c\r\n")]));
    expect(await readProblems()).toContainEqual(
      expect.objectContaining({ file: "topics.csv", line: 2, reason: "not-utf8", expected: "shift_jis" }),
    );
  });

  test("with a wrong, a missing and a repeated column", async () => {
    await spoil("topics.csv", (content) =>
      content.toString().replace("name_zh", "name_ja").replace("name_en", "colour"),
    )();
    const problems = await readProblems();
    for (const [column, reason] of [
      ["name_zh", "missing-column"],
      ["name_en", "missing-column"],
      ["colour", "unknown-column"],
      ["name_ja", "repeated-column"],
    ])
      expect(problems).toContainEqual(expect.objectContaining({ file: "topics.csv", line: 1, column, reason }));
  });

  test("with broken quoting, too few cells, a control character, a repeated key", async () => {
    await appendFile(join(folder, "topics.csv"), 'y,"open,b,c\r\n');
    await appendFile(join(folder, "countries.csv"), "xx,only two\r\n");
    await appendFile(join(folder, "glossary.csv"), "zzz,a\u0007,b,c,d,e,f\r\n");
    await changeRows(folder, "plans", (row) => ({ ...row, id: "same" }));
    const problems = await readProblems();
    for (const [file, reason] of [
      ["topics.csv", "broken-quoting"],
      ["countries.csv", "wrong-cell-count"],
      ["glossary.csv", "control-character"],
      ["plans.csv", "duplicate-key"],
    ])
      expect(problems).toContainEqual(expect.objectContaining({ file, reason, line: expect.any(Number) }));
  });

  test("of 100 MB is refused before it is read", async () => {
    await truncate(join(folder, "activities.csv"), 100 * 1024 * 1024);
    expect(await readProblems()).toContainEqual(
      expect.objectContaining({ file: "activities.csv", reason: "too-large" }),
    );
  });

  test("that is missing, empty or unknown", async () => {
    await rm(join(folder, "programme.csv"));
    await writeFile(join(folder, "topics.csv"), "");
    await writeFile(join(folder, "activites.csv"), "id\r\n");
    const problems = await readProblems();
    expect(problems).toContainEqual(expect.objectContaining({ file: "programme.csv", reason: "missing-file" }));
    expect(problems).toContainEqual(expect.objectContaining({ file: "topics.csv", reason: "empty-file" }));
    expect(problems).toContainEqual(expect.objectContaining({ file: "activites.csv", reason: "unknown-file" }));
  });

  test("whose organisations are each other's parents", async () => {
    await changeRows(folder, "organisations", (row) =>
      row.id === "wuhan" ? { ...row, parent: "wuhan-epb" } : row.id === "wuhan-epb" ? { ...row, parent: "wuhan" } : row,
    );
    expect(await readProblems()).toContainEqual(
      expect.objectContaining({ file: "organisations.csv", reason: "circular" }),
    );
  });

  test("whose concerns carry on themselves or each other", async () => {
    const continues: Record<string, string> = {
      "concern-2014-own-projects": "concern-2014-own-projects",
      "concern-2014-early-contract": "concern-2016-early-contract",
    };
    await changeRows(folder, "concerns", (row) => ({
      ...row,
      continues: continues[row.id ?? ""] ?? row.continues ?? "",
    }));
    const circles = (await readProblems()).filter(({ reason }) => reason === "circular");
    expect(circles.map(({ file, column, value }) => [file, column, value])).toEqual([
      ["concerns.csv", "continues", "concern-2016-early-contract"],
      ["concerns.csv", "continues", "concern-2014-own-projects"],
      ["concerns.csv", "continues", "concern-2014-early-contract"],
    ]);
  });
});

test("columns may stand in any order and the byte order mark is optional", async () => {
  const path = join(folder, "topics.csv");
  const rows: string[][] = parse(await readFile(path), { bom: true });
  await writeFile(path, stringify(rows.map((row) => row.reverse())));
  expect(await readProblems()).toEqual([]);
});
