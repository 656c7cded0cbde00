import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { createActor } from "../../../testing/actors.ts";
import {
  type MemberBrowser,
  type MemberSite,
  openMemberSite,
  readField,
  readPage,
} from "../../../testing/member-site.ts";
import { links } from "../../../web/links.ts";
import { getItem, getLinks, getTargets } from "../service.ts";

let site: MemberSite;
let officer: MemberBrowser;
let guest: MemberBrowser;
const reader = createActor("coordination", "iges");

const older = `河北省大气污染防治条例
第一章　总则
第一条　为了保护和改善环境，防治大气污染，保障公众健康，制定本条例。
第二条　到2017年，全省细颗粒物年均浓度比2012年下降25%以上。
第三条　县级以上人民政府应当加强对燃煤、工业、机动车大气污染的综合防治。
第四条　本条例自2013年3月1日起施行。`;
const newer = older
  .replace("燃煤、工业、机动车", "燃煤、工业、机动车、船舶")
  .replace(
    "第四条　本条例自2013年3月1日起施行。",
    "第四条　企业应当公开排污信息。\n第五条　本条例自2016年3月1日起施行。",
  );

beforeAll(async () => {
  site = await openMemberSite();
  officer = await site.open("coordination", "iges");
  guest = await site.open("guest", "hyogo");
}, 60_000);
afterAll(() => site.close());

async function enter(fields: Record<string, string | File>): Promise<string> {
  const response = await officer.post(links.newDeskItem("ja"), fields);
  expect(response.status).toBe(303);
  const id = /items\/([^?]+)/.exec(response.headers.get("location") ?? "")?.[1];
  if (id === undefined) throw new Error("no item");
  return id;
}

async function act(
  id: string,
  fields: Record<string, string>,
  language: (typeof languages)[number] = "ja",
): Promise<Response> {
  const address = links.deskItem(language, id);
  const seen = readField(await readPage(await officer.get(address)), "input[name=seen]");
  return officer.post(address, { seen, ...fields });
}

describe("entering", () => {
  test.each(languages)("says at the fields what is wrong (%s)", async (language) => {
    const response = await officer.post(links.newDeskItem(language), {
      ...{ title: "", url: "ftp://a", documentNumber: "", bodies: "", written: "1.4.2015", published: "", text: "" },
    });
    expect(response.status).toBe(422);
    const page = await readPage(response);
    const wrong = [...page.querySelectorAll(".has-error input, .has-error textarea")].map((input) =>
      input.getAttribute("name"),
    );
    expect(wrong).toEqual(["title", "url", "written", "text"]);
    const named = [...page.querySelectorAll(".error-summary a")].map(({ textContent }) => textContent);
    expect(named).toHaveLength(4);
    const label = message(language, "desk.new.field.written");
    expect(named.filter((text) => text?.startsWith(label))).toHaveLength(1);
    expect(readField(page, "input[name=url]")).toBe("ftp://a");
  });

  test("reads pasted text and files like fetched pages, and knows an address again", async () => {
    const url = "https://example.cn/hebei/2013.html";
    const id = await enter({
      title: "河北省大气污染防治条例",
      url,
      bodies: "河北省人民代表大会常务委员会",
      published: "2013-01-10",
      text: older,
    });
    const item = await getItem(site.context, reader, id);
    expect(item).toMatchObject({
      state: "kept",
      visibility: "members",
      published: "2013-01-10",
      origin: "manual",
      language: "zh",
    });
    expect(item.fields.published?.origin).toBe("person");
    expect(item.regions.map((tag) => tag.id)).toContain("hebei");
    const again = await officer.post(links.newDeskItem("zh"), { title: "河北省大气污染防治条例", url, text: older });
    expect(again.status).toBe(409);
    expect((await readPage(again)).querySelector(`a[href="${links.deskItem("zh", id)}"]`)).not.toBeNull();
    const file = new File([`# 河北省大气污染防治条例\n\n${newer}`], "rules.md");
    const uploaded = await enter({ title: "河北省大气污染防治条例", published: "2016-01-13", file });
    expect((await getItem(site.context, reader, uploaded)).blocks.length).toBeGreaterThan(3);
    const broken = await officer.post(links.newDeskItem("en"), {
      title: "x",
      file: new File(["%PDF-1.7 nothing"], "x.pdf"),
    });
    expect(broken.status).toBe(422);
    expect((await readPage(broken)).querySelector("#new-file-error")?.textContent).not.toBe("");
  });

  test("is for the desk alone", async () => {
    expect((await guest.get(links.newDeskItem("ja"))).status).toBe(403);
    expect(
      (await guest.post(links.deskItem("ja", "air-law-2015"), { intent: "decide", state: "dropped" })).status,
    ).toBe(403);
    expect((await guest.get(links.desk("ja"))).status).toBe(200);
  });
});

describe("an item", () => {
  let id: string;
  beforeAll(async () => {
    id = await enter({ title: "河北省大气污染防治条例（试行）", published: "2013-02-01", text: older });
  });

  test.each(languages)("stands with its text, its fields and their grounds (%s)", async (language) => {
    const page = await readPage(await officer.get(links.deskItem(language, id)));
    expect(page.querySelector("#block-1")).not.toBeNull();
    expect(page.querySelectorAll(".desk-fields > div")).toHaveLength(10);
    expect(page.querySelectorAll(".desk-fields form").length).toBe(10);
    expect(page.querySelector("mark")?.textContent).toContain("下降25%以上");
    expect(page.querySelector("#topics .desk-reasons, .desk-tags .desk-reasons")?.textContent).toMatch(
      /\p{Script=Han}/u,
    );
    const looking = await readPage(await guest.get(links.deskItem(language, id)));
    expect(looking.querySelectorAll("main form")).toHaveLength(0);
    expect(page.querySelector("main")?.textContent).not.toMatch(/undefined|\[object/);
  });

  test("is corrected in one click, and says at the field what it cannot take", async () => {
    const done = await act(id, { intent: "correct", field: "written", value: "2013-01-30" });
    expect(done.headers.get("location")).toBe(`${links.deskItem("ja", id, { done: "corrected" })}#field-written`);
    expect((await getItem(site.context, reader, id)).written).toBe("2013-01-30");
    expect((await act(id, { intent: "correct", field: "written", value: "2013年1月31日" })).status).toBe(303);
    expect((await getItem(site.context, reader, id)).written).toBe("2013-01-31");
    const long = await act(id, { intent: "correct", field: "documentNumber", value: "x".repeat(600) });
    expect(long.status).toBe(422);
    expect((await readPage(long)).querySelector("#correct-documentNumber-value-error")?.textContent).toContain("100字");
    for (const language of languages) {
      const wrong = await act(id, { intent: "correct", field: "written", value: "1月30日頃" }, language);
      expect(wrong.status).toBe(422);
      const page = await readPage(wrong);
      expect(page.querySelector("#correct-written-value-error")?.textContent).not.toBe("");
      expect(readField(page, "#correct-written-value")).toBe("1月30日頃");
      expect(page.querySelector("#field-written details")?.hasAttribute("open")).toBe(true);
      // The page opens at its top: it says there that nothing was kept, and leads to the field.
      expect(page.querySelector(".error-summary a")?.getAttribute("href")).toBe("#correct-written-value");
    }
    expect(
      (await act(id, { intent: "correct", field: "bodies", value: "河北省人民政府、石家庄市人民政府" })).status,
    ).toBe(303);
    expect((await getItem(site.context, reader, id)).bodyNames).toEqual(["河北省人民政府", "石家庄市人民政府"]);
  });

  test("keeps what somebody else did meanwhile", async () => {
    const seen = readField(await readPage(await officer.get(links.deskItem("en", id))), "input[name=seen]");
    await site.context.database.pool.query(
      "UPDATE policy_items SET updated_at = now() + interval '1 hour' WHERE id = $1",
      [id],
    );
    const late = await officer.post(links.deskItem("en", id), { seen, intent: "decide", importance: "low" });
    expect(late.status).toBe(409);
    expect((await readPage(late)).querySelector(".notice-error")?.textContent).toContain("Somebody changed this item");
    expect((await getItem(site.context, reader, id)).importance).toBeNull();
  });

  test("takes decisions, subjects and regions", async () => {
    await act(id, { intent: "decide", importance: "high", visibility: "public" });
    await act(id, { intent: "tag", of: "topics", tag: "ships", holds: "yes" });
    await act(id, { intent: "tag", of: "topics", tag: "pm25", holds: "no" });
    const item = await getItem(site.context, null, id);
    expect(item).toMatchObject({ importance: "high", visibility: "public" });
    expect(item.topics.find((tag) => tag.id === "ships")?.by).toBe("person");
    expect(item.topics.find((tag) => tag.id === "pm25")?.by).toBe("removed");
  });

  test("has its target confirmed as set right", async () => {
    const [target] = await getTargets(site.context, reader, { item: id, states: ["proposed"] });
    expect(target).toMatchObject({ indicator: "pm25", value: -25, baseYear: 2012, targetYear: 2017 });
    const fields = {
      intent: "correct-target",
      target: target?.id ?? "",
      region: "hebei",
      indicator: "pm25",
      measure: "change",
      unit: "percent",
      bound: "at-most",
      baseYear: "2012",
      "scope-zh": "重点行业",
      "scope-ja": "重点業種",
    };
    const wrong = await act(id, { ...fields, value: "25 percent", targetYear: "2017" });
    expect(wrong.status).toBe(422);
    expect((await readPage(wrong)).querySelector(`#target-${target?.id} .field-error`)?.textContent).not.toBe("");
    expect((await act(id, { ...fields, value: "−２６", targetYear: "2017" })).status).toBe(303);
    expect(await getTargets(site.context, null, { item: id, states: ["confirmed"] })).toMatchObject([
      { value: -26, region: "hebei", scope: { zh: "重点行业", ja: "重点業種" } },
    ]);
    const list = await readPage(await officer.get(links.deskTargets("zh")));
    expect(list.querySelector("main")?.textContent).toContain("2017年比2012年下降26%以上");
  });

  test("leads from each of two targets of one sentence to it", async () => {
    const id = await enter({
      title: "大气污染防治行动方案",
      text: "到2030年，全国细颗粒物浓度比2025年下降10%，挥发性有机物排放总量下降12%以上。",
    });
    const page = await readPage(await officer.get(links.deskItem("zh", id)));
    const anchors = [...page.querySelectorAll("a[href^='#sentence-']")].map((link) => link.getAttribute("href") ?? "");
    expect(new Set(anchors).size).toBe(2);
    expect(anchors.filter((anchor) => page.querySelector(`[id="${anchor.slice(1)}"]`) === null)).toEqual([]);
    // What was not found is not told as found: the day of entering is named as that.
    expect(page.querySelector(".page-meta, .page-heading")?.textContent).toContain("未识别");
  });

  test("is linked with another by its address", async () => {
    const unknown = await act(id, { intent: "add-link", kind: "implements", target: "nothing" });
    expect((await readPage(unknown)).querySelector("#add-link-target-error")).not.toBeNull();
    const target = `https://renkei.example${links.deskItem("ja", "air-action-plan-2013")}?done=x`;
    expect((await act(id, { intent: "add-link", kind: "implements", target })).status).toBe(303);
    const page = await readPage(await officer.get(links.deskItem("ja", id)));
    expect(page.querySelector("#links a[href*='/difference/']")).toBeNull();
    expect(page.querySelector("#add-regions--tag optgroup:first-child option[value=shanghai]")).not.toBeNull();
    expect(page.querySelector(".item-jumps a[href='#decision']")).not.toBeNull();
    expect(await getLinks(site.context, null, id)).toMatchObject([
      { kind: "implements", target: "air-action-plan-2013", state: "confirmed" },
    ]);
  });

  test("cannot be read again without a snapshot", async () => {
    expect((await act(id, { intent: "reread" })).status).toBe(422);
  });
});

test.each(languages)("two versions stand clause by clause, counts first (%s)", async (language) => {
  const before = await enter({ title: `河北省大气污染防治条例 ${language} 1`, published: "2013-01-10", text: older });
  const after = await enter({ title: `河北省大气污染防治条例 ${language} 2`, published: "2016-01-13", text: newer });
  const page = await readPage(await guest.get(links.deskItemDifference(language, before, after)));
  const counts = [...page.querySelectorAll(".desk-counts dd")].map(({ textContent }) => Number(textContent));
  // changed: 第三条 and, as 第五条, the last; added: 第四条
  expect(counts[0] ?? 0).toBeGreaterThan(0);
  expect(counts[1]).toBe(1);
  expect(page.querySelector("ins")?.textContent).toContain("船舶");
  expect(page.querySelector("details.clauses-same")?.textContent).toContain("制定本条例");
});

const notices = {
  ja: "关于加强机动车排放监管、防治大气污染的通知。\n各地应当加强机动车排放监管，按月公布检验结果。",
  zh: "关于港口船舶使用岸电的通知。\n靠港船舶应当优先使用岸电，减少大气污染物排放，港口企业要完善供电设施。",
  en: "关于秸秆禁烧工作的通知。\n夏收期间全面禁止露天焚烧秸秆，改善环境空气质量，乡镇政府负责日常巡查。",
};

describe("the desk", () => {
  test.each(languages)("shows what waits and keeps what is ticked (%s)", async (language) => {
    const id = await enter({
      title: `关于机动车排放的通知 ${language}`,
      published: "2015-04-02",
      text: notices[language],
    });
    await act(id, { intent: "decide", state: "found" });
    const address = links.desk(language, { state: "found", month: "2015-04" });
    const page = await readPage(await officer.get(address));
    expect(page.querySelector(`input[type=checkbox][value="${id}"]`)).not.toBeNull();
    const none = await officer.post(address, { intent: "keep" });
    expect(none.headers.get("location")).toContain("done=none");
    const done = await officer.post(address, { intent: "keep", item: id });
    expect(done.status).toBe(303);
    const after = await readPage(await officer.get(done.headers.get("location") ?? ""));
    expect(after.querySelector(".notice-success")?.textContent).toMatch(/1/);
    expect(after.querySelector(`input[value="${id}"]`)).toBeNull();
    const looking = await readPage(await guest.get(links.desk(language, { state: "kept", month: "2015-04" })));
    expect(looking.querySelector(`a[href="${links.deskItem(language, id)}"]`)).not.toBeNull();
    expect(looking.querySelectorAll("main form[method=post]")).toHaveLength(0);
    expect((await officer.get(links.desk(language, { month: "2015-13", page: "-3", kind: "song" }))).status).toBe(200);
  });

  test.each(languages)("shows its rules and what a change would tag before it is kept (%s)", async (language) => {
    const page = await readPage(await officer.get(links.deskRules(language, { rule: "ships" })));
    expect(page.querySelectorAll(".desk-rules > div").length).toBeGreaterThan(20);
    expect(page.querySelector("textarea[name=terms]")?.textContent).toContain("船舶");
    expect(page.querySelectorAll("#importance-rules tbody tr").length).toBeGreaterThan(5);
    const empty = await officer.post(links.deskRules(language), { rule: "ships", terms: " ", termsExcluded: "" });
    expect(empty.status).toBe(422);
    const change = { rule: "ships", terms: "船舶\n综合防治", termsExcluded: "" };
    const looked = await readPage(await officer.post(links.deskRules(language), { ...change, intent: "look" }));
    expect(looked.querySelector(".notice-information")?.textContent).toMatch(/\d/);
    const kept = await officer.post(links.deskRules(language), { ...change, intent: "keep" });
    expect(kept.status).toBe(303);
    expect(
      (await readPage(await officer.get(kept.headers.get("location") ?? ""))).querySelector("#rule-ships")?.textContent,
    ).toContain("综合防治");
  });
});
