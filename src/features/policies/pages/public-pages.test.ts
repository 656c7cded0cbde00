import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { createActor } from "../../../testing/actors.ts";
import { type MemberSite, openMemberSite, readPage } from "../../../testing/member-site.ts";
import { createApp } from "../../../web/app.ts";
import { prepareAssets } from "../../../web/assets.ts";
import { links } from "../../../web/links.ts";
import { refreshRevision } from "../../programme/revision.ts";
import { approveTranslation, submitTranslation } from "../../translation/decide-translation.ts";
import { reviewSegments, saveSegment } from "../../translation/edit-segments.ts";
import { getTranslation, startTranslation } from "../../translation/service.ts";
import type { PolicyBlock } from "../blocks.ts";
import { decideItem } from "../decide.ts";
import { getPublicPolicies } from "../public-policies.ts";
import { getTargets } from "../service.ts";

let site: MemberSite;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  site = await openMemberSite();
  app = createApp(site.context, await prepareAssets());
}, 60_000);
afterAll(() => site.close());

async function open(path: string): Promise<Document> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return parseHTML(await response.text()).document;
}

function texts(page: Document, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
}

describe("the list", () => {
  test.each(languages)("stands newest first with the original under each title (%s)", async (language) => {
    const all = await getPublicPolicies(site.context);
    const page = await open(links.policies(language));
    expect(texts(page, ".policy-entry-title")).toHaveLength(all.length);
    expect(page.querySelectorAll(".policy-original").length > 0).toBe(language !== "zh");
    expect(page.querySelector("figure.bar-chart svg[role=img] desc")?.textContent).not.toBe("");
    expect(page.querySelector(`.site-navigation a[aria-current]`)?.getAttribute("href")).toBe(links.policies(language));
    // On a phone 82 entries are a walk: the newest year stands open, the others say how much is in them.
    const years = [...page.querySelectorAll("details.fold")];
    expect(years.map((year) => year.hasAttribute("open"))).toEqual(years.map((_, index) => index === 0));
    const said = texts(page, "details.fold .fold-note").map((note) => Number.parseInt(note, 10));
    expect(said).toEqual(years.map((year) => year.querySelectorAll(".policy-entry").length));
    expect(said.reduce((sum, count) => sum + count, 0)).toBe(all.length);
  });

  test("says how many records were checked against what, and marks those that were not", async () => {
    const all = await getPublicPolicies(site.context);
    const count = (checked: string) => all.filter((item) => item.checked === checked).length;
    expect(count("memory")).toBeGreaterThan(0);
    const page = await open(links.policies("en", { kind: "standard" }));
    expect(page.querySelector("main")?.textContent).toContain(
      `Of all ${all.length} records, ${count("text")} were checked against the text or a copy of it, ${count("page")} against a page about the document, and ${count("memory")} `,
    );
    const ofKind = all.filter(({ kind, checked }) => kind === "standard" && checked === "memory");
    expect(texts(page, ".policy-facts .severity-warning")).toHaveLength(ofKind.length);
    expect(page.querySelectorAll(".policy-entry-title").length).toBeGreaterThan(ofKind.length);
  });

  test("is narrowed by region with what lies in it, by kind, year, subject and body", async () => {
    const all = await getPublicPolicies(site.context);
    const count = async (query: string) => {
      const page = await open(`/en/policies${query}`);
      return page.querySelectorAll(".policy-entry-title").length;
    };
    expect(await count("?kind=standard")).toBe(all.filter(({ kind }) => kind === "standard").length);
    expect(await count("?year=2013")).toBe(all.filter(({ day }) => day.startsWith("2013")).length);
    expect(await count("?region=hebei")).toBe(
      all.filter(({ regions }) => regions.some((region) => ["hebei", "tangshan"].includes(region))).length,
    );
    expect(await count("?body=aqsiq&topic=monitoring")).toBe(
      all.filter(({ bodies, topics }) => bodies.includes("aqsiq") && topics.includes("monitoring")).length,
    );
  });

  test("says which condition it could not read and shows the list without it", async () => {
    const page = await open("/ja/policies?topic=nothing&year=201x");
    expect(texts(page, ".notice-warning").join()).toMatch(/nothing[\s\S]*201x/);
    expect(page.querySelectorAll(".policy-entry-title").length).toBe((await getPublicPolicies(site.context)).length);
  });

  test("comes as a feed with the same conditions", async () => {
    const feed = await app.request(links.policiesAtom("zh", { kind: "standard" }));
    expect(feed.headers.get("content-type")).toContain("application/atom+xml");
    const content = await feed.text();
    const standards = (await getPublicPolicies(site.context)).filter(({ kind }) => kind === "standard");
    expect(content.match(/<entry>/g)).toHaveLength(standards.length);
    expect(content).toContain("环境空气质量标准");
  });
});

describe("one policy", () => {
  test.each(languages)("says what it is, where it was checked and what it sets out to reach (%s)", async (language) => {
    const page = await open(links.policy(language, "air-action-plan-2013"));
    const content = page.querySelector("main")?.textContent ?? "";
    for (const text of ["国发〔2013〕37号", "国务院", "caixin.com"]) expect(content).toContain(text);
    const targets = await getTargets(site.context, null, { item: "air-action-plan-2013", states: ["confirmed"] });
    expect(page.querySelectorAll("#policy-targets tbody tr")).toHaveLength(targets.length);
    expect(page.querySelector(`a[href="${links.policy(language, "hebei-action-plan-2013")}"]`)).not.toBeNull();
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? "{}");
    expect(data).toMatchObject({ "@type": "Legislation", legislationIdentifier: "国发〔2013〕37号" });
  });

  test("tells plainly that its facts come from memory, and that it is no longer in force", async () => {
    expect((await open(links.policy("en", "gb-13223-2011"))).querySelector("main")?.textContent).toContain(
      "from the editor’s knowledge",
    );
    const ended = await open(links.policy("ja", "air-law-2000"));
    expect(ended.querySelector(".notice-warning")?.textContent).toContain("2016年1月1日");
  });

  test("leads members to its full translation once that is approved, and shows no sentence of it", async () => {
    const [translator, reviewer] = [createActor("coordination", "iges"), createActor("technical", "jesc")];
    const blocks: PolicyBlock[] = [{ is: "paragraph", text: "第一条　为了防治大气污染，制定本法。" }];
    const subject = { kind: "policy", id: "air-law-2000", title: "大气污染防治法", language: "zh" } as const;
    const id = await startTranslation(site.context, translator, { ...subject, visibility: "public", blocks }, "ja");
    const { segments } = await getTranslation(site.context, translator, id);
    for (const { id: segment, version } of segments)
      await saveSegment(site.context, translator, { translation: id, segment, target: "全訳の一文", version });
    await submitTranslation(site.context, translator, id);
    const saved = (await getTranslation(site.context, reviewer, id)).segments;
    await reviewSegments(site.context, reviewer, { translation: id, segments: saved });
    const address = links.translation("en", id);
    expect((await open(links.policy("en", "air-law-2000"))).querySelector(`a[href="${address}"]`)).toBeNull();
    await approveTranslation(site.context, reviewer, id);
    const page = await open(links.policy("en", "air-law-2000"));
    expect(page.querySelector(`main a[href="${address}"]`)).not.toBeNull();
    expect(page.querySelector("main")?.textContent).toContain("full translation (Japanese)");
    expect(page.querySelector("main")?.textContent).not.toContain("全訳の一文");
  });

  test("is nobody's business once it is for members only", async () => {
    const officer = createActor("coordination", "iges");
    const address = links.policy("en", "gb-13223-2011");
    await decideItem(site.context, officer, "gb-13223-2011", { visibility: "members" });
    site.context.cache.clear();
    const fresh = createApp(site.context, await prepareAssets());
    for (const path of [address, "/api/v1/policies/gb-13223-2011"])
      expect((await fresh.request(path)).status).toBe(404);
    const api = await (await fresh.request("/api/v1/policies?kind=standard&limit=500")).text();
    expect(api).not.toContain("gb-13223-2011");
    await decideItem(site.context, officer, "gb-13223-2011", { visibility: "public" });
    site.context.cache.clear();
  });
});

describe("targets", () => {
  test.each(languages)("stand as a picture and a table, each with its document (%s)", async (language) => {
    const all = await getTargets(site.context, null, { states: ["confirmed"] });
    const page = await open(links.policyTargets(language));
    expect(page.querySelectorAll("#targets tbody tr")).toHaveLength(all.length);
    expect(page.querySelectorAll(".target-picture svg.wide-only rect").length).toBeGreaterThan(20);
    // As long as what is promised: the longest bar is as many times the shortest as its number.
    const bars = [...page.querySelectorAll(".target-picture svg.wide-only g:has(> rect)")].map((bar) => ({
      length: Number(bar.querySelector("rect")?.getAttribute("width")),
      percent: Number(/\d+(\.\d+)?/.exec(bar.querySelector("tspan")?.textContent ?? "")?.[0]),
    }));
    for (const { length, percent } of bars)
      expect(length / percent).toBeCloseTo((bars[0]?.length ?? 0) / (bars[0]?.percent ?? 1), 0);
    // An indicator is a part of its own, closed until it is pressed or the list is narrowed down.
    const kinds = new Set(all.map(({ indicator }) => indicator));
    expect(page.querySelectorAll("#targets details.fold:not([open])")).toHaveLength(kinds.size);
    for (const row of page.querySelectorAll("#targets tbody tr"))
      expect(row.querySelector(`a[href^="/${language}/policies/"]:not([href*="/regions/"])`)).not.toBeNull();
    expect(page.querySelector("main")?.textContent).not.toMatch(/undefined|NaN/);
  });

  test("are narrowed by indicator and region", async () => {
    const page = await open("/en/policies/targets?indicator=pm25&region=jing-jin-ji");
    const rows = texts(page, "#targets tbody tr");
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => row.includes("PM2.5"))).toBe(true);
    expect(rows.some((row) => row.includes("Tangshan"))).toBe(true);
  });
});

test.each(languages)(
  "a province shows its policies, targets and activities, and is shown on its government’s page (%s)",
  async (language) => {
    const region = await open(links.policyRegion(language, "hebei"));
    expect(region.querySelectorAll(".policy-entry-title").length).toBeGreaterThan(4);
    expect(region.querySelector(`main a[href="${links.organisation(language, "hebei")}"]`)).not.toBeNull();
    expect(region.querySelector(`main a[href="${links.follows(language)}?region=hebei"]`)).not.toBeNull();
    const organisation = await open(links.organisation(language, "hebei"));
    expect(organisation.querySelector(`main a[href="${links.policyRegion(language, "hebei")}"]`)).not.toBeNull();
    expect(organisation.querySelectorAll(".policy-target-list li").length).toBeGreaterThan(0);
    expect((await app.request(links.policyRegion(language, "atlantis"))).status).toBe(404);
  },
);

test("on a city's members' page stand the policies, targets and entries that members see; the public page leads there", async () => {
  const [item] = (await getPublicPolicies(site.context)).filter(({ regions }) => regions.includes("hebei"));
  const [target] = await getTargets(site.context, null, { region: "hebei", states: ["confirmed"] });
  const officer = createActor("coordination", "iges");
  const show = async (visibility: "public" | "members") => {
    for (const id of new Set([item?.id ?? "", target?.item ?? ""]))
      await decideItem(site.context, officer, id, { visibility });
    await refreshRevision(site.context);
  };
  await show("members");
  const member = await site.open("home-government", "kitakyushu");
  for (const path of [links.memberRegion("ja", "hebei"), links.memberOrganisation("ja", "hebei")]) {
    const page = await readPage(await member.get(path));
    expect(page.querySelector(`main a[href="${links.deskItem("ja", item?.id ?? "")}"]`), path).not.toBeNull();
    expect((await app.request(path)).status).toBe(303);
  }
  const region = await readPage(await member.get(links.memberRegion("ja", "hebei")));
  expect(region.querySelector(`#region-targets a[href="${links.deskItem("ja", target?.item ?? "")}"]`)).not.toBeNull();
  const open = await readPage(await app.request(`${links.organisation("ja", "hebei")}`));
  expect(open.querySelector(`main a[href="${links.deskItem("ja", item?.id ?? "")}"]`)).toBeNull();
  expect(open.querySelector(`main a[href="${links.memberOrganisation("ja", "hebei")}"]`)).not.toBeNull();
  await show("public");
});

test("the API gives the same numbers as the pages", async () => {
  const list = await (await app.request("/api/v1/policies?kind=plan&limit=2")).json();
  expect(list.items).toHaveLength(2);
  const next = await (await app.request(`/api/v1/policies?kind=plan&limit=2&cursor=${list.next}`)).json();
  expect(next.items[0].id).not.toBe(list.items[1].id);
  const one = await (await app.request("/api/v1/policies/air-action-plan-2013?lang=en")).json();
  expect(one).toMatchObject({
    documentNumber: "国发〔2013〕37号",
    reference: { checked: "page" },
    clipping: { month: "2013-09" },
  });
  const targets = await (await app.request("/api/v1/policy-targets?policy=air-action-plan-2013&lang=en")).json();
  expect(targets.items).toEqual(one.targets);
  expect(targets.items.map(({ label }: { label: string }) => label)).toContain("down about 25% by 2017 against 2012");
  expect((await app.request("/api/v1/policies?kind=song")).status).toBe(400);
});
