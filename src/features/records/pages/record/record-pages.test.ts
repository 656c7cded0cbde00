import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WriteTransaction } from "../../../../db/transaction.ts";
import { type RecordContent, recordKindIds } from "../../../../records/kind.ts";
import { createActor } from "../../../../testing/actors.ts";
import {
  type MemberBrowser,
  type MemberSite,
  openMemberSite,
  readField,
  readPage,
} from "../../../../testing/member-site.ts";
import { change } from "../../../audit/change.ts";
import { approveEntry, submitEntry } from "../../decide-entry.ts";
import type { Entry } from "../../record.ts";
import { approveEntries } from "../../review.ts";
import { type EntryInput, saveEntry } from "../../save-entry.ts";
import { getRecordForActor } from "../../service.ts";

let site: MemberSite;
let fukuoka: MemberBrowser;
let hyogo: MemberBrowser;
let officer: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  fukuoka = await site.open("home-government", "fukuoka");
  hyogo = await site.open("home-government", "hyogo");
  officer = await site.open("coordination", "iges");
}, 60_000);
afterAll(() => site.close());

const author = createActor("home-government", "fukuoka");
const coordinator = createActor("coordination", "iges");

const training: RecordContent = {
  fields: {
    register: "coordination-trainings",
    fiscal_year: "2017",
    number: "99",
    kind: "training",
    status: "done",
    date: "2017-11-13/2017-11-17",
    title_ja: "江蘇省からの訪日研修",
    title_zh: "江苏省访日研修",
    title_en: "Training for Jiangsu",
    funding: "programme",
    partnerships: "fukuoka-jiangsu",
  },
  parts: {
    activity_parties: [{ organisation: "jiangsu", role: "sender" }],
    activity_people: [{ organisation: "jiangsu", categories: "engineer", count: "8", approximate: "no" }],
  },
};

async function save(changes: Partial<EntryInput> = {}): Promise<Entry> {
  const input: EntryInput = { kind: "activity", owner: "fukuoka", visibility: "public", content: training, ...changes };
  const result = await saveEntry(site.context, author, input);
  expect(result.state).toBe("saved");
  return result.entry;
}

async function submit(changes: Partial<EntryInput> = {}): Promise<Entry> {
  const result = await submitEntry(site.context, author, await save(changes));
  expect(result.state).toBe("done");
  return result.entry;
}

async function approve(changes: Partial<EntryInput> = {}): Promise<Entry> {
  const result = await approveEntry(site.context, coordinator, await submit(changes));
  expect(result.state).toBe("done");
  return result.entry;
}

const titled = (title: string): RecordContent => ({ ...training, fields: { ...training.fields, title_ja: title } });

async function read(browser: MemberBrowser, path: string): Promise<string> {
  const response = await browser.get(path);
  expect(response.status).toBe(200);
  return (await readPage(response)).querySelector("main")?.textContent ?? "";
}

describe("the list of records", () => {
  test("shows what is shared with the reader, and says what waits for publication", async () => {
    await approve({ content: titled("自機関だけの研修"), visibility: "organisation" });
    await approve({ content: titled("公開待ちの研修") });
    const path = `/ja/members/records/activity?q=${encodeURIComponent("の研修")}`;
    const own = await read(fukuoka, path);
    expect(own).toContain("公開待ちの研修2017年度登録：福岡県一般公開公開待ち");
    expect(own).toContain("自機関だけの研修");
    const others = await read(hyogo, path);
    expect(others).toContain("公開待ちの研修");
    expect(others).not.toContain("自機関だけの研修");
  });

  test("can be narrowed to what waits for publication", async () => {
    await approve({ content: titled("会員だけの研修"), visibility: "members" });
    const listed = async (query: string) =>
      [
        ...(await readPage(await fukuoka.get(`/ja/members/records/activity?${query}`))).querySelectorAll(
          ".member-row-title",
        ),
      ].map(({ textContent }) => textContent);
    const waiting = await listed("unpublished=1");
    expect(waiting).toContain("公開待ちの研修");
    expect(waiting).not.toContain("会員だけの研修");
    expect((await listed("year=2017")).length).toBeGreaterThan(waiting.length);
  });

  test("gives dates as they were entered and as the public pages write them, never more exactly", async () => {
    const dates = ["2018-03~", "2018-01-11~/2018-01-20~", "2017-12-01~/2017-12-10~", "2017-11/2018-02"];
    for (const [index, date] of dates.entries())
      await approve({
        content: {
          ...training,
          fields: { ...training.fields, date, number: `${index + 110}`, title_ja: "頃合いの研修" },
        },
      });
    const query = `q=${encodeURIComponent("頃合い")}`;
    const page = await readPage(await fukuoka.get(`/ja/members/records/activity?${query}`));
    expect([...page.querySelectorAll(".member-row-date")].map((date) => date.textContent)).toEqual([
      "2018.3頃",
      "2018.1中旬",
      "2017.12上旬",
      "2017.11～2018.2",
    ]);
    // Records that never changed stand in the tables only.
    const loaded = await readPage(await fukuoka.get("/ja/members/records/activity?year=2015"));
    expect(loaded.querySelector(".member-rows")?.textContent).toContain("頃");
  });

  test("pages through a long list, narrows it and bears any address", async () => {
    const first = await readPage(await fukuoka.get("/en/members/records/activity"));
    expect(first.querySelectorAll(".member-rows > li").length).toBe(50);
    const beyond = await readPage(await fukuoka.get("/en/members/records/activity?page=99999"));
    expect(beyond.querySelectorAll(".member-rows > li").length).toBeGreaterThan(0);
    expect(await read(fukuoka, "/en/members/records/activity?year=20x7")).toContain("cannot be read");
    expect(await read(fukuoka, "/zh/members/records/activity?q=%00%25_")).toContain("没有符合条件的记录");
    expect((await fukuoka.get("/ja/members/records/nothing")).status).toBe(404);
  });
});

describe("a record", () => {
  test("names its references, people and those who see it", async () => {
    const entry = await approve({ visibility: "sides" });
    const text = await read(fukuoka, `/ja/members/records/activity/${entry.record}`);
    for (const words of ["江蘇省からの訪日研修", "2017年11月13日～17日", "協力当事者", "福岡県", "公開範囲", "技術者"])
      expect(text).toContain(words);
    expect(text).not.toContain("fukuoka-jiangsu");
    expect((await hyogo.get(`/ja/members/records/activity/${entry.record}`)).status).toBe(404);
    expect((await hyogo.get(`/ja/members/records/activity/${entry.record}/history`)).status).toBe(404);
  });

  test("tells how many people are listed, and only the organiser's people the way to their names", async () => {
    const path = "/ja/members/records/activity/e-tra-2014-01";
    const list = "/ja/members/records/activity/e-tra-2014-01/participants";
    const organiser = await site.open("home-government", "yokkaichi");
    const person = { family_name: "王", given_name: "小明", affiliation: "天津市", category: "practitioner" };
    const form_key = readField(await readPage(await organiser.get(list)), "input[name=form_key]");
    expect((await organiser.post(list, { ...person, form_key, intent: "add" })).status).toBe(303);
    const shown = async (browser: MemberBrowser) => {
      const page = await readPage(await browser.get(path));
      return {
        text: page.querySelector("#participants")?.closest("section")?.textContent ?? "",
        ways: page.querySelectorAll("a[href*=participants]").length,
        names: /王|小明/.test(page.documentElement.textContent),
      };
    };
    expect(await shown(organiser)).toMatchObject({ text: expect.stringContaining("1名"), ways: 1, names: false });
    expect(await shown(hyogo)).toMatchObject({ text: expect.stringContaining("1名"), ways: 0, names: false });
    expect((await hyogo.get(list)).status).toBe(403);
  });

  test("is corrected by its own and not by others", async () => {
    const link = 'a[href="/ja/members/correct/activity/e-tra-2014-03"]';
    const shown = async (browser: MemberBrowser) =>
      (await readPage(await browser.get("/ja/members/records/activity/e-tra-2014-03"))).querySelector(link) !== null;
    expect(await shown(fukuoka)).toBe(true);
    expect(await shown(hyogo)).toBe(false);
  });

  test.each(recordKindIds)("of the kind %s has its page in every language", async (kind) => {
    for (const language of ["ja", "zh", "en"]) {
      const list = await readPage(await officer.get(`/${language}/members/records/${kind}`));
      const href = list.querySelector(".member-row-title a")?.getAttribute("href");
      expect(href).toBeDefined();
      expect(await read(officer, href ?? "")).not.toMatch(/undefined|\[object/);
    }
  });
});

describe("the history", () => {
  test("compares versions and keeps those back that were not shared with the reader", async () => {
    const first = await approve({ content: titled("内部での件名"), visibility: "organisation" });
    await approve({ record: first.record, content: titled("公開する件名"), reason: "公開のため" });
    const path = `/ja/members/records/activity/${first.record}/history`;
    const own = await read(fukuoka, `${path}?from=1&to=2`);
    for (const words of ["内部での件名", "公開のため", "自機関のみ"]) expect(own).toContain(words);
    const others = await read(hyogo, `${path}?from=1&to=2`);
    expect(others).toContain("公開する件名");
    expect(others).not.toContain("内部での件名");
    expect((await hyogo.post(path, { version: "1", reason: "x", owner: "hyogo" })).status).toBe(404);
  });

  test("brings a version back as an entry, with a reason", async () => {
    const { content } = await getRecordForActor(site.context, author, "activity", "e-tra-2014-03");
    const fields = { ...content.fields, number: "77" };
    await approve({ record: "e-tra-2014-03", content: { ...content, fields }, reason: "番号" });
    const path = "/ja/members/records/activity/e-tra-2014-03/history";
    const refused = await fukuoka.post(path, { version: "1", reason: " ", owner: "fukuoka" });
    expect(refused.status).toBe(422);
    expect((await readPage(refused)).querySelector("textarea[aria-invalid=true]")).not.toBeNull();
    const done = await fukuoka.post(path, { version: "1", reason: "誤訂正", owner: "fukuoka" });
    expect(done.status).toBe(303);
    const [, id] = done.headers.get("location")?.match(/entries\/([0-9a-f-]{36})\?done=restored$/) ?? [];
    const again = await fukuoka.post(path, { version: "1", reason: "誤訂正", owner: "fukuoka" });
    expect(again.status).toBe(409);
    expect((await readPage(again)).querySelector(`a[href="/ja/members/entries/${id}"]`)).not.toBeNull();
    expect((await hyogo.post(path, { version: "1", reason: "x", owner: "hyogo" })).status).toBe(403);
  });
});

describe("entries", () => {
  test("are those of the reader's own organisation", async () => {
    await save({ content: titled("書きかけの研修") });
    expect(await read(fukuoka, "/ja/members/entries?state=draft")).toContain("書きかけの研修");
    expect(await read(hyogo, "/ja/members/entries?state=draft")).not.toContain("書きかけの研修");
    expect((await hyogo.get("/ja/members/approvals")).status).toBe(403);
  });
});

describe("approvals", () => {
  test("approve what was ticked, each by itself, and say which was not", async () => {
    const { title_zh: _zh, ...fields } = training.fields;
    const good = await submit({ content: titled("そろった研修") });
    const poor = await submit({ content: { ...training, fields: { ...fields, title_ja: "訳のない研修" } } });
    const list = await readPage(await officer.get("/ja/members/approvals"));
    expect(list.querySelectorAll('input[name="entry"]').length).toBeGreaterThanOrEqual(2);
    const approvals = await approveEntries(site.context, coordinator, [good, poor]);
    expect(approvals.map(({ refusal }) => refusal?.reason ?? null)).toEqual([null, "problems"]);
    const again = await officer.post("/ja/members/approvals", { entry: `${poor.id}:${poor.revision}` });
    expect((await readPage(again)).querySelector(".notice-error")?.textContent).toMatch(
      /訳のない研修[\s\S]*足りません/,
    );
    const nothing = await officer.post("/ja/members/approvals", {});
    expect(nothing.headers.get("location")).toBe("/ja/members/approvals?done=nothing");
    const forbidden = await fukuoka.post("/ja/members/approvals", { entry: `${poor.id}:${poor.revision}` });
    expect(forbidden.status).toBe(403);
  });

  test("what a platform has submitted itself is shown where it waits, apart from what the platform approves", async () => {
    const jesc = await site.open("technical", "jesc");
    const member = createActor("technical", "jesc");
    const { entry } = await saveEntry(site.context, member, {
      ...{ kind: "activity", owner: "jesc", visibility: "public", content: titled("技術側が提出した研修") },
    });
    expect(await submitEntry(site.context, member, entry)).toMatchObject({
      state: "done",
      entry: { platform: "coordination" },
    });
    const own = await readPage(await jesc.get("/ja/members/approvals"));
    expect(own.querySelectorAll(".is-elsewhere > li")).toHaveLength(1);
    expect(own.querySelector(".is-elsewhere > li")?.textContent).toMatch(
      /技術側が提出した研修[\s\S]*承認：総合調整プラットフォーム/,
    );
    expect(own.querySelector('.is-elsewhere a[href$="/review"], .is-elsewhere input')?.tagName).toBe("A");
    const theirs = await readPage(await officer.get("/ja/members/approvals"));
    expect(theirs.querySelector(".is-elsewhere")).toBeNull();
    expect(theirs.querySelector(".approvals")?.textContent).toContain("技術側が提出した研修");
  });

  test("an entry whose need has ended, or whose agreement was taken back, is marked in the list and above the decision", async () => {
    const entry = await submit({ content: titled("取り下げられたニーズの研修") });
    const now = new Date();
    const happen = (step: (transaction: WriteTransaction) => Promise<unknown>) =>
      change(site.context, coordinator, async (transaction, audit) => {
        await step(transaction);
        audit({ action: "test.match" });
      });
    await happen(async (transaction) => {
      await transaction.updateTable("need_items").set({ state: "withdrawn" }).where("id", "=", "shanxi-voc").execute();
      await transaction
        .insertInto("matches")
        .values({
          ...{ id: entry.id, need: "shanxi-voc", fiscal_year: 2017, state: "agreed" },
          ...{ reasons: "[]", uncovered: JSON.stringify({ kinds: [], topics: [] }) },
          ...{ record_kind: "activity", record_id: entry.record, entry: entry.id },
          ...{ created_by: "x", created_at: now, changed_at: now },
        })
        .execute();
    });
    const marks = async () => {
      const list = await readPage(await officer.get("/ja/members/approvals"));
      const review = await readPage(await officer.get(`/ja/members/entries/${entry.id}/review`));
      return [
        ...[...list.querySelectorAll(".need-ended")].map(({ textContent }) => textContent),
        ...[...review.querySelectorAll(".notice-warning h2, .notice-warning .notice-title")].map(
          ({ textContent }) => textContent,
        ),
      ];
    };
    expect(await marks()).toEqual(["もとのニーズ：取下げ", "もととなったニーズが「取下げ」になっています"]);
    await happen((transaction) =>
      transaction
        .insertInto("match_events")
        .values({ match: entry.id, action: "continued", by: "x", at: now })
        .execute(),
    );
    expect(await marks()).toEqual([]);
    await happen((transaction) =>
      transaction.updateTable("matches").set({ state: "withdrawn" }).where("id", "=", entry.id).execute(),
    );
    expect(await marks()).toEqual(["もとの合意：取下げ", "もととなった合意は取り下げられています"]);
  });

  test("a review shows what changes, and returns only with a comment", async () => {
    const entry = await submit({ content: titled("差し戻される研修") });
    const path = `/ja/members/entries/${entry.id}/review`;
    expect((await hyogo.get(path)).status).toBe(404);
    const page = await readPage(await officer.get(path));
    const form = { revision: readField(page, 'input[name="revision"]'), decision: "return" };
    const refused = await officer.post(path, { ...form, comment: " " });
    expect(refused.status).toBe(422);
    expect((await readPage(refused)).querySelector("#comment[aria-invalid=true]")).not.toBeNull();
    expect((await fukuoka.post(path, { ...form, comment: "x" })).status).toBe(403);
    const done = await officer.post(path, { ...form, comment: "人数を確認してください。" });
    expect(done.headers.get("location")).toBe("/ja/members/approvals?done=returned");
    const late = await officer.post(path, { ...form, decision: "approve", comment: "" });
    expect(late.status).toBe(409);
    expect(await read(fukuoka, "/ja/members/entries?state=returned")).toContain("人数を確認してください。");
  });
});
