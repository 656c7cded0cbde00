import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { parseCell } from "../../sheets/parse-cell.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { PageContent } from "../../web/page.ts";
import { getProgramme } from "../programme/service.ts";
import { sendNewsAtom } from "./atom-feed.ts";
import { exactDate, groupByYear } from "./list-news.ts";
import { chooseNews } from "./news.ts";
import { describeNewsAsJsonLd } from "./news-json-ld.ts";
import { gatherNewsKnowledge } from "./news-knowledge.ts";
import { showNews } from "./pages/news.tsx";
import { showNewsItem } from "./pages/news-item.tsx";
import { getNews, getNewsItem } from "./service.ts";
import { newsSheet } from "./sheets.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

const origin = "https://example.jp";

function showList(query = ""): Promise<PageContent> {
  return showNews({ context, language: "ja", params: {}, url: new URL(`${origin}/ja/news${query}`) });
}

function parse(page: PageContent) {
  return parseHTML(renderToString(page.body)).document;
}

function headlines(page: PageContent): string[] {
  return [...parse(page).querySelectorAll(".activity-title")].map(({ textContent }) => textContent ?? "");
}

describe("list of news", () => {
  test("stands newest first, by year", async () => {
    const all = await getNews(context);
    const days = all.map(({ publishedFrom }) => publishedFrom ?? "");
    expect(days).toEqual(days.toSorted().toReversed());
    expect(groupByYear(all).map(({ year }) => year)).toEqual([2018, 2017, 2015]);
    const page = await showList();
    expect(headlines(page)).toEqual(all.map(({ title }) => title.ja));
    expect([...parse(page).querySelectorAll("h2")].map(({ textContent }) => textContent).slice(0, 3)).toEqual([
      "2018年",
      "2017年",
      "2015年",
    ]);
  });

  test("is narrowed by year, topic and partnership", async () => {
    const all = await getNews(context);
    expect(chooseNews(all, { year: 2017, topic: "voc" }).map(({ id }) => id)).toEqual([
      "voc-course-2-2017",
      "voc-course-1-2017",
    ]);
    const page = await showList("?partnership=fukuoka-jiangsu&topic=ozone&year=2015");
    expect(headlines(page)).toEqual([(await getNewsItem(context, "fukuoka-jiangsu-2015")).title.ja]);
    expect(page.unlisted).toBe(true);
    expect(parse(page).querySelectorAll(".active-filters li")).toHaveLength(3);
  });

  test("says which condition it could not read and shows the list without it", async () => {
    const all = await getNews(context);
    for (const query of ["?year=201x", "?topic=nothing", "?partnership=%00"]) {
      const page = await showList(query);
      expect(headlines(page), query).toHaveLength(all.length);
    }
    expect(parse(await showList("?year=201x")).querySelector(".notice-warning")?.textContent).toContain("201x");
  });

  test("says that no news fits", async () => {
    expect(headlines(await showList("?topic=health"))).toEqual([]);
    expect(parse(await showList("?topic=health")).querySelector(".empty-state")).not.toBeNull();
  });
});

describe("one piece of news", () => {
  test("stands in every language with its date, partnership and source", async () => {
    for (const language of languages) {
      const id = "kawasaki-shenyang-2015";
      const url = new URL(`${origin}/${language}/news/${id}`);
      const page = await showNewsItem({ context, language, params: { id }, url });
      const document = parse(page);
      const item = await getNewsItem(context, id);
      expect(document.querySelector("h1")?.textContent).toBe(item.title[language]);
      expect([...document.querySelectorAll("p")].map(({ textContent }) => textContent)).toContain(item.body[language]);
      expect(document.querySelector(`a[href="/${language}/partnerships/kawasaki-shenyang"]`)).not.toBeNull();
      expect(document.querySelector(`a[href="/${language}/documents#b-2015"]`)).not.toBeNull();
      expect(document.querySelector("time")?.getAttribute("datetime")).toBeNull();
    }
  });

  test("leaves the date of several days out of JSON-LD and keeps a single one", async () => {
    const describeItem = async (id: string) =>
      describeNewsAsJsonLd(
        await getNewsItem(context, id),
        await gatherNewsKnowledge(context, "en"),
        await getProgramme(context),
        origin,
      );
    expect(await describeItem("kawasaki-shenyang-2015")).not.toHaveProperty("datePublished");
    expect(await describeItem("technical-platform-2015")).toMatchObject({
      "@type": "NewsArticle",
      url: `${origin}/en/news/technical-platform-2015`,
      datePublished: "2015-08",
    });
    expect(["2015", "2015-08", "2015-08-01"].map(exactDate)).toEqual(["2015", "2015-08", "2015-08-01"]);
    expect(["2015-08~", "2015-08-01/2015-08-02", "2015-02-30"].map(exactDate)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("is not found under an unknown id", async () => {
    const url = new URL(`${origin}/ja/news/nothing`);
    await expect(showNewsItem({ context, language: "ja", params: { id: "nothing" }, url })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("the feed holds every piece of news once, under a name that outlives the address", async () => {
  const url = new URL(`${origin}/zh/news.atom`);
  const { content } = await sendNewsAtom({ context, language: "zh", params: {}, url });
  const names = [...String(content).matchAll(/<id>([^<]+\/news\/[^</]+\/zh)<\/id>/g)].map(([, name]) => name);
  const all = await getNews(context);
  expect(names).toHaveLength(all.length);
  expect(new Set(names).size).toBe(all.length);
  const entries = String(content).split("<entry>").slice(1);
  for (const entry of entries) {
    const day = (name: string) => new RegExp(`<${name}>(.*?)T`).exec(entry)?.[1] ?? "";
    expect(day("published")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(day("updated") >= day("published")).toBe(true);
  }
  expect(names[0]).toMatch(/^tag:renkei,\d{4}:[^/]+\/news\/overview-2018\/zh$/);
});

test("a link that is no web address is refused", () => {
  const link = newsSheet.columns.find(({ name }) => name === "link");
  if (!link) throw new Error("the sheet has no link");
  const problemOf = (text: string) => parseCell(link, text, {});
  expect(problemOf("http://www.iges.or.jp/jp/china-city/index.html")).toBeNull();
  expect(problemOf("javascript:alert(1)")).toMatchObject({ reason: "bad-code-form" });
});
