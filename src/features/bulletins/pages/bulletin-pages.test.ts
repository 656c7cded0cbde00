import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import {
  type MemberBrowser,
  type MemberSite,
  openMemberSite,
  readField,
  readPage,
} from "../../../testing/member-site.ts";
import { bulletinResources } from "../api.ts";

let site: MemberSite;
let writer: MemberBrowser;
let second: MemberBrowser;
let guest: MemberBrowser;

beforeAll(async () => {
  site = await openMemberSite();
  writer = await site.open("coordination", "iges");
  second = await site.open("coordination", "iges");
  guest = await site.open("guest", "kobe");
});
afterAll(() => site.close());

const clipping = "/ja/members/desk/clippings/data-fraud-2015";
const month = "/ja/members/desk/bulletins/2015-12";

async function fields(browser: MemberBrowser): Promise<Record<string, string>> {
  const page = await readPage(await browser.get(clipping));
  const texts = [...page.querySelectorAll("textarea")].map((area) => [area.getAttribute("name"), area.textContent]);
  return { ...Object.fromEntries(texts), month: "2015-12", version: readField(page, "input[name=version]") };
}

test("whoever may not write a clipping reads it, and finds no field", async () => {
  const page = await readPage(await (await site.open("home-government", "kitakyushu")).get(clipping));
  expect(page.querySelectorAll("main textarea, main input, main button")).toHaveLength(0);
  expect(page.querySelectorAll(".clipping-form dd").length).toBeGreaterThan(2);
});

describe("everybody", () => {
  test.each(languages)("finds the months and reads one: %s", async (language) => {
    const list = await readPage(await guest.get(`/${language}/bulletins`));
    expect(list.querySelectorAll(".bulletin-months a").length).toBeGreaterThan(20);
    const page = await readPage(await guest.get(`/${language}/bulletins/2015-12`));
    expect(page.querySelectorAll(".bulletin-entry")).toHaveLength(8);
    expect(page.querySelector(".notice")?.textContent).toContain(
      { ja: "承認はまだ", zh: "尚未批准", en: "not been approved" }[language],
    );
    const notes = [...page.querySelectorAll(".term-mark a")].map((link) => link.getAttribute("href")?.slice(1) ?? "");
    expect(notes.length).toBeGreaterThan(3);
    for (const id of notes) expect(page.getElementById(id)).not.toBeNull();
  });

  test("gets the files, and nothing for a month that is none", async () => {
    const pdf = await guest.get("/zh/bulletins/2015-12.pdf");
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect((await pdf.bytes()).subarray(0, 5)).toEqual(new TextEncoder().encode("%PDF-"));
    expect((await guest.get("/ja/bulletins/2015-12.traces.csv")).headers.get("content-type")).toMatch(/^text\/csv/);
    for (const path of ["2015-13", "1999-01", "2015-12.pdf?number=7", "x.pdf", "2015-12?number=x"])
      expect((await guest.get(`/ja/bulletins/${path}`)).status).toBe(404);
  });

  test("has them by program", async () => {
    const answer = await guest.get("/api/v1/bulletins?limit=100&lang=ja");
    const api = await answer.json();
    expect(bulletinResources[0]?.answer.parse(api)).toEqual(api);
    expect(JSON.stringify(api)).toContain('"month":"2015-12"');
  });
});

describe("the desk", () => {
  test("says at the field what is wrong, and keeps what was typed", async () => {
    const response = await writer.post(clipping, { ...(await fields(writer)), "title.ja": "", intent: "submit" });
    expect(response.status).toBe(422);
    const page = await readPage(response);
    expect(page.getElementById("title-ja")?.getAttribute("aria-invalid")).toBe("true");
    expect(page.querySelector(".error-summary a")?.getAttribute("href")).toBe("#title-ja");
    expect(page.getElementById("summary-ja")?.textContent).toContain("改ざん");
  });

  test("warns of a repost, and of a second clipping of what says the same, in every language", async () => {
    const put = (id: string, group_head: string | null, is_original: boolean) =>
      site.context.database.db
        .updateTable("policy_items")
        .set({ group_head, is_original })
        .where("id", "=", id)
        .execute();
    await put("data-fraud-2015", "data-fraud-2015", true);
    await put("tianjin-red-alert-2015", "data-fraud-2015", false);
    for (const language of languages) {
      const repost = await readPage(await writer.get(`/${language}/members/desk/clippings/tianjin-red-alert-2015`));
      expect(repost.querySelectorAll(`.notice-warning a[href="${clipping.replace("ja", language)}"]`)).toHaveLength(1);
      expect(repost.querySelectorAll(".notice-warning p")).toHaveLength(2);
      const original = await readPage(await second.get(clipping.replace("ja", language)));
      expect(original.querySelector(".notice-warning")?.textContent).toMatch(/2回|两次|says it twice/);
    }
    expect((await readPage(await guest.get(clipping))).querySelector(".notice-warning")).toBeNull();
    await put("data-fraud-2015", null, true);
    await put("tianjin-red-alert-2015", null, true);
    expect((await readPage(await second.get(clipping))).querySelector(".notice-warning")).toBeNull();
  });

  test("submits; the writer waits, the second person approves; a late save is told so", async () => {
    const typed = await fields(writer);
    const done = await writer.post(clipping, { ...typed, "title.ja": "<b>題名</b>", intent: "submit" });
    expect(done.headers.get("location")).toBe(`${clipping}?done=submitted`);
    const own = await readPage(await writer.get(clipping));
    expect(own.querySelector("button[value=approve]")).toBeNull();
    expect(
      (await writer.post(clipping, { version: readField(own, "input[name=version]"), intent: "approve" })).status,
    ).toBe(403);
    for (const page of ["/ja/members", "/ja/members/desk"]) {
      const waits = async (browser: MemberBrowser) =>
        (await readPage(await browser.get(page))).querySelector(`main a[href="${clipping}"]`) !== null;
      expect([page, await waits(second), await waits(writer), await waits(guest)]).toEqual([page, true, false, false]);
    }
    const late = await writer.post(clipping, { ...typed, intent: "save" });
    expect(late.status).toBe(409);
    const other = await readPage(await second.get(clipping));
    const version = readField(other, "input[name=version]");
    expect((await second.post(clipping, { version, intent: "return", note: "" })).status).toBe(422);
    const approval = await second.post(clipping, { version, intent: "approve" });
    expect(approval.headers.get("location")).toBe(`${clipping}?done=approved`);
    const after = await readPage(await second.get(`${clipping}?done=approved`));
    expect(after.querySelector(`.notice-success a[href="${month}"]`)).not.toBeNull();
    const text = await (await guest.get("/ja/bulletins/2015-12")).text();
    expect(text).toContain("&lt;b>題名&lt;/b>");
    expect(text).not.toContain("<b>題名");
  });

  test("is not for guests to write in", async () => {
    expect((await guest.get(clipping)).status).toBe(200);
    expect((await guest.post(clipping, { intent: "save", version: "0" })).status).toBe(403);
    expect((await guest.post(month, { intent: "approve" })).status).toBe(403);
    expect((await readPage(await guest.get(month))).querySelector("button[value=approve]")).toBeNull();
    for (const ending of ["pdf", "docx", "traces.csv"])
      expect((await guest.get(`${month}.${ending}`)).status).toBe(404);
    expect((await second.get(`${month}.traces.csv`)).status).toBe(200);
  });

  test("approves what was seen and sends it", async () => {
    await guest.post("/ja/members/follows", { intent: "follow", kind: "bulletin", target: "monthly" });
    const page = await readPage(await second.get(month));
    const seen = { "seen.public": readField(page, "[name='seen.public']"), visibility: "public", note: "前書き" };
    expect((await second.post(month, { ...seen, "seen.public": "other", intent: "approve" })).status).toBe(409);
    expect((await second.post(month, { ...seen, intent: "approve" })).headers.get("location")).toBe(
      `${month}?done=approved`,
    );
    const approved = await readPage(await guest.get("/ja/bulletins/2015-12"));
    expect(approved.querySelector(".notice")).toBeNull();
    expect(approved.body.textContent).toContain("前書き");
    const read = await readPage(await guest.get(month));
    expect(read.querySelectorAll(".bulletin-entry")).toHaveLength(8);
    expect(read.body.textContent).toContain("初版");
    expect(read.querySelectorAll("a[href*='/en/members/desk/bulletins/2015-12.pdf']")).toHaveLength(1);
    expect(read.body.textContent).not.toContain("承認すると");
    const months = await readPage(await guest.get("/ja/members/desk/bulletins"));
    expect(months.querySelector(".bulletin-strip .is-approved a")?.getAttribute("href")).toBe(month);
    expect((await second.post(month, { intent: "send-again", number: "1" })).status).toBe(303);
  });
});

describe("follows", () => {
  const address = "/zh/members/follows";

  test("are added, chosen a rhythm for, taken away", async () => {
    const choice = await readPage(await guest.get(address));
    expect(choice.querySelector("#follow-region optgroup[label=江苏省] option[value=suzhou-jiangsu]")).not.toBeNull();
    await guest.post(address, { intent: "follow", kind: "region", target: "shanghai" });
    await guest.post(address, { intent: "rhythm", rhythm: "daily" });
    const page = await readPage(await guest.get(address));
    expect(page.querySelector(".follow-list")?.textContent).toContain("上海市");
    expect(page.querySelector("input[value=daily]")?.hasAttribute("checked")).toBe(true);
    const back = await guest.post(address, {
      intent: "unfollow",
      kind: "region",
      target: "shanghai",
      back: "/zh/policies/regions/shanghai",
    });
    expect(back.headers.get("location")).toBe("/zh/policies/regions/shanghai");
    const elsewhere = await guest.post(address, {
      intent: "follow",
      kind: "region",
      target: "shanghai",
      back: "//evil.example/zh/",
    });
    expect(elsewhere.headers.get("location")).toBe(`${address}?done=followed`);
    expect((await guest.post(address, { intent: "follow", kind: "region", target: "atlantis" })).status).toBe(404);
  });

  test("have a feed at an address that is shown once", async () => {
    const made = await readPage(await guest.post(address, { intent: "make-feed" }));
    const feed = new URL(made.querySelector(".follow-address code")?.textContent ?? "").pathname;
    const response = await guest.get(feed);
    expect(response.headers.get("content-type")).toMatch(/^application\/atom\+xml/);
    expect(response.headers.get("cache-control")).toMatch(/no-store|private/);
    expect(await (await guest.get(address)).text()).not.toContain(feed);
    expect((await guest.get(feed.replace(/.\.atom$/, "_.atom"))).status).toBe(404);
    await guest.post(address, { intent: "revoke-feed" });
    expect((await guest.get(feed)).status).toBe(404);
  });
});
