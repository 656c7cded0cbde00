import ExcelJs from "exceljs";
import iconv from "iconv-lite";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { recordKind } from "../../records/registry.ts";
import { csvEncodings } from "../../spreadsheets/encode-text.ts";
import { createSignedInAccount } from "../../testing/accounts.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Role } from "../accounts/roles.ts";
import { finishImports, getImport, startImport } from "./import-service.ts";
import { countRows } from "./plan.ts";
import { takeOver } from "./take-over.ts";
import { writeErrorSheet } from "./write-errors.ts";
import { type SheetRequest, writeSheet } from "./write-sheet.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context.database.close());

const actorOf = (organisation: string, role: Role): Actor => ({
  userId: `user-of-${organisation}`,
  name: "",
  email: "",
  language: "ja",
  memberships: [{ organisation, role, administers: false }],
  network: null,
});
const fukuoka = actorOf("fukuoka", "home-government");
const iges = actorOf("iges", "coordination");
const activity = recordKind("activity");

async function download(actor: Actor, request: Partial<SheetRequest> = {}): Promise<Uint8Array<ArrayBuffer>> {
  const asked: SheetRequest = { kind: activity, language: "ja", format: "xlsx", empty: false, fiscalYear: null };
  const written = await writeSheet(context, actor, { ...asked, ...request });
  if (!("file" in written) || typeof written.file.content === "string") throw new Error(JSON.stringify(written));
  return written.file.content;
}

async function check(actor: Actor, bytes: Uint8Array, kind = activity) {
  const [{ organisation }] = actor.memberships as [Actor["memberships"][number]];
  const upload = { kind, owner: organisation, fileName: "活動.xlsx", bytes, language: "ja" as const };
  const id = await startImport(context, actor, upload);
  await finishImports();
  return getImport(context, actor, id);
}

const take = (actor: Actor, id: string, submit = false, reason = "") =>
  takeOver(context, actor, id, { submit, visibility: "public", reason, language: "ja" });

/** Rows under their headings, as an official would type them into the empty sheet. */
async function fill(rows: Record<string, string | number | Date>[], request: Partial<SheetRequest> = {}) {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.load((await download(fukuoka, { empty: true, ...request })).buffer);
  const worksheet = workbook.worksheets[0];
  if (!worksheet) throw new Error("no sheet");
  const headers = (worksheet.getRow(2).values as string[]).map(String);
  for (const [index, row] of rows.entries()) {
    for (const [header, value] of Object.entries(row)) {
      const column = headers.indexOf(header);
      if (column === -1) throw new Error(`no column ${header} in ${headers.join(", ")}`);
      const cell = worksheet.getCell(index + 3, column);
      cell.value = value;
      if (value instanceof Date) cell.numFmt = "yyyy/m/d";
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const training = {
  記載する一覧: "coordination-trainings",
  年度: "2018年度",
  種類: "訪日研修",
  状況: "予定",
  実施時期: "2018年10月中旬",
  "件名（日本語）": "江蘇省大気環境研修",
  経費: "自治体独自予算",
  "活動の参加機関：実施主体": "福岡県、Jiangsu",
  "活動の参加者数：技術者": "約5（江苏省）",
};

async function countEntries(): Promise<number> {
  const { rows } = await read(context.database, (transaction) =>
    sql<{ count: number }>`SELECT count(*)::int AS count FROM entries`.execute(transaction),
  );
  return rows[0]?.count ?? 0;
}

describe("a sheet that comes back as it went out", () => {
  test.each(["ja", "zh", "en"] as const)("changes nothing, in %s", async (language) => {
    const { result } = await check(iges, await download(iges, { language }));
    const counts = countRows(result?.rows ?? []);
    expect(counts.same).toBeGreaterThan(50);
    expect(counts).toMatchObject({ error: 0, new: 0, changed: 0 });
  });

  test.each(csvEncodings)("changes nothing, as CSV in %s", async (format) => {
    const written = await writeSheet(context, fukuoka, {
      kind: activity,
      language: "ja",
      format,
      empty: false,
      fiscalYear: null,
    });
    if (!("file" in written)) {
      // Simplified characters of the Chinese texts.
      expect(format).toBe("cp932");
      expect(written.unencodable.length).toBeGreaterThan(0);
      return;
    }
    const { result } = await check(fukuoka, await download(fukuoka, { format }));
    expect(result?.facts.encoding).toBe(format);
    const counts = countRows(result?.rows ?? []);
    expect(counts.same).toBeGreaterThan(2);
    expect(counts).toMatchObject({ error: 0, new: 0, changed: 0 });
  });
});

describe("a sheet that was filled in", () => {
  test("becomes entries, and says nothing new when it comes again", async () => {
    const bytes = await fill([
      training,
      { ...training, "件名（日本語）": "別の研修", 実施時期: new Date("2018-11-05T00:00:00Z") },
    ]);
    const first = await check(fukuoka, bytes);
    expect(first.result?.rows.map(({ status, problems }) => [status, problems])).toEqual([
      ["new", []],
      ["new", []],
    ]);
    expect(await take(fukuoka, first.id)).toEqual({ state: "taken" });
    expect(await take(fukuoka, first.id)).toEqual({ state: "taken" });
    expect(await countEntries()).toBe(2);
    const { rows } = await read(context.database, (transaction) =>
      sql<{ content: unknown }>`SELECT content FROM entries ORDER BY created_at, form_key`.execute(transaction),
    );
    expect(rows[0]?.content).toMatchObject({
      fields: { date: "2018-10-11~/2018-10-20~", fiscal_year: "2018", status: "planned" },
      parts: {
        activity_parties: [
          { organisation: "fukuoka", role: "lead" },
          { organisation: "jiangsu", role: "lead" },
        ],
        activity_people: [{ categories: "engineer", count: "5", approximate: "yes", organisation: "jiangsu" }],
      },
    });
    expect(rows[1]?.content).toMatchObject({ fields: { date: "2018-11-05" } });
    const again = await check(fukuoka, bytes);
    expect(again.result?.rows.map(({ status }) => status)).toEqual(["same", "same"]);
  });

  test("is kept from everything by one wrong cell, and comes back with its errors", async () => {
    const before = await countEntries();
    const wrong = {
      ...training,
      "件名（日本語）": "誤り",
      種類: "旅行",
      実施時期: "2018年13月",
      "活動の参加機関：実施主体": "存在しない県",
    };
    const bytes = await fill([{ ...training, "件名（日本語）": "正しい" }, wrong]);
    const found = await check(fukuoka, bytes);
    const [good, bad] = found.result?.rows ?? [];
    expect(good?.status).toBe("new");
    expect(bad?.problems.map(({ column, code, address }) => [column, code, address])).toEqual([
      ["kind", "bad-choice", expect.stringMatching(/^[A-Z]+4$/)],
      ["date", "bad-date", expect.stringMatching(/^[A-Z]+4$/)],
      ["activity_parties.lead", "unknown-reference", expect.stringMatching(/^[A-Z]+4$/)],
    ]);
    expect(await take(fukuoka, found.id)).toEqual({ state: "changed" });
    expect(await countEntries()).toBe(before);
    const file = await writeErrorSheet(context, fukuoka, found.id, "ja");
    const workbook = new ExcelJs.Workbook();
    if (!file || typeof file.content === "string") throw new Error("no file");
    await workbook.xlsx.load(file.content.buffer);
    const worksheet = workbook.worksheets[0];
    expect(worksheet?.getCell("A2").text).toBe("誤り");
    expect(worksheet?.getCell("A3").text).toBe("");
    expect(worksheet?.getCell("A4").text).toContain("存在しない県");
    const mended = await check(fukuoka, file.content);
    expect(mended.result?.facts.unknownColumns).toEqual([]);
    expect(mended.result?.rows.map(({ status }) => status)).toEqual(["new", "error"]);
  });

  test("may have Chinese headings in GB18030, columns in any order, and some that nobody knows", async () => {
    const text =
      "经费,名称（中文）,年度,内部备注,类型,状态,实施时间,所属一览表,活动参与机构：实施主体\n" +
      "地方政府自有预算,赴日研修（郸城）,2018,x,访日研修,计划,2018年10月左右,coordination-trainings,北京市、福冈县\n";
    const { result } = await check(fukuoka, Uint8Array.from(iconv.encode(text, "gb18030")));
    expect(result?.facts).toMatchObject({
      encoding: "gb18030",
      wrongKind: null,
      unknownColumns: [{ header: "内部备注", address: "D1" }],
    });
    const [row] = result?.rows ?? [];
    expect(row?.title).toBe("赴日研修（郸城）");
    expect(row?.problems.map(({ column, code }) => [column, code])).toEqual([]);
  });

  test("says where characters were lost before it came", async () => {
    const { result } = await check(fukuoka, await fill([{ ...training, "件名（日本語）": "\uFFFD\uFFFD研修" }]));
    expect(result?.rows[0]?.problems).toMatchObject([{ code: "damaged", column: "title_ja" }]);
  });

  test("of another kind is told so", async () => {
    const empty = await check(fukuoka, await download(fukuoka, { kind: recordKind("project"), empty: true }));
    expect(empty.result?.facts.wrongKind).toBe("project");
    const projects = await download(iges, { kind: recordKind("project") });
    expect((await check(iges, projects)).result?.facts.wrongKind).toBe("project");
  });
});

describe("a sheet that is submitted", () => {
  test("tells each officer in one mail, however many rows it has", async () => {
    const officer = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]);
    const colleague = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]);
    const rows = ["一件目", "二件目", "三件目"].map((title) => ({ ...training, "件名（日本語）": title }));
    const found = await check(fukuoka, await fill(rows));
    expect(await take(fukuoka, found.id, true)).toEqual({ state: "taken" });
    expect(await take(fukuoka, found.id, true)).toEqual({ state: "taken" });
    const mails = await context.database.db.selectFrom("mails").select(["recipient", "purpose", "subject"]).execute();
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([officer.email, colleague.email].sort());
    for (const mail of mails)
      expect(mail).toMatchObject({
        purpose: "entry-submitted",
        subject: "【日中都市間連携協力事業】承認依頼：福岡県から3件",
      });
  });
});

describe("a correction", () => {
  async function change(header: string, value: string): Promise<Uint8Array> {
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load((await download(fukuoka)).buffer);
    const worksheet = workbook.worksheets[0];
    if (!worksheet) throw new Error("no sheet");
    const column = (worksheet.getRow(2).values as string[]).indexOf(header);
    const row = worksheet.getColumn(1).values.findIndex((id) => String(id).startsWith("e-"));
    worksheet.getCell(row, column).value = value;
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }

  test("shows the field that changes, needs a reason to be submitted, and is taken with one", async () => {
    const before = await countEntries();
    const found = await check(fukuoka, await change("備考（日本語）", "訂正しました"));
    const changed = found.result?.rows.filter(({ status }) => status === "changed") ?? [];
    expect(changed).toMatchObject([{ changes: [{ column: "remark_ja", after: "訂正しました" }], corrects: true }]);
    expect(await take(fukuoka, found.id, true)).toMatchObject({ state: "stopped", why: "reason-missing" });
    expect(await countEntries()).toBe(before);
    expect(await take(fukuoka, found.id, true, "数え直し")).toEqual({ state: "taken" });
    expect(await countEntries()).toBe(before + 1);
    const again = await check(fukuoka, await change("備考（日本語）", "さらに訂正"));
    expect(again.result?.rows.filter(({ status }) => status === "error")).toMatchObject([
      { problems: [{ code: "under-review" }] },
    ]);
  });

  test("in a closed year is refused", async () => {
    await context.database.db.transaction().execute(async (transaction) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(transaction);
      await sql`INSERT INTO year_states (fiscal_year, state, changed_at, changed_by) VALUES (2018, 'closed', now(), 'x')`.execute(
        transaction,
      );
    });
    const found = await check(fukuoka, await fill([{ ...training, "件名（日本語）": "締切後" }]));
    expect(found.result?.rows[0]?.problems).toMatchObject([{ code: "year-closed", expected: "2018" }]);
  });
});
