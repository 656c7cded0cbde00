import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import {
  type MemberBrowser,
  type MemberSite,
  openMemberSite,
  readField,
  readPage,
} from "../../../testing/member-site.ts";
import { makeFormKey } from "../../comments/form-key.ts";

let site: MemberSite;
let broker: MemberBrowser;
let shenyang: MemberBrowser;
let kawasaki: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  broker = await site.open("coordination", "iges");
  shenyang = await site.open("partner-government", "shenyang");
  kawasaki = await site.open("home-government", "kawasaki");
}, 90_000);
afterAll(() => site.close());

const proposals = "/members/matching/needs/shenyang-3-exhaust-share";
const chosen = { offers: "kawasaki-joint-research", "quantity.kawasaki-joint-research": "２", fiscal_year: "2016" };

async function open(browser: MemberBrowser, path: string): Promise<Document> {
  const response = await browser.get(path);
  expect(response.status).toBe(200);
  return readPage(response);
}

test("proposals say in three languages why they stand where they stand, and can be weighed differently", async () => {
  for (const language of languages) {
    const page = await open(broker, `/${language}${proposals}`);
    const card = page.querySelector(".match-card");
    expect(card?.querySelectorAll(".match-reasons dd").length ?? 0).toBe(8);
    for (const sentence of page.querySelectorAll(".match-reasons dd"))
      expect(sentence.textContent).not.toMatch(/undefined|\{|^$/);
  }
  const weighed = await open(broker, `/ja${proposals}?weight-topic=0&weight-past-work=10&weight-kind=x`);
  expect(readField(weighed, "#weight-topic")).toBe("0");
  expect(readField(weighed, "#weight-kind")).toBe("x");
  expect(weighed.querySelector("#weight-kind")?.getAttribute("aria-invalid")).toBe("true");
  expect((await kawasaki.get(`/ja${proposals}`)).status).toBe(403);
  expect((await broker.get("/ja/members/matching/needs/no-such-need")).status).toBe(404);
});

test("a form that is refused comes back with what was ticked and written", async () => {
  const empty = await broker.post(`/zh${proposals}`, {
    fiscal_year: "2016",
    reasoning_zh: "请川崎市考虑",
    form_key: "a",
  });
  expect(empty.status).toBe(422);
  expect((await readPage(empty)).querySelector("#reasoning-zh")?.textContent).toBe("请川崎市考虑");
  const wrong = await broker.post(`/ja${proposals}`, {
    ...chosen,
    "quantity.kawasaki-joint-research": "二",
    form_key: "b",
  });
  expect(wrong.status).toBe(422);
  const page = await readPage(wrong);
  expect(page.querySelector("#offer-kawasaki-joint-research")?.hasAttribute("checked")).toBe(true);
  expect(readField(page, "#offer-kawasaki-joint-research-quantity")).toBe("二");
  const quantity = page.querySelector("#offer-kawasaki-joint-research-quantity");
  expect(quantity?.getAttribute("aria-describedby")).toContain("offer-kawasaki-joint-research-error");
  expect(page.querySelector('.notice a[href="#offer-kawasaki-joint-research-quantity"]')).not.toBeNull();
});

test("the shifts begin with the newest change on record, and say so until somebody chooses", async () => {
  const first = {
    ja: "最も新しい変化の日（2015年",
    zh: "最近一次变化之日（2015年",
    en: "2015, the day of the newest change",
  };
  for (const language of languages) {
    const page = await open(broker, `/${language}/members/matching/shifts`);
    expect(page.querySelector(".shift-span")?.textContent).toContain(first[language]);
    expect(page.querySelector(".shift-summary")).not.toBeNull();
    const chosen = await open(broker, `/${language}/members/matching/shifts?from=2014&to=2015`);
    expect(chosen.querySelector(".shift-span")?.textContent).not.toContain(first[language]);
  }
});

test("from a proposal to an agreement, each side on its own page; a stale form keeps its words", async () => {
  const form = { ...chosen, reasoning_ja: "共同研究の一つとします。", form_key: "c" };
  const [one, two] = [await broker.post(`/ja${proposals}`, form), await broker.post(`/ja${proposals}`, form)];
  const place = one.headers.get("location") ?? "";
  expect(one.status).toBe(303);
  expect(two.headers.get("location")).toBe(place);
  const path = place.replace(/\?.*$/, "").replace(/^\/ja/, "");
  expect((await shenyang.get(`/zh${path}`)).status).toBe(404);
  const before = await open(broker, `/ja${path}`);
  expect([...before.querySelectorAll(".match-reach dt")].map(({ textContent }) => textContent)).toEqual([
    "瀋陽市",
    "川崎市",
  ]);
  expect(before.querySelector(".notice-warning a")?.getAttribute("href")).toBe("#explain-zh");
  expect((await broker.post(`/ja${path}`, { intent: "consult", revision: "1" })).status).toBe(303);

  const work = await open(shenyang, "/zh/members");
  expect(work.querySelector("#matches")?.closest("section")?.innerHTML).toContain(path);
  const page = await open(shenyang, `/zh${path}`);
  expect(page.querySelectorAll("form.match-form")).toHaveLength(1);
  expect(page.body.textContent).toContain("共同研究の一つとします。");
  expect((await site.open("partner-government", "jiangsu").then((other) => other.get(`/zh${path}`))).status).toBe(404);

  const stale = await shenyang.post(`/zh${path}`, {
    intent: "answer",
    side: "need",
    answer: "agreed",
    note: "我市同意",
    language: "zh",
    revision: "1",
  });
  expect(stale.status).toBe(409);
  expect((await readPage(stale)).querySelector("#note-need")?.textContent).toBe("我市同意");
  const unexplained = { intent: "answer", side: "need", answer: "declined", note: "", language: "zh", revision: "2" };
  const refused = await shenyang.post(`/zh${path}`, unexplained);
  expect(refused.status).toBe(422);
  expect((await readPage(refused)).querySelector("#note-need-error")?.textContent).toBe("请填写理由。");

  const revision = readField(page, "input[name=revision]");
  const agree = (side: string, language: string) => ({
    intent: "answer",
    side,
    answer: "agreed",
    note: "",
    language,
    revision,
  });
  expect((await shenyang.post(`/zh${path}`, agree("need", "zh"))).status).toBe(303);
  expect((await shenyang.post(`/zh${path}`, agree("kawasaki-joint-research", "zh"))).status).toBe(403);
  const last = await kawasaki.post(`/ja${path}`, agree("kawasaki-joint-research", "ja"));
  expect(last.headers.get("location")).toContain("done=agreed");
  expect((await open(kawasaki, `/ja${path}`)).querySelectorAll("form.match-form")).toHaveLength(0);

  const record = await broker.post(`/ja${path}`, { intent: "record", form: "joint-research" });
  const entry = (record.headers.get("location") ?? "").replace("/ja", "");
  expect(entry).toContain("/members/entries/");

  // Both sides read the draft on the page of their match and say what is wrong; its own page is the broker's.
  expect((await kawasaki.get(`/ja${entry}`)).status).toBe(404);
  const drafted = await open(kawasaki, `/ja${path}`);
  expect(drafted.querySelector("#record")?.closest("section")?.textContent).toContain(
    "下書きを作成中（調整：公益財団法人地球環境戦略研究機関）",
  );
  expect(drafted.querySelector("#draft")?.closest("section")?.textContent).toContain("2016年4月～2017年3月");
  expect(drafted.body.innerHTML).not.toContain(entry);
  const remark = { intent: "remark", body: "実施期間は10月からです。", language: "ja", form_key: makeFormKey() };
  const nothing = await kawasaki.post(`/ja${path}`, { ...remark, body: " " });
  expect(nothing.status).toBe(422);
  expect((await readPage(nothing)).querySelector("#comment-body")?.getAttribute("aria-invalid")).toBe("true");
  for (let times = 0; times < 2; times++) expect((await kawasaki.post(`/ja${path}`, remark)).status).toBe(303);
  expect((await open(shenyang, `/zh${path}`)).querySelectorAll(".talk-body")).toHaveLength(1);
  expect((await open(broker, `/ja${entry}`)).body.textContent).toContain(remark.body);
  expect((await open(broker, `/ja${path}`)).body.innerHTML).toContain(entry);
  const mails = await site.context.database.db.selectFrom("mails").select("once_key").execute();
  expect(mails.filter(({ once_key }) => once_key?.includes("/broker-remarked/"))).toHaveLength(1);
  for (const language of languages) await open(broker, `/${language}/members/matching`);
});

test("whoever was taken out reads when it was asked and what it answered, and not how the match stands by now", async () => {
  const hyogo = await site.open("home-government", "hyogo");
  const made = await broker.post("/ja/members/matching/needs/guangdong-1-monitoring", {
    ...{ offers: "hyogo-engineer-training", "quantity.hyogo-engineer-training": "1", fiscal_year: "2016" },
    ...{ reasoning_ja: "県で受け入れます。", form_key: "former" },
  });
  const path = (made.headers.get("location") ?? "").replace(/\?.*$/, "").replace(/^\/ja/, "");
  expect((await broker.post(`/ja${path}`, { intent: "consult", revision: "1" })).status).toBe(303);
  expect((await open(hyogo, `/ja${path}`)).querySelector(".match-state")).not.toBeNull();
  const replace = { intent: "replace", revision: "2", out: "hyogo-engineer-training", by: "jesc-pm25-components" };
  expect((await broker.post(`/ja${path}`, { ...replace, quantity: "" })).status).toBe(303);
  for (const [language, state] of [
    ["ja", "対象外"],
    ["zh", "不再列入"],
    ["en", "No longer part"],
  ] as const) {
    const page = await open(hyogo, `/${language}${path}`);
    expect([page.querySelector(".match-state"), page.querySelectorAll("main form").length]).toEqual([null, 0]);
    expect(page.querySelector("main")?.textContent).toContain(state);
    const list = await open(hyogo, `/${language}/members/matching`);
    expect(list.querySelector("#state-former")?.closest("section")?.innerHTML).toContain(path);
    expect(list.querySelector("#state-consulting")).toBeNull();
  }
});
