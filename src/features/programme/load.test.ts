import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFolder } from "../../cli/open-context.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { sheets } from "../../sheets/registry.ts";
import { writeProgrammeFiles } from "../../sheets/write-programme.ts";
import { createLoadedContext, createTestContext } from "../../testing/context.ts";
import { changeRows, copySample, sampleFolder } from "../../testing/programme-folder.ts";
import { getProgramme } from "./service.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

test("an export is, byte for byte, what was loaded", async () => {
  const folder = await mkdtemp(join(tmpdir(), "renkei-export-"));
  try {
    await read(context.database, (transaction) => writeProgrammeFiles(transaction, folder, sheets));
    const names = (await readdir(folder)).sort();
    expect(names.length).toBeGreaterThan(25);
    for (const name of names) {
      expect(await readFile(join(folder, name), "utf8"), name).toBe(await readFile(join(sampleFolder, name), "utf8"));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("what people wrote comes back as it was, whatever it begins with", async () => {
  const texts = [
    "=1+1",
    "'=2",
    "''-3",
    "@home",
    "- first\n- second",
    "line\r\nline",
    'a "quoted" word, and more',
    "'tis",
  ];
  const folder = await mkdtemp(join(tmpdir(), "renkei-export-"));
  const other = await createLoadedContext();
  try {
    const { rows } = await other.database.pool.query<{ id: string }>("select id from activities order by row_number");
    for (const [index, text] of texts.entries())
      await other.database.pool.query("update activities set remark_ja = $1 where id = $2", [text, rows[index]?.id]);
    await read(other.database, (transaction) => writeProgrammeFiles(transaction, folder, sheets));
    const result = await loadFolder(other, { directory: folder, replace: true, dryRun: false });
    expect(result.problems).toEqual([]);
    const again = await other.database.pool.query<{ text: string }>(
      "select remark_ja as text from activities order by row_number limit $1",
      [texts.length],
    );
    expect(again.rows.map(({ text }) => text)).toEqual(texts);
  } finally {
    await other.database.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("a programme is replaced only on demand, and the revision tells everybody", async () => {
  const before = (await getProgramme(context)).revision;
  const load = (replace: boolean) => loadFolder(context, { directory: sampleFolder, replace, dryRun: false });
  await expect(load(false)).rejects.toMatchObject({ code: "conflict", details: { reason: "programme-present" } });
  expect((await getProgramme(context)).revision).toBe(before);
  await load(true);
  expect((await getProgramme(context)).revision).toBe(before + 1);
});

test("one wrong cell loads nothing", async () => {
  const folder = await copySample();
  const empty = await createTestContext();
  try {
    await changeRows(folder, "activities", (row) => (row.id === "b-con-2015-02" ? { ...row, date: "2015-13" } : row));
    const result = await loadFolder(empty, { directory: folder, replace: false, dryRun: false });
    expect(result).toMatchObject({ loaded: false, problems: [{ file: "activities.csv", column: "date" }] });
    await expect(getProgramme(empty)).rejects.toMatchObject({ code: "unavailable" });
  } finally {
    await empty.database.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("another programme with another fiscal calendar needs no other code", async () => {
  const folder = await copySample();
  await changeRows(folder, "fiscal_calendars", (row) =>
    row.id === "japan" ? { ...row, start_month: "7", named_by: "last" } : row,
  );
  await changeRows(folder, "programme", (row) => ({ ...row, id: "other-programme" }));
  const other = await createLoadedContext(folder);
  try {
    expect(await getProgramme(other)).toMatchObject({
      id: "other-programme",
      calendar: { startMonth: 7, namedBy: "last" },
    });
  } finally {
    await other.database.close();
    await rm(folder, { recursive: true, force: true });
  }
});
