import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../platform/config.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { startTinySite, type TinySite } from "../testing/tiny-site.ts";
import { openContext } from "./open-context.ts";
import { readArguments } from "./read-arguments.ts";
import { sourcesCommand } from "./sources.ts";

let database: TestDatabase;
let site: TinySite;
let folder: string;
const article = "<h1>关于大气污染防治的通知</h1><p>加强大气污染防治。</p>";
const pages: Record<string, string> = {
  "/robots.txt": "",
  "/list/": `<ul>${["1", "2"].map((name) => `<li><a href="/a/${name}.html">关于大气污染防治的通知${name}</a></li>`).join("")}</ul>`,
  "/a/1.html": article,
  "/a/2.html": article,
};

beforeAll(async () => {
  database = await createTestDatabase();
  site = await startTinySite(pages);
  folder = await mkdtemp(join(tmpdir(), "renkei-sources-"));
  const context = await openContext(config(), { purpose: "command" });
  const declaration = {
    ...{ id: "one", body: "mep", tier: "central", region: null, name: { en: "One" }, language: "zh", kind: "list" },
    ...{ address: `${site.origin}/list/`, itemSelector: "li", linkSelector: "a", dateSelector: null },
    ...{ nextSelector: null, include: null, everyHours: 24, quietDays: 10, tried: null, note: {} },
  };
  await context.database.pool.query(
    "insert into desk_sources (id, declaration, changed_at) values ('one', $1, now())",
    [JSON.stringify(declaration)],
  );
  await context.database.close();
}, 60_000);
afterAll(async () => {
  await site.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

function config() {
  const allow = site.host;
  return readConfig({
    DATABASE_URL: database.url,
    RENKEI_DATA: folder,
    RENKEI_LOG: "silent",
    RENKEI_FETCH_ALLOW: allow,
    RENKEI_FETCH_DELAY: "0",
  });
}

async function check() {
  const printed: string[] = [];
  const print = (text: string) => printed.push(text);
  const words = readArguments(["check", "one"], sourcesCommand);
  const code = await sourcesCommand.run({ ...words, language: "en", config: config(), print, report: () => {} });
  return { code, printed: printed.join("\n") };
}

test("a check ends 0 when all is well, 1 when an article failed or the list is not what it was", async () => {
  expect(await check()).toMatchObject({ code: 0 });
  const list = pages["/list/"] ?? "";
  pages["/list/"] = list.replace("</ul>", `<li><a href="/a/3.html">关于失败的通知</a></li></ul>`);
  expect(await check()).toMatchObject({ code: 1, printed: expect.stringContaining("/a/3.html") });
  pages["/list/"] = "<div>新版网站</div>";
  expect(await check()).toMatchObject({ code: 1, printed: expect.stringContaining("suspicious") });
}, 60_000);
