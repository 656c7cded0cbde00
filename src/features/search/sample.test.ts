import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createActor } from "../../testing/actors.ts";
import { approveRecord, trainingOf } from "../../testing/approve-record.ts";
import { type MemberSite, openMemberSite, readField, readPage } from "../../testing/member-site.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseConcern } from "../concerns/service.ts";
import { publishYear } from "../records/years.ts";
import { keepParameters } from "./saved-searches.ts";
import { type SearchRequest, search } from "./service.ts";
import { updateSearchIndex } from "./update-index.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await openMemberSite();
  await updateSearchIndex(site.context);
}, 120_000);
afterAll(() => site.close());

const asked = (query: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  ...{ query, plain: [], facets: {}, order: "relevance", language: "ja", page: 1 },
  ...more,
});

async function keysOf(actor: Actor | null, query: string): Promise<string[]> {
  const { found } = await search(site.context, actor, asked(query));
  return found.hits.map(({ subject }) => `${subject.kind}/${subject.subject}`);
}

test("環境保護部, 环境保护部 and Ministry of Environmental Protection find each other", async () => {
  const totals = [];
  for (const query of [
    "環境保護部",
    "环境保护部",
    "Ministry of Environmental Protection",
    "ministry of environmental protection",
  ]) {
    const { found, understood } = await search(site.context, null, asked(query));
    expect(understood.expansions).toHaveLength(1);
    totals.push(found.total);
  }
  expect(new Set(totals).size).toBe(1);
  expect(totals[0]).toBeGreaterThan(10);
});

test("what is called so comes before its departments, whichever of its names was typed", async () => {
  for (const query of ["環境保護部", "环境保护部", "Ministry of Environmental Protection", "生態環境部"])
    expect((await keysOf(null, query))[0], query).toBe("organisation/mep-china");
});

test("an activity carries the name that the ministry had then", async () => {
  const visitor = await site.open("guest", "kobe");
  const query = `q=${encodeURIComponent("环境保护部")}&kind=activity&year=2015`;
  const facts = (await readPage(await visitor.get(`/zh/search?${query}`))).querySelectorAll(".search-facts");
  const text = [...facts].map(({ textContent }) => textContent).join();
  expect(text).toContain("环境保护部");
  expect(text).not.toContain("生态环境部");
});

test("what the desk has not taken is told to members by title, and to nobody else", async () => {
  const officer = createActor("coordination", "iges");
  const { id, title } = await site.context.database.db
    .selectFrom("policy_items")
    .select(["id", sql<string>`title ->> 'zh'`.as("title")])
    .orderBy("id")
    .executeTakeFirstOrThrow();
  await site.context.database.db.updateTable("policy_items").set({ state: "dropped" }).where("id", "=", id).execute();
  expect((await search(site.context, officer, asked(title))).dropped).toMatchObject({ total: 1, items: [{ id }] });
  expect((await search(site.context, null, asked(title))).dropped.total).toBe(0);
  await site.context.database.db.updateTable("policy_items").set({ state: "kept" }).where("id", "=", id).execute();
});

test("one search finds records, policies, news, organisations and documents; fields and facets narrow it", async () => {
  const { found } = await search(site.context, null, asked("瀋陽"));
  const kinds = found.facets.filter(({ facet }) => facet === "kind");
  expect(kinds.map(({ value }) => value)).toEqual(expect.arrayContaining(["activity", "organisation", "partnership"]));
  expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(found.total);
  for (const { facet, value, count } of found.facets) {
    const narrowed = await search(site.context, null, asked("瀋陽", { facets: { [facet]: value } }));
    expect([facet, value, narrowed.found.total]).toEqual([facet, value, count]);
  }
  expect(await keysOf(null, "文号:国发〔2013〕37号")).not.toEqual([]);
  expect(await keysOf(null, "都市:瀋陽市 種類:活動 日付:2015")).not.toEqual([]);
});

test("an approved record that is not public is found by those who may see it, and published by everybody", async () => {
  const officer = createActor("coordination", "iges");
  const fukuoka = createActor("home-government", "fukuoka");
  const other = createActor("home-government", "hyogo");
  const words = (title: string) => ({ title_ja: title, title_zh: title, title_en: title });
  await approveRecord(site.context, trainingOf(2018, words("紅玉研修")), { visibility: "organisation" });
  const { record } = await approveRecord(site.context, trainingOf(2018, words("青玉研修")));
  await updateSearchIndex(site.context);
  expect(await keysOf(null, "玉研修")).toEqual([]);
  expect(await keysOf(other, "青玉研修")).toEqual([`activity/${record}`]);
  expect(await keysOf(other, "紅玉研修")).toEqual([]);
  expect(await keysOf(createActor("technical", "jesc"), "紅玉研修")).toEqual([]);
  expect(await keysOf(fukuoka, "紅玉研修")).toHaveLength(1);
  expect(await keysOf(officer, "紅玉研修")).toHaveLength(1);
  const { found } = await search(site.context, other, asked("玉研修"));
  expect(found.facets.filter(({ facet }) => facet === "kind")).toEqual([
    { facet: "kind", value: "activity", count: 1 },
  ]);
  await publishYear(site.context, officer, 2018);
  await updateSearchIndex(site.context);
  expect(await keysOf(null, "玉研修")).toEqual([`activity/${record}`]);
  expect(await keysOf(officer, "青玉研修")).toEqual([`activity/${record}`]);
});

test("the public page and the members' page, in three languages", async () => {
  const visitor = await site.open("guest", "hyogo");
  for (const language of ["ja", "zh", "en"]) {
    const page = await readPage(await visitor.get(`/${language}/search?q=${encodeURIComponent("環境保護部")}`));
    expect(page.querySelectorAll("h1")).toHaveLength(1);
    expect(page.querySelector("html")?.getAttribute("lang")).toMatch(new RegExp(`^${language}`));
    expect(page.querySelector(".search-expansions")?.textContent).toContain("Ministry of Environmental Protection");
    expect(page.querySelectorAll(".search-hits > li").length).toBeGreaterThan(5);
    expect(page.querySelector(".search-hits mark")).not.toBeNull();
    for (const input of page.querySelectorAll("main input:not([type=hidden])"))
      expect(page.querySelector(`label[for="${input.getAttribute("id")}"]`)).not.toBeNull();
    const ids = [...page.querySelectorAll("[id]")].map((element) => element.getAttribute("id"));
    expect(new Set(ids).size).toBe(ids.length);
  }
  const ja = await readPage(await visitor.get(`/ja/search?q=${encodeURIComponent("环境保护部")}`));
  expect(ja.querySelector("main")?.textContent).toContain("も含めて検索しました");
  const plain = ja.querySelector(".search-plain")?.getAttribute("href") ?? "";
  const taken = await readPage(await visitor.get(plain));
  expect(taken.querySelector(".search-expansions")).toBeNull();
});

test("hostile queries are answered", async () => {
  const visitor = await site.open("guest", "hyogo");
  const queries = [
    "大".repeat(10_000),
    "!!!---…",
    '"',
    "“大气",
    "a & b | !c <-> (d",
    "%_\\'; DROP TABLE x; --",
    "大' | '气",
    "\0\u0007",
    "文号:",
    "- -",
    "\u202E<script>alert(1)</script>",
  ];
  for (const query of queries) {
    for (const path of ["/ja/search", "/zh/members/search"]) {
      const response = await visitor.get(`${path}?q=${encodeURIComponent(query)}&page=99&kind=x&year=99999&order=up`);
      expect([query.slice(0, 20), response.status]).toEqual([query.slice(0, 20), 200]);
      const text = await response.text();
      expect(text).not.toContain("<script>alert");
    }
  }
  expect((await keysOf(null, "%")).length).toBe(0);
  expect((await keysOf(null, "环_保护部")).length).toBe(0);
});

test("a member keeps searches, sees only the own ones and deletes them", async () => {
  const member = await site.open("home-government", "kitakyushu-env");
  const stranger = await site.open("home-government", "kawasaki");
  const form = await readPage(await member.get(`/ja/members/search?q=PM2.5&kind=activity&page=2`));
  const query = readField(form, ".save-search input[name=query]");
  const formKey = readField(form, ".save-search input[name=formKey]");
  for (let twice = 0; twice < 2; twice += 1) {
    const saved = await member.post("/ja/members/search/saved", { name: "微小粒子", query, formKey });
    expect(saved.status).toBe(303);
  }
  const list = await readPage(await member.get("/ja/members/search/saved"));
  expect(list.querySelectorAll(".saved-searches > li")).toHaveLength(1);
  expect(list.querySelector(".saved-search-name a")?.getAttribute("href")).toBe(
    "/ja/members/search?q=PM2.5&kind=activity",
  );
  const id = readField(list, ".saved-searches input[name=id]");
  expect((await stranger.post("/ja/members/search/saved", { intent: "delete", id })).status).toBe(404);
  expect((await member.post("/ja/members/search/saved", { name: " ", query: "q=x", formKey: "" })).status).toBe(422);
  expect((await member.post("/ja/members/search/saved", { intent: "delete", id })).status).toBe(303);
  const empty = await readPage(await member.get("/ja/members/search/saved"));
  expect(empty.querySelectorAll(".saved-searches > li")).toHaveLength(0);
  expect(keepParameters("q=a&page=3&evil=1&order=date&plain=b&plain=c")).toBe("q=a&plain=b&plain=c&order=date");
});

test("the API answers as the page does and keeps nothing for the next reader", async () => {
  const visitor = await site.open("guest", "hyogo");
  const response = await visitor.get(`/api/v1/search?q=${encodeURIComponent("環境保護部")}&lang=en`);
  expect(response.status).toBe(200);
  const answer = await response.json();
  expect(answer).toMatchObject({ problems: [] });
  expect(answer.items[0].href).toMatch(/^\/en\//);
  expect(answer.expansions[0].added).toContain("Ministry of Environmental Protection");
  expect((await visitor.get("/api/v1/search?q=a&page=51")).status).toBe(400);
});

test("what a member raised is found by those who read it: not by a company, but for what it raised itself", async () => {
  const company = createActor("expert", "jx-nippon-oil-energy");
  const raise = (organisation: string, words: string) =>
    change(site.context, company, (transaction, audit) =>
      raiseConcern(site.context, transaction, audit, {
        ...{ by: null, now: site.context.clock.now(), organisation, theme: "communication", language: "zh" },
        ...{ text: { zh: words }, raised: "2016-05-01", visibility: "members" },
      }),
    );
  const cityRaised = `concern/${await raise("guangdong", "联络窗口频繁更替之困")}`;
  const companyRaised = `concern/${await raise("jx-nippon-oil-energy", "联络窗口频繁更替之扰")}`;
  await updateSearchIndex(site.context);
  const query = "联络窗口频繁更替";
  expect(await keysOf(null, query)).toEqual([]);
  expect(await keysOf(company, query)).toEqual([companyRaised]);
  for (const actor of [createActor("guest", "kobe"), createActor("home-government", "hyogo")])
    expect((await keysOf(actor, query)).toSorted()).toEqual([cityRaised, companyRaised].toSorted());
});
