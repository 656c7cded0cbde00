import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { parseAllowedPlaces } from "../../platform/fetch/fetch-settings.ts";
import { createTestContext } from "../../testing/context.ts";
import { startTinySite, type TinySite } from "../../testing/tiny-site.ts";
import { checkSources } from "./check-sources.ts";

vi.setConfig({ testTimeout: 60_000 });

let context: Context;
let site: TinySite;
const pages: Record<string, string> = {};

beforeAll(async () => {
  const base = await createTestContext();
  site = await startTinySite(pages);
  context = { ...base, config: { ...base.config, fetch: { allow: parseAllowedPlaces(site.host) } } };
  context.clock = fixedClock("2026-11-22T03:00:00Z");
});
afterAll(async () => {
  await site.close();
  await context.database.close();
});

const rows = async (sql: string) => (await context.database.pool.query(sql)).rows;
const declare = (id: string) =>
  context.database.pool.query("insert into desk_sources (id, declaration, changed_at) values ($1, $2, now())", [
    id,
    JSON.stringify({
      ...{ id, body: "mep", tier: "central", region: null, name: { en: id }, language: "zh", kind: "list" },
      ...{ address: `${site.origin}/${id}/`, itemSelector: "li", linkSelector: "a", dateSelector: "span" },
      ...{ nextSelector: "a.next", include: null, everyHours: 24, quietDays: 10, tried: null, note: {} },
    }),
  ]);
const entry = (name: string) => `<li><a href="/a/${name}.html">题目${name}</a><span>2016-04-01</span></li>`;

test("what was found today is news today, however old it is, and is listed on whatever page it stood", async () => {
  await declare("one");
  pages["/one/"] = `<ul>${entry("1")}${entry("2")}</ul><a class="next" href="/one/2.html">下一页</a>`;
  pages["/one/2.html"] = `<ul>${entry("3")}</ul>`;
  expect((await checkSources(context, { ids: ["one"] })).looked).toMatchObject([
    { state: "new", listed: 2, seen: 3, fresh: 3 },
  ]);
});

test("what never yielded anything is not said to have been redesigned", async () => {
  await declare("two");
  pages["/two/"] = "<p>无</p>";
  expect((await checkSources(context, { ids: ["two"] })).looked).toMatchObject([
    { state: "suspicious", problem: { code: "never-entries" } },
  ]);
});

test("a source whose host is left alone was not asked, and is as it was", async () => {
  await declare("three");
  await context.database.pool.query("update fetch_hosts set next_allowed_at = now() + interval '1 hour', failures = 9");
  const asked = site.requests.length;
  const checks = await rows("select count(*)::int as n from source_checks");
  const { looked, resting } = await checkSources(context, { ids: ["one", "three"] });
  expect(looked).toEqual([]);
  expect(resting.map(({ source, problem }) => [source, problem?.code])).toEqual([
    ["one", "host-waiting"],
    ["three", "host-waiting"],
  ]);
  expect(site.requests).toHaveLength(asked);
  expect(await rows("select count(*)::int as n from source_checks")).toEqual(checks);
  expect(await rows("select source, state, failures from source_states where source <> 'two' order by source")).toEqual(
    [
      { source: "one", state: "new", failures: 0 },
      { source: "three", state: "waiting", failures: 0 },
    ],
  );
});
