import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { parseAllowedPlaces } from "../../platform/fetch/fetch-settings.ts";
import { createTestContext } from "../../testing/context.ts";
import { type PolicySite, startPolicySite } from "../../testing/policy-site/policy-site.ts";
import { receivePage } from "../policies/receive.ts";
import { getBoard } from "./board.ts";
import { checkSources } from "./check-sources.ts";

let base: Context;
let context: Context;
let site: PolicySite;

beforeAll(async () => {
  site = await startPolicySite({ day: "2016-04-15" });
  base = await createTestContext();
  const allow = parseAllowedPlaces(new URL(site.origin).host);
  context = { ...base, config: { ...base.config, fetch: { allow, rsshub: site.rsshub } } };
  for (const [index, row] of site.sources.entries()) {
    const columns = { ...row, row_number: index + 1 };
    await base.database.db.insertInto("policy_sources").values(columns).execute();
  }
}, 60_000);
afterAll(async () => {
  await site.close();
  await base.database.close();
});

const rows = async (sql: string) => (await base.database.pool.query(sql)).rows;
const day = (date: string) => {
  site.setDay(date);
  context.clock = fixedClock(`${date}T10:00:00Z`);
};
const round = async () => {
  await base.database.pool.query("update fetch_hosts set next_allowed_at = now(), failures = 0");
  return checkSources(context, { receive: receivePage, all: true });
};

test("the lists, feeds and sitemaps of the site are read as it means them", async () => {
  day("2016-04-15");
  const { looked, pages } = await round();
  const empty = looked.filter(({ listed }) => listed === 0).map(({ source }) => source);
  expect(empty).toEqual([]);
  expect(looked).toHaveLength(site.sources.length);
  expect(looked.every(({ outcome }) => outcome === "read")).toBe(true);
  expect(pages.understood).toBe(pages.fetched);
  const found = await rows("select url, published::text, title from source_pages order by url");
  const expected = site.truth.filter(({ published }) => published <= "2016-04-15");
  const known = new Map(expected.map((item) => [item.url, item]));
  for (const { url, published } of found)
    if (known.has(url) && published !== null)
      expect({ url, published }).toEqual({ url, published: known.get(url)?.published });
  expect(found.length).toBeGreaterThanOrEqual(expected.length);
}, 120_000);

test("a second round asks for no article again, and a redesign is seen", async () => {
  day("2016-04-19");
  const asked = site.requests.length;
  const { looked } = await round();
  const redesigned = looked.find(({ source }) => source === "test-tangshan-gzdt");
  expect(redesigned).toMatchObject({ state: "suspicious", outcome: "empty" });
  const fetched = site.requests.slice(asked).filter(({ status }) => status === 200);
  const twice = fetched.filter(({ path }) =>
    site.requests.slice(0, asked).some((before) => before.path === path && before.status === 200),
  );
  const articles = twice.filter(({ path }) => /\.(html?|shtml)$/.test(path) && !/index|list/.test(path));
  expect(articles.map(({ path }) => path)).toEqual([]);
  const board = await getBoard(context);
  expect(board.find(({ source }) => source.id === "test-tangshan-gzdt")?.state).toBe("suspicious");
}, 120_000);

test("whatever the site does, the round ends, and each fault has its name", async () => {
  day("2016-04-22");
  const faults = {
    mee: "412",
    "gov-cn": "503",
    beijing: "broken-feed",
    hebei: "endless-redirect",
    tianjin: "private-redirect",
    shanghai: "zip-bomb",
    shenyang: "many-links",
    wuhan: "huge",
  } as const;
  const codes: Record<string, string | undefined> = {};
  for (const [host, fault] of Object.entries(faults)) site.setFault({ host, fault });
  for (const { id } of site.sources) {
    await base.database.pool.query("update fetch_hosts set next_allowed_at = now(), failures = 0");
    await checkSources(context, { ids: [id] });
    const [check] = await rows("select problem->>'code' as code from source_checks order by id desc limit 1");
    codes[id.split("-").slice(1, -1).join("-")] = check?.code;
  }
  expect(codes).toMatchObject({
    mee: "challenge",
    "gov-cn": "busy",
    beijing: "feed-broken",
    hebei: expect.stringMatching(/redirect/),
    tianjin: "private-address",
    shanghai: "bomb",
    shenyang: "too-large",
    wuhan: "too-large",
  });
}, 180_000);
