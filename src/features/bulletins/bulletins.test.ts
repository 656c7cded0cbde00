import { sql } from "kysely";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Role } from "../accounts/roles.ts";
import { change } from "../audit/change.ts";
import { getMails } from "../mailing/service.ts";
import { countBulletins } from "../statistics/count-bulletins.ts";
import { getTable } from "../statistics/service.ts";
import { approveBulletin, sendAgain } from "./approve-bulletin.ts";
import type { BulletinContent } from "./bulletin.ts";
import type { ClippingForm } from "./clipping.ts";
import { approveClipping, findClipping, returnClipping, writeClipping } from "./clippings.ts";
import { composeBulletin } from "./compose-bulletin.ts";
import { fingerprint } from "./fingerprint.ts";
import { follow } from "./follows.ts";
import { listWatched, sayCoverageLead, sayUnwatched } from "./layout/coverage.ts";
import { listTraces, writeTracesCsv } from "./list-traces.ts";
import { renderAll, renderBulletin } from "./render-bulletin.ts";
import { lacksLanguage } from "./say.ts";
import { getBulletin, listMonths, openBulletinFile } from "./service.ts";

let context: Context;
const month = "2015-12";
const writer = createActor("coordination", "iges");
const second: Actor = { ...writer, userId: "second", email: "second@iges.example" };
const guest = createActor("guest", "kobe");

beforeAll(async () => {
  context = await createLoadedContext();
  for (const person of [writer, second]) await addPerson(person.userId, "iges", "coordination", "ja");
  await addPerson("guest-kobe", "kobe", "guest", "ja");
  await addPerson("chen", "jiangsu", "partner-government", "zh");
});
afterAll(() => context.database.close());

async function addPerson(id: string, organisation: string, role: Role, language: Language): Promise<void> {
  const since = new Date("2026-09-01T00:00:00Z");
  await change(context, { userId: null, network: null }, async (transaction, audit) => {
    await transaction
      .insertInto("auth_users")
      .values({ id, name: id, email: `${id}@example.jp`, emailVerified: true, updatedAt: since })
      .execute();
    await transaction.insertInto("profiles").values({ user_id: id, language, seen_until: since }).execute();
    await transaction.insertInto("memberships").values({ user_id: id, organisation, role, since }).execute();
    audit({ action: "test.person" });
  });
}

function write(texts: Partial<Record<"title" | "summary" | "why", string>> = {}): ClippingForm {
  const { title = "題名", summary = "概要です。二つ目の文です。", why = "意義です。" } = texts;
  const only = (ja: string) => ({ ja, zh: "", en: "" });
  return { month, title: only(title), summary: only(summary), why: only(why) };
}

function compose(members = false): Promise<BulletinContent> {
  return composeBulletin(context, month, { members, approved: true });
}

describe("the order", () => {
  test("central government by rank, key regions, partners as the partnerships name them; the important ones first", async () => {
    const { entries } = await compose();
    expect(entries.map(({ part, item }) => `${part} ${item}`)).toEqual([
      "central ultra-low-2015",
      "central data-fraud-2015",
      "central ultra-low-price-2015",
      "key-region ship-eca-2015",
      "key-region jjj-eco-plan-2015",
      "partner beijing-red-alert-2015",
      "partner tianjin-red-alert-2015",
      "partner shanghai-voc-fee-2015",
    ]);
  });
});

describe("a clipping", () => {
  const item = "data-fraud-2015";
  const version = async () => (await findClipping(context, writer, item))?.version ?? 0;

  test("is approved by a second person only, and leaves the bulletin while it is not", async () => {
    expect(
      await writeClipping(context, writer, item, { form: write(), version: await version(), submit: true }),
    ).toEqual(new Map());
    expect((await compose()).entries.map((entry) => entry.item)).not.toContain(item);
    await expect(approveClipping(context, writer, item, await version())).rejects.toMatchObject({ code: "forbidden" });
    await approveClipping(context, second, item, await version());
    const entry = (await compose()).entries.find((one) => one.item === item);
    expect(entry?.marks.ja).toBe("reviewed");
    expect(entry?.writer.office?.ja).toContain("地球環境戦略研究機関");
    expect(JSON.stringify(entry)).not.toContain(writer.userId);
  });

  test("goes back with a note, and the note stays with the draft", async () => {
    await writeClipping(context, writer, item, { form: write(), version: await version(), submit: true });
    await returnClipping(context, second, item, { version: await version(), note: "数を確かめてください" });
    expect(await findClipping(context, writer, item)).toMatchObject({ state: "draft", note: "数を確かめてください" });
    await writeClipping(context, writer, item, { form: write(), version: await version(), submit: true });
    await approveClipping(context, second, item, await version());
  });

  test("is not written over what somebody else changed", async () => {
    const old = await version();
    await writeClipping(context, writer, item, { form: write(), version: old, submit: true });
    await expect(
      writeClipping(context, second, item, { form: write(), version: old, submit: false }),
    ).rejects.toMatchObject({ details: { reason: "changed" } });
    await approveClipping(context, second, item, await version());
  });

  test("says which fields are wrong, and is for the desk to write", async () => {
    const form = { ...write({ title: "", summary: "長".repeat(801) }), month: "2015-13" };
    const problems = await writeClipping(context, writer, item, { form, version: await version(), submit: true });
    expect([...problems]).toEqual([
      ["month", "month"],
      ["title.ja", "missing"],
      ["summary.ja", "too-long"],
    ]);
    await expect(
      writeClipping(context, guest, item, { form: write(), version: await version(), submit: true }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the coverage", () => {
  test("tells of looks after the month, and never that nobody asked where pages were fetched", async () => {
    const watched = {
      part: "central",
      region: null,
      failed: 0,
      known: 5,
      fresh: 2,
      undated: 1,
      state: "quiet",
      checks: 2,
    } as const;
    const row = { ...watched, source: "mee", name: { ja: "部" }, later: { from: "2026-11", to: "2026-11" } };
    const content = await compose();
    const text = sayCoverageLead({ ...content, coverage: [row] }, "ja").join("");
    expect(text).toContain("2015年12月に公表された記事2件");
    expect(text).toContain("2015年12月以外に公表された記事2件と、公表日の分からない記事1件");
    const never = { ...row, source: "other", checks: 0, fresh: 0, later: null };
    expect(sayUnwatched([row, never, { ...never, source: "third" }], "ja")).toEqual([
      "登録した情報源のうち2件は確認していません：全国（2件）。",
    ]);
    expect(listWatched([row, never])).toEqual([row]);
    expect(text).toContain("2015年12月が終わった後、2026年11月に行いました");
    expect(sayCoverageLead({ ...content, coverage: [{ ...row, later: null }] }, "en").join("")).not.toContain("2026");
    const [first] = content.entries;
    if (!first) throw new Error("no entry");
    const snapshot = { sha256: "a", url: "https://a.example", fetchedAt: "2026-11-01T00:00:00Z" };
    const fetched = { ...content, coverage: [], entries: [{ ...first, snapshot }] };
    expect(sayCoverageLead(fetched, "ja").join("")).not.toContain("政策一覧");
  });
});

describe("the files", () => {
  test.each(languages)("say the same in Word and PDF, and come out the same again: %s", async (language) => {
    const content = await compose();
    const docx = await renderBulletin(content, language, "docx");
    const again = await renderBulletin(await compose(), language, "docx");
    expect(Buffer.from(again.bytes).equals(Buffer.from(docx.bytes))).toBe(true);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx.bytes) });
    const pdf = await renderBulletin(content, language, "pdf");
    expect(pdf.pages).toBeGreaterThan(5);
    const text = (await readPdf(pdf.bytes)).replace(/\s+/g, "");
    for (const entry of content.entries) {
      const title = (entry.title[language] ?? entry.title.ja ?? "").replace(/\s+/g, "");
      expect(value.replace(/\s+/g, "")).toContain(title);
      expect(text).toContain(title);
      // A key of our own says nothing to a reader; it stands in the CSV of the traces.
      expect(value).not.toContain(entry.item);
    }
    expect(value).toContain({ ja: "収集状況", zh: "采集情况", en: "Coverage" }[language]);
    const lacking = content.entries.some((entry) => lacksLanguage(entry, language));
    expect(/仅有日文|in Japanese only/.test(value)).toBe(lacking);
    // Nobody watched anything in 2015, and the bulletin says so.
    expect(value).toContain(
      { ja: "自動確認を行っていません", zh: "未对信息来源", en: "No sources were watched" }[language],
    );
  });

  test("trace each sentence to its entry, address and author", async () => {
    const content = await compose();
    const traces = listTraces(content, "ja");
    const own = traces.filter(({ entry }) => entry.item === "data-fraud-2015");
    expect(own.map(({ number, sentence }) => [number, sentence])).toEqual([
      ["2-1", "題名"],
      ["2-2", "概要です。"],
      ["2-3", "二つ目の文です。"],
      ["2-4", "意義です。"],
    ]);
    const csv = writeTracesCsv(content, "ja");
    expect(csv.split("\r\n")).toHaveLength(traces.length + 2);
    expect(csv).toContain("http://cnwaste.com/");
    expect(csv).toContain("data-fraud-2015");
  });

  test("hostile words stay words", async () => {
    const content = await compose();
    const [first] = content.entries;
    if (!first) throw new Error("no entry");
    const title = '<script>alert(1)</script> {{title}} #set page() \\u202E "; =cmd|x';
    const hostile = { ...content, entries: [{ ...first, title: { ja: title }, url: "javascript:alert(1)" }] };
    const { bytes } = await renderBulletin(hostile, "ja", "docx");
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(value).not.toContain("<script>");
    expect(value).not.toContain('href="javascript');
    expect((await readPdf((await renderBulletin(hostile, "ja", "pdf")).bytes)).replace(/\s+/g, "")).toContain(
      "<script>alert(1)</script>",
    );
    const formula = { ...hostile, entries: [{ ...first, title: { ja: "=HYPERLINK(1)" } }] };
    expect(writeTracesCsv(formula, "ja")).not.toMatch(/,=HYPERLINK/);
  });
});

describe("a number", () => {
  test("is of what the approver saw, goes to followers once, and is kept as it went out", async () => {
    await follow(context, { ...guest, userId: "guest-kobe" }, { kind: "bulletin", target: "monthly" });
    await follow(context, { ...guest, userId: "chen" }, { kind: "region", target: "shanghai" });
    const seen = fingerprint(await compose());
    const approval = { visibility: "public", note: null, seen } as const;
    await expect(approveBulletin(context, guest, month, approval)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approveBulletin(context, writer, month, { ...approval, seen: "other" })).rejects.toMatchObject({
      details: { reason: "changed" },
    });
    await expect(approveBulletin(context, writer, "2001-01", approval)).rejects.toMatchObject({
      details: { reason: "empty" },
    });
    expect(await approveBulletin(context, writer, month, approval)).toBe(1);
    const mails = (await getMails(context)).filter(({ purpose }) => purpose === "bulletin");
    expect(mails.map(({ to, language }) => [to, language]).sort()).toEqual([
      ["chen@example.jp", "zh"],
      ["guest-kobe@example.jp", "ja"],
    ]);
    const toChen = mails.find(({ to }) => to === "chen@example.jp");
    expect(toChen?.body).toContain("上海市挥发性有机物排污收费试点实施办法");
    expect(toChen?.body).not.toContain("天津");
    expect(toChen?.body).toContain("/zh/members/follows");
    const { approved, content } = await getBulletin(context, null, month);
    expect(approved).toMatchObject({ number: 1, visibility: "public", approvedBy: writer.userId });
    const { files } = await renderAll(content);
    expect(Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))).toEqual(approved?.files);
    const file = await openBulletinFile(context, null, { month, language: "ja", ending: "pdf" });
    expect(
      Buffer.from(file.content).equals(Buffer.from(files.find(({ name }) => name === "ja.pdf")?.content ?? [])),
    ).toBe(true);
    expect(file.fileName).toBe("中国大気政策動向月報 2015年12月号.pdf");
  });

  test("is followed by a correction; what is for members is not for the public", async () => {
    await context.database.db
      .updateTable("policy_items")
      .set({ visibility: "members" })
      .where("id", "=", "ship-eca-2015")
      .execute();
    expect((await compose()).entries.map(({ item }) => item)).not.toContain("ship-eca-2015");
    const seen = fingerprint(await compose(true));
    expect(await approveBulletin(context, second, month, { visibility: "members", note: "訂正", seen })).toBe(2);
    expect((await getBulletin(context, null, month)).approved?.number).toBe(1);
    expect((await getBulletin(context, guest, month)).approved?.number).toBe(2);
    await expect(getBulletin(context, null, month, 2)).rejects.toMatchObject({ code: "not-found" });
    const listed = (await listMonths(context, null)).find((one) => one.month === month);
    expect(listed?.numbers.map(({ number }) => number)).toEqual([1]);
  });

  test("is sent again when somebody asks for it", async () => {
    const before = (await getMails(context)).length;
    expect(await sendAgain(context, writer, month, 1)).toBe(2);
    expect(await getMails(context)).toHaveLength(before + 2);
  });

  test("feeds the sixth row of the overview beside what the document claims", async () => {
    const table = await getTable(context, "overview", { language: "ja" });
    const row = table.rows.find(({ key }) => key === "policy-reports");
    const [months, pages] = row?.cells["2015"] && "figures" in row.cells["2015"] ? row.cells["2015"].figures : [];
    const { approved } = await getBulletin(context, null, month);
    expect(months).toMatchObject({ unit: "months", records: 1, claim: 11, basis: "claim", difference: -10 });
    expect(pages).toMatchObject({ unit: "pages", records: approved?.pages, claim: 305 });
    // The month had not ended then.
    const early = await getTable(context, "overview", { language: "ja", asOf: "2015-12-30" });
    const cell = early.rows.find(({ key }) => key === "policy-reports")?.cells["2015"];
    expect(cell && "figures" in cell ? cell.figures : null).toEqual([]);
  });

  test("counts in public tables only where it is public itself", async () => {
    await change(context, { userId: null, network: null }, async (transaction, audit) => {
      await sql`INSERT INTO bulletins (month, number, visibility, content, files, pages, approved_by, approved_at)
        SELECT '2015-11', 1, 'members', content, files, 500, approved_by, approved_at FROM bulletins
        WHERE month = ${month} AND number = 1`.execute(transaction);
      audit({ action: "test.bulletin" });
    });
    const counts = await read(context.database, (transaction) => countBulletins(transaction, { asOf: "2016-03-31" }));
    expect(counts.map(({ records }) => records)).toEqual([[month]]);
  });

  test("leaves an audit row that names nobody", async () => {
    const { rows } = await sql<{ action: string; details: object }>`
      SELECT action, details FROM audit_log WHERE subject LIKE 'bulletin/%' ORDER BY number`.execute(
      context.database.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(["bulletin.approved", "bulletin.approved", "bulletin.sent-again"]);
    expect(rows[0]?.details).toMatchObject({ mails: 2, entries: 8 });
  });
});

test("without a number there is what the records give, for everybody", async () => {
  const { approved, content } = await getBulletin(context, null, "2015-08");
  expect(approved).toBeNull();
  expect(content.approval).toBeNull();
  expect(content.entries.length).toBeGreaterThan(1);
  await expect(getBulletin(context, null, "1999-01")).rejects.toMatchObject({ code: "not-found" });
  await expect(getBulletin(context, null, "../etc")).rejects.toMatchObject({ code: "not-found" });
});

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return texts.join("\n");
}
