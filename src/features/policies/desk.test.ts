import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFolder } from "../../cli/open-context.ts";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { sampleFolder } from "../../testing/programme-folder.ts";
import { keepSnapshot, storeBytes } from "../sources/keep-snapshot.ts";
import { changeTopicRule, correctField, decideItem, decideLink, decideTarget, setTag } from "./decide.ts";
import { getDeskOfDay } from "./desk-work.ts";
import { receiveFile, receivePage } from "./receive.ts";
import { reclassifyItems } from "./reclassify.ts";
import { getItem, getItems, getLinks, getTargets } from "./service.ts";

const desk = createActor("coordination", "iges");
const guest = createActor("guest", "iges");
const source = {
  id: "mep-notices",
  body: "mep",
  region: null,
  tier: "central" as const,
  address: "https://www.example.test/list",
};

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context.database.close());

/** A page in the structure of a ministry's site; text of our own. */
function page(url: string, options: { title: string; number?: string; day: string; body: string; bodies?: string }) {
  const { title, number = "", day, body, bodies = "环境保护部" } = options;
  const html = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title>
    <meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${day} 09:00"></head><body>
    <table><tr><td>名称</td><td>${title}</td></tr><tr><td>文号</td><td>${number}</td></tr>
    <tr><td>发文机关</td><td>${bodies}</td></tr></table>
    <div class="TRS_Editor">${body}</div></body></html>`;
  return {
    source,
    url,
    snapshot: null as unknown as string,
    content: new TextEncoder().encode(html),
    mediaType: "text/html",
    charset: "utf-8",
    hints: {},
  };
}

const clauses = Array.from(
  { length: 12 },
  (_, index) =>
    `<p>第${"一二三四五六七八九十".charAt(index) || `十${"一二".charAt(index - 10)}`}条　试行区域内第${index + 1}类排放企业应当在规定期限内完成挥发性有机物治理设施改造，并按季度向当地环境保护部门报送细颗粒物与臭氧监测结果之${index * 37 + 11}号台账。</p>`,
).join("");

describe("the desk's month", () => {
  test("is the newest that has something waiting, the newest of all where nothing has", async () => {
    const { items } = await getItems(context, desk, { originals: true }, { offset: 0, limit: 1 });
    const newest = items[0]?.day.slice(0, 7);
    expect((await getDeskOfDay(context, undefined)).progress).toMatchObject({ month: newest, found: 0 });
    const item = {
      title: "关于公布七月空气质量状况的函",
      day: "2016-07-05",
      body: "<p>现将七月份空气质量状况予以公布。</p>",
    };
    const other = { ...source, id: "mep-letters" };
    await receivePage(context, { ...page("https://www.example.test/month.html", item), source: other });
    expect((await getDeskOfDay(context, undefined)).progress).toMatchObject({ month: "2016-07", found: 1 });
    expect((await getDeskOfDay(context, "2015-01")).progress.month).toBe("2015-01");
  });
});

describe("what arrives", () => {
  test("a page becomes an item once, however often it is read", async () => {
    const input = page("https://www.example.test/1.html", {
      title: "关于试行挥发性有机物治理台账的通知",
      number: "环办大气〔2016〕9701号",
      day: "2016-04-08",
      body: `${clauses}<p>到2020年，细颗粒物（PM2.5）年均浓度比2015年下降18%以上。</p>`,
    });
    const first = await receivePage(context, input);
    const again = await receivePage(context, input);
    expect(again.item).toBe(first.item);
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    const item = await getItem(context, desk, first.item ?? "");
    expect(item).toMatchObject({
      documentNumber: "环办大气〔2016〕9701号",
      published: "2016-04-08",
      bodies: ["mep"],
      state: "found",
    });
    expect(item.topics.map(({ id }) => id)).toContain("voc");
    const targets = await getTargets(context, desk, { item: item.id });
    expect(
      targets.map(({ indicator, value, baseYear, targetYear, state }) => [
        indicator,
        value,
        baseYear,
        targetYear,
        state,
      ]),
    ).toEqual([["pm25", -18, 2015, 2020, "proposed"]]);
    await decideTarget(context, desk, targets[0]?.id ?? "", { state: "confirmed" });
    await receivePage(context, input);
    expect((await getTargets(context, desk, { item: item.id }))[0]?.state).toBe("confirmed");
  });

  test("a repost is put behind the official original; a later version of the same title is not", async () => {
    const { items } = await getItems(context, desk, { source: source.id }, { offset: 0, limit: 10 });
    const original = items[0]?.id ?? "";
    const repost = await receivePage(context, {
      ...page("https://www.example.test/2.html", {
        title: "转发：关于试行挥发性有机物治理台账的通知",
        day: "2016-04-20",
        bodies: "河北省环境保护厅",
        body: `<p>现转发如下：</p>${clauses}`,
      }),
      source: {
        id: "hebei-epb-notices",
        body: "hebei-epb",
        region: "hebei",
        tier: "partner",
        address: "https://hebei.example.test/",
      },
    });
    expect(await getItem(context, desk, repost.item ?? "")).toMatchObject({ group: original, isOriginal: false });
    const version = await receivePage(
      context,
      page("https://www.example.test/3.html", {
        title: "关于试行挥发性有机物治理台账的通知",
        number: "环办大气〔2017〕9702号",
        day: "2017-05-10",
        body: clauses,
      }),
    );
    expect(await getItem(context, desk, version.item ?? "")).toMatchObject({ group: null, isOriginal: true });
    const links = await getLinks(context, desk, version.item ?? "");
    expect(links.map(({ kind, target }) => [kind, target])).toContainEqual(["version-of", original]);
  });

  test("files of a regulation's versions are versions, and move nobody's month", async () => {
    const { month } = (await getDeskOfDay(context, undefined)).progress;
    const text = clauses.replaceAll("<p>", "").replaceAll("</p>", "\n\n");
    const load = async (day: string, amended: string) => {
      const history = `2004年4月30日 国务院令第9406号公布\n\n${amended}\n\n`;
      const content = new TextEncoder().encode(`# 试行区域台账条例\n\n${history}<!-- INFO END -->\n\n${text}`);
      const about = { origin: "folder", source: "folder-versions", url: null, id: `file-${day}` } as const;
      return receiveFile(context, { name: `试行区域台账条例(${day}).md`, content, sha256: null }, about);
    };
    await load("2022-03-29", "2022年3月29日 《国务院关于修改部分行政法规的决定》第一次修订");
    await load("2024-07-20", "2024年7月20日 《国务院关于修改部分行政法规的决定》第二次修订");
    const newer = await getItem(context, desk, "file-2024-07-20");
    expect(newer).toMatchObject({ written: "2024-07-20", group: null, isOriginal: true });
    const links = await getLinks(context, desk, newer.id);
    expect(links.map(({ kind, target }) => [kind, target])).toContainEqual(["version-of", "file-2022-03-29"]);
    expect((await getDeskOfDay(context, undefined)).progress.month).toBe(month);
  });

  test("what names a document before that is found is linked when it comes", async () => {
    const early = await receivePage(
      context,
      page("https://www.example.test/4.html", {
        title: "《锅炉改造行动方案（试行）》解读",
        day: "2016-04-11",
        body: "<p>近日，三部门印发《锅炉改造行动方案（试行）》（环大气〔2016〕9704号），对燃煤锅炉改造作出安排，现解读如下。</p>",
      }),
    );
    const plan = await receivePage(
      context,
      page("https://www.example.test/5.html", {
        title: "关于印发《锅炉改造行动方案（试行）》的通知",
        number: "环大气〔2016〕9704号",
        day: "2016-04-10",
        body: "<p>各省、自治区、直辖市环境保护厅（局）：现将锅炉改造行动方案印发给你们，请认真组织燃煤锅炉改造。</p>",
      }),
    );
    const links = await getLinks(context, desk, plan.item ?? "");
    expect(links.map(({ item, kind, target, state }) => ({ item, kind, target, state }))).toEqual([
      { item: early.item, kind: "interprets", target: plan.item, state: "proposed" },
    ]);
    const [link] = links;
    if (!link) throw new Error("no link");
    await decideLink(context, desk, link, "rejected");
    await receivePage(
      context,
      page("https://www.example.test/4.html", {
        title: "《锅炉改造行动方案（试行）》解读",
        day: "2016-04-11",
        body: "<p>三部门印发《锅炉改造行动方案（试行）》，对燃煤锅炉改造作出安排。</p>",
      }),
    );
    expect((await getLinks(context, desk, plan.item ?? ""))[0]?.state).toBe("rejected");
  });

  test("a page without any text makes no item", async () => {
    const empty = {
      ...page("https://www.example.test/6.html", { title: "", day: "", body: "" }),
      content: new TextEncoder().encode("<html></html>"),
    };
    expect((await receivePage(context, empty)).item).toBeNull();
  });
});

describe("what people say", () => {
  test("a correction outlives the next reading, and rules go by it", async () => {
    const input = page("https://www.example.test/7.html", {
      title: "秋冬季扬尘管控的通知",
      day: "2016-04-12",
      body: "<p>扬尘与扬尘。</p>",
    });
    const { item = "" } = await receivePage(context, input);
    const id = item ?? "";
    await correctField(context, desk, id, { field: "written", value: "2016-04-02", rememberLabel: null });
    await correctField(context, desk, id, { field: "bodies", value: ["唐山市环境保护局"], rememberLabel: null });
    await setTag(context, desk, id, { of: "topics", tag: "dust", holds: false });
    await receivePage(context, input);
    const read = await getItem(context, desk, id);
    expect(read).toMatchObject({ written: "2016-04-02", bodyNames: ["唐山市环境保护局"] });
    expect(read.fields.written).toMatchObject({ origin: "person", confidence: 1 });
    expect(read.topics.find((tag) => tag.id === "dust")?.by).toBe("removed");
    await expect(
      correctField(context, desk, id, { field: "written", value: "2016-02-30", rememberLabel: null }),
    ).rejects.toMatchObject({
      code: "invalid-input",
      details: { field: "written", reason: "date" },
    });
  });

  test("a label is remembered for its source where the kept page has it, and refused where not", async () => {
    const url = "https://www.example.test/labels/1.html";
    const input = page(url, {
      title: "关于开展锅炉整治的通知",
      day: "2016-04-13",
      body: "<p>锅炉整治。</p><table><tr><td>印制单位</td><td>唐山市环境保护局</td></tr></table>",
    });
    await storeBytes(context, input.content);
    const answer = { finalUrl: url, headers: { "content-type": "text/html; charset=utf-8" }, content: input.content };
    const { snapshot } = await write(context.database, (transaction) =>
      keepSnapshot(context, transaction, { source: source.id, url, answer, decoded: null }),
    );
    const id = (await receivePage(context, { ...input, snapshot })).item ?? "";
    const correction = { field: "bodies" as const, value: ["唐山市环境保护局"] };
    const mistyped = correctField(context, desk, id, { ...correction, rememberLabel: "印刷单位" });
    await expect(mistyped).rejects.toMatchObject({ code: "invalid-input", details: { reason: "label" } });
    await correctField(context, desk, id, { ...correction, rememberLabel: "印制单位：" });
    const next = new TextDecoder().decode(input.content).replaceAll("唐山市环境保护局", "保定市环境保护局");
    const receipt = await receivePage(context, {
      ...input,
      url: "https://www.example.test/labels/2.html",
      content: new TextEncoder().encode(next.replaceAll("锅炉", "油烟")),
    });
    expect((await getItem(context, desk, receipt.item ?? "")).fields.bodies).toMatchObject({
      value: ["保定市环境保护局"],
      origin: "remembered",
    });
  });

  test("the importance that rules propose follows a corrected kind, region and issuer; a person's own stays", async () => {
    const input = page("https://www.example.test/10.html", {
      title: "唐山市部署秋冬季大气污染防治工作",
      day: "2016-04-15",
      bodies: "唐山市环境保护局",
      body: "<p>唐山市部署秋冬季大气污染防治工作。</p>",
    });
    const id = (await receivePage(context, input)).item ?? "";
    const look = async () => {
      const { importanceProposed, importanceReasons, importance } = await getItem(context, desk, id);
      return { importance, importanceProposed, rules: importanceReasons.map(({ rule }) => rule) };
    };
    const first = await look();
    expect(first.rules).toEqual(["issuer-local", "kind-news", "partner-region"]);
    await correctField(context, desk, id, { field: "kind", value: "plan", rememberLabel: null });
    expect((await look()).rules).toEqual(["issuer-local", "kind-binding", "partner-region"]);
    expect((await getItem(context, desk, id)).topics.map(({ id: topic }) => topic)).toContain("plans-targets");
    for (const { id: region } of (await getItem(context, desk, id)).regions)
      await setTag(context, desk, id, { of: "regions", tag: region, holds: false });
    expect((await look()).rules).not.toContain("partner-region");
    await correctField(context, desk, id, { field: "bodies", value: ["国务院"], rememberLabel: null });
    expect((await look()).rules.slice(0, 2)).toEqual(["issuer-state", "kind-binding"]);
    await decideItem(context, desk, id, { importance: "low" });
    await setTag(context, desk, id, { of: "regions", tag: "shenyang", holds: true });
    await receivePage(context, input);
    const last = await look();
    expect(last).toMatchObject({ importance: "low", importanceProposed: "high" });
    expect(last.rules).toContain("partner-region");
  });

  test("a changed rule tags again what was found, and nothing that a person decided", async () => {
    const { item } = await receivePage(
      context,
      page("https://www.example.test/8.html", {
        title: "餐饮油烟整治公告",
        day: "2016-04-13",
        body: "<p>加强餐饮油烟大气污染整治。</p>",
      }),
    );
    await changeTopicRule(context, desk, {
      id: "cooking-fumes",
      name: { ja: "飲食店の油煙", zh: "餐饮油烟", en: "Cooking fumes" },
      topic: null,
      terms: ["餐饮油烟"],
      termsExcluded: [],
    });
    context.cache.clear();
    expect((await reclassifyItems(context)).changed).toBeGreaterThan(0);
    expect((await getItem(context, desk, item ?? "")).topics.map(({ id }) => id)).toContain("cooking-fumes");
  });

  test("only the desk decides; the public sees what was made public, and its confirmed links", async () => {
    const { item } = await receivePage(
      context,
      page("https://www.example.test/9.html", {
        title: "大气污染防治考核通知",
        day: "2016-04-14",
        body: "<p>大气污染防治考核。</p>",
      }),
    );
    const id = item ?? "";
    await expect(decideItem(context, guest, id, { state: "kept" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getItem(context, null, id)).rejects.toMatchObject({ code: "not-found" });
    await decideItem(context, desk, id, { state: "kept", importance: "high", visibility: "public" });
    expect(await getItem(context, null, id)).toMatchObject({ state: "kept", importance: "high" });
  });
});

describe("the programme's list", () => {
  test("is the desk's after a load, and stays as the desk decided at the next", async () => {
    const before = await getItem(context, null, "air-action-plan-2013");
    expect(before).toMatchObject({ origin: "programme", documentNumber: "国发〔2013〕37号", visibility: "public" });
    await decideItem(context, desk, before.id, { importance: "low" });
    await loadFolder(context, { directory: sampleFolder, replace: true, dryRun: false });
    expect((await getItem(context, null, before.id)).importance).toBe("low");
    expect((await getTargets(context, null, { item: before.id })).length).toBeGreaterThan(3);
  });

  test("a region stands for its cities", async () => {
    const all = await getItems(context, null, { region: "jing-jin-ji" }, { offset: 0, limit: 100 });
    const found = new Set(all.items.flatMap(({ regions }) => regions.map(({ id }) => id)));
    expect([...found]).toEqual(expect.arrayContaining(["beijing", "tianjin", "hebei", "tangshan"]));
  });
});
