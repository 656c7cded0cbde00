import { request } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { policySourceSheet } from "../../features/policies/sheets.ts";
import { privateTargets } from "./faults.ts";
import { type PolicySite, startPolicySite } from "./policy-site.ts";

let site: PolicySite;

beforeAll(async () => {
  site = await startPolicySite({ crawlDelay: 1 });
});
afterAll(() => site.close());
afterEach(() => {
  for (const { name } of [
    ...new Set(site.truth.map(({ url }) => ({ name: new URL(url).pathname.split("/")[1] ?? "" }))),
  ])
    site.setFault({ host: name, fault: null });
  site.setDay("2016-04-30");
});

const find = (id: string) => {
  const item = site.truth.find((one) => one.id === id);
  if (!item) throw new Error(`no ${id}`);
  return item;
};
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, site.origin), { redirect: "manual", headers });
const readText = async (path: string, encoding = "utf-8") =>
  iconv.decode(Buffer.from(await (await get(path)).arrayBuffer()), encoding);

/** Follows a declared list as a reader would, with its own selectors. */
async function readList(id: string, most = 9): Promise<{ url: string; title: string; date: string }[]> {
  const source = site.sources.find((row) => row.id === id);
  const entries = [];
  let url = source?.address ?? "";
  for (let page = 0; url && page < most; page += 1) {
    const answer = await fetch(url);
    const html = iconv.decode(
      Buffer.from(await answer.arrayBuffer()),
      /\/(mee|hebei|shenyang)\//.test(url) ? "gb18030" : "utf-8",
    );
    const { document } = parseHTML(html);
    for (const item of document.querySelectorAll(source?.item_selector ?? "none")) {
      const link = item.querySelector(source?.link_selector ?? "a");
      entries.push({
        url: new URL(link?.getAttribute("href") ?? "", answer.url).href,
        title: link?.textContent ?? "",
        date: item.querySelector(source?.date_selector ?? "none")?.textContent ?? "",
      });
    }
    const next = document.querySelector(source?.next_selector ?? "none")?.getAttribute("href");
    url = next ? new URL(next, answer.url).href : "";
  }
  return entries;
}

test("declarations have the columns of their sheet, and every list leads to what is true of it", async () => {
  const columns = policySourceSheet.columns.map(({ name }) => name);
  for (const source of site.sources) expect(Object.keys(source).toSorted()).toEqual(columns.toSorted());
  for (const { id } of site.sources.filter(({ kind }) => kind === "list")) {
    if (/tangshan|xian/.test(id)) continue;
    const entries = await readList(id);
    const followed = await Promise.all(entries.map(async ({ url }) => (await fetch(url, { method: "HEAD" })).url));
    const expected = site.truth.filter(({ sources }) => sources.includes(id)).map(({ url }) => url);
    expect(followed.filter((url) => !url.includes("/neibu/")).toSorted(), id).toEqual(expected.toSorted());
    expect(
      entries.every(({ date }) => /\d{4}.\d{1,2}.\d{1,2}/.test(date)),
      id,
    ).toBe(true);
  }
});

test("every page answers in its encoding with its paragraphs and says that it is invented", async () => {
  for (const item of site.truth) {
    const encoding = /\/(mee|hebei|shenyang)\//.test(item.url) ? "gb18030" : "utf-8";
    const { document } = parseHTML(await readText(item.url, encoding));
    const text = document.body.textContent.replaceAll(/\s/g, "");
    expect(text, item.id).toContain("本页为测试用虚构内容");
    for (const paragraph of item.paragraphs) expect(text, item.id).toContain(paragraph.replaceAll(/\s/g, ""));
  }
});

test("pages of the ministry are GB18030 beyond GBK, and only the page says so", async () => {
  const answer = await get(find("mee-07").url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get("content-type")).toBe("text/html");
  expect(bytes.toString("latin1")).toContain("charset=gb2312");
  expect(iconv.decode(bytes, "gb18030")).toContain("58μg/m³");
  expect(iconv.decode(bytes, "gbk")).not.toContain("58μg/m³");
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
});

test("lists grow day by day; what is not out yet is not there", async () => {
  site.setDay("2016-04-07");
  const early = await readList("test-mee-gkml");
  expect(await get(find("mee-04").url)).toMatchObject({ status: 404 });
  site.setDay("2016-04-08");
  expect((await readList("test-mee-gkml")).length).toBe(early.length + 1);
  expect(await get(find("mee-04").url)).toMatchObject({ status: 200 });
});

test("asked again with a validator, an unchanged page is 304; another day it is not", async () => {
  const first = await get("/mee/gkml/");
  const etag = first.headers.get("etag") ?? "";
  expect((await get("/mee/gkml/", { "If-None-Match": etag })).status).toBe(304);
  const since = (await get("/beijing/rss/zwgk.xml")).headers.get("last-modified") ?? "";
  expect((await get("/beijing/rss/zwgk.xml", { "If-Modified-Since": since })).status).toBe(304);
  expect((await get("/tangshan/gzdt/")).headers.get("etag")).toBeNull();
  site.setDay("2016-04-20");
  expect((await get("/mee/gkml/", { "If-None-Match": etag })).status).toBe(200);
});

test("answers to a host name as to a prefix, packs where asked, chains redirects and keeps to its robots.txt", async () => {
  const port = new URL(site.origin).port;
  const seen = await ask(port, "gov-cn.test", "/zhengce/", { "Accept-Encoding": "gzip" });
  expect(seen.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(seen.body).toString()).toContain('href="/zhengce/content/2016-04/01/content_9051.htm"');
  const chain = [await get("/ndrc/zcfb/tz"), await get("/ndrc/zcfb/zcfbtz")];
  expect(chain.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
    [301, "/ndrc/zcfb/zcfbtz"],
    [302, "/ndrc/zcfb/zcfbtz/"],
  ]);
  const robots = await readText("/robots.txt");
  expect(robots).toMatch(/Disallow: \/hebei\/neibu\/\n[\s\S]*Crawl-delay: 1\n/);
  expect((await ask(port, "hebei.test", "/robots.txt")).body.toString()).toContain("Disallow: /neibu/");
  expect(site.requests.at(-1)).toMatchObject({ host: "hebei.test", path: "/robots.txt", status: 200 });
});

test("Xi’an’s list never ends; Tangshan’s has another structure from the 18th", async () => {
  expect((await readList("test-xian-xxgk", 12)).length).toBeGreaterThan(20);
  site.setDay("2016-04-17");
  expect((await readList("test-tangshan-gzdt")).length).toBe(4);
  site.setDay("2016-04-18");
  expect(await readList("test-tangshan-gzdt")).toEqual([]);
  expect(await readText("/tangshan/gzdt/")).toContain(find("ts-04").title);
  expect(find("ts-06").afterRedesign).toBe(true);
});

test("feeds and the sitemap name what is true of them", async () => {
  for (const [id, path] of [
    ["test-jjj-gzdt", "/jjj/atom.xml"],
    ["test-beijing-zwgk", "/beijing/rss/zwgk.xml"],
    ["test-tianjin-tzgg", "/tianjin/feed.json"],
    ["test-shanghai-zwgk", "/shanghai/sitemap-2016-04.xml"],
    ["test-guangdong-gkml", "/rsshub/gd/gkml"],
  ] as const) {
    const feed = await readText(path);
    const urls = site.truth.filter(({ sources }) => sources.includes(id)).map(({ url }) => url);
    expect(urls.length).toBeGreaterThan(3);
    for (const url of urls) expect(feed).toContain(url);
  }
  expect(await readText("/shanghai/sitemap.xml")).toContain("/shanghai/sitemap-2016-04.xml</loc>");
});

test("attachments are real files: Chinese text in PDF and DOCX, none in a scan", async () => {
  const [pdf] = find("mee-06").attachments;
  const [docx] = find("mee-02").attachments;
  const [scan] = find("ndrc-03").attachments;
  const bytesOf = async (url = "") => Buffer.from(await (await get(url)).arrayBuffer());
  expect(await readPdf(await bytesOf(pdf?.url))).toContain("汽车整车制造：非甲烷总烃不高于50毫克/立方米");
  expect(await readPdf(await bytesOf(scan?.url))).toBe("");
  expect(scan?.text).toBeNull();
  const words = await mammoth.extractRawText({ buffer: await bytesOf(docx?.url) });
  expect(words.value).toContain("煤炭消费总量控制");
  expect((await bytesOf(find("mee-04").attachments[0]?.url)).subarray(0, 4).toString("hex")).toBe("d0cf11e0");
});

test("a site told to refuse does: 412 until its cookie comes, 503, 410, redirects without end or into private networks", async () => {
  site.setFault({ host: "mee.test", fault: "412" });
  expect((await get("/mee/gkml/")).status).toBe(412);
  expect((await get("/mee/gkml/", { Cookie: "clearance=9f2c41" })).status).toBe(200);
  site.setFault({ host: "mee", fault: "503" });
  expect((await get("/mee/gkml/")).headers.get("retry-after")).toBe("120");
  site.setFault({ host: "mee", path: "/gkml/", fault: "gone" });
  expect([(await get("/mee/gkml/")).status, (await get("/mee/dqhj/")).status]).toEqual([410, 503]);
  site.setFault({ host: "mee", fault: null });
  expect((await get("/mee/gkml/")).status).toBe(200);
  site.setFault({ host: "jjj", fault: "private-redirect" });
  const targets = [];
  for (const _ of privateTargets) targets.push((await get("/jjj/atom.xml")).headers.get("location"));
  expect(targets).toEqual(privateTargets);
  site.setFault({ host: "wuhan", fault: "endless-redirect" });
  await expect(fetch(`${site.origin}/wuhan/tzgg/`)).rejects.toThrow();
});

test("a site told to deceive does: redesign, broken feeds, false charsets, scripts, too many links", async () => {
  site.setFault({ host: "hebei", fault: "redesign" });
  expect(await readList("test-hebei-tzgg")).toEqual([]);
  // Asked by If-Modified-Since of the well page, it must not say that nothing has changed.
  expect((await get("/hebei/tzgg/")).headers.get("last-modified")).toBeNull();
  site.setFault({ host: "beijing", fault: "broken-feed" });
  const feed = await readText("/beijing/rss/zwgk.xml");
  expect(feed).toContain("</item>");
  expect(feed).not.toContain("</rss>");
  site.setFault({ host: "mee", fault: "charset-lie" });
  const lie = await get(find("mee-04").url);
  expect(lie.headers.get("content-type")).toContain("utf-8");
  expect(iconv.decode(Buffer.from(await lie.arrayBuffer()), "gb18030")).toContain(find("mee-04").title);
  site.setFault({ host: "wuhan", fault: "charset-lie" });
  const reverse = await get("/wuhan/tzgg/");
  expect(reverse.headers.get("content-type")).toContain("gb2312");
  expect(await reverse.text()).toContain("武汉");
  site.setFault({ host: "wuhan", fault: "many-links" });
  expect((await readText("/wuhan/tzgg/")).match(/<li><a /g)?.length).toBeGreaterThan(100_000);
  site.setFault({ host: "wuhan", fault: "script" });
  for (const path of [find("wh-01").url, "/wuhan/tzgg/"])
    expect(await readText(path)).toMatch(/javascript:[\s\S]*<iframe/);
});

test("a site told to exhaust does: 50 MB, a byte now and then, a thousandfold gzip", async () => {
  const port = new URL(site.origin).port;
  site.setFault({ host: "shenyang", fault: "huge" });
  const huge = await ask(port, "shenyang.test", "/news.asp");
  expect(huge.body.length).toBeGreaterThan(50 * 1024 * 1024);
  site.setFault({ host: "shenyang", fault: "zip-bomb" });
  const bomb = await ask(port, "shenyang.test", "/news.asp");
  expect(gunzipSync(bomb.body).length / bomb.body.length).toBeGreaterThan(900);
  site.setFault({ host: "shenyang", fault: "slow" });
  const slow = fetch(`${site.origin}/shenyang/news.asp`, { signal: AbortSignal.timeout(700) }).then((answer) =>
    answer.text(),
  );
  await expect(slow).rejects.toThrow(/abort|timeout/i);
});

test("a big site for benches is the same each time, with distinct texts and three reposts in a hundred", async () => {
  const [one, two] = await Promise.all([1, 2].map(() => startPolicySite({ bulk: { lists: 50, articles: 1000 } })));
  if (!one || !two) throw new Error("not started");
  const bulk = one.truth.filter(({ id }) => id.startsWith("bulk-"));
  expect(one.sources.filter(({ id }) => id.startsWith("test-bulk-")).length).toBe(50);
  expect(bulk.length).toBe(1000);
  expect(bulk.filter(({ duplicateOf }) => duplicateOf).length).toBe(30);
  expect(two.truth.map(({ title, paragraphs }) => [title, paragraphs])).toEqual(
    one.truth.map(({ title, paragraphs }) => [title, paragraphs]),
  );
  const html = await (await fetch(`${one.origin}/bulk-50/list/`)).text();
  expect(html.match(/\/bulk-50\/art\/\d+\.html/g)?.length).toBe(20);
  expect(await (await fetch(bulk.at(-1)?.url ?? "")).text()).toContain(bulk.at(-1)?.title);
  await Promise.all([one.close(), two.close()]);
});

/** Text of a PDF whose fonts are Adobe's: its CMaps are pdf.js's own files. */
async function readPdf(bytes: Buffer): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const cMapUrl = `${join(folder, "cmaps")}/`;
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, cMapUrl, cMapPacked: true }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

/** With a Host header, which fetch does not let one set, and without unpacking. */
function ask(port: string, host: string, path: string, headers: Record<string, string> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{ headers: Record<string, unknown>; body: Buffer }>();
  request({ host: "127.0.0.1", port, path, headers: { ...headers, Host: host } }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    response.on("error", reject);
  })
    .on("error", reject)
    .end();
  return promise;
}
