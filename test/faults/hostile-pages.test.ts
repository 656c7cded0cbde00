import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/core/language.ts";
import { receivePage } from "../../src/features/policies/receive.ts";
import { stopReadingThreads } from "../../src/features/policies/understand/reading-threads.ts";
import { checkSources } from "../../src/features/sources/check-sources.ts";
import { describeProblem } from "../../src/features/sources/describe-problem.ts";
import type { SourceProblem } from "../../src/features/sources/source.ts";
import { fixedClock } from "../../src/platform/clock.ts";
import type { Context } from "../../src/platform/context.ts";
import { createSignedInAccount } from "../../src/testing/accounts.ts";
import { createDeskContext } from "../../src/testing/policy-desk.ts";
import type { FaultName } from "../../src/testing/policy-site/faults.ts";
import { type PolicySite, startPolicySite } from "../../src/testing/policy-site/policy-site.ts";
import type { TruthItem } from "../../src/testing/policy-site/truth.ts";
import { createApp } from "../../src/web/app.ts";
import { prepareAssets } from "../../src/web/assets.ts";
import { links } from "../../src/web/links.ts";

/** The day before Tangshan's list changes its structure. */
const day = "2016-04-17";
const origin = "http://renkei.test";

let site: PolicySite;
let context: Context;
let app: ReturnType<typeof createApp>;
let cookie: string;

beforeAll(async () => {
  site = await startPolicySite({ day });
  context = await createDeskContext(site);
  context.clock = fixedClock(`${day}T10:00:00Z`);
  app = createApp(context, await prepareAssets());
  ({ cookie } = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]));
});
afterAll(async () => {
  await site.close();
  await stopReadingThreads();
  await context.database.close();
});

/** One round over a source, articles and all, whatever its host wanted before. */
async function look(id: string) {
  await context.database.pool.query("update fetch_hosts set next_allowed_at = now(), failures = 0");
  const { looked, pages } = await checkSources(context, { ids: [id], receive: receivePage });
  return { outcome: looked[0]?.outcome, pages };
}

/** Whether readers are served while a page does its worst. */
async function lookWhileReading(id: string) {
  let isOver = false;
  const looking = look(id).finally(() => {
    isOver = true;
  });
  const waits: number[] = [];
  while (!isOver) {
    const started = performance.now();
    const response = await app.request(`${origin}${links.policies("ja")}`);
    expect(response.status).toBe(200);
    waits.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // A wait of seconds would be the server's own: no page may hold up everybody.
  expect(Math.max(...waits)).toBeLessThan(4_000);
  return looking;
}

async function openSourcePage(language: Language, id: string): Promise<Document> {
  const response = await app.request(`${origin}${links.deskSource(language, id)}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return parseHTML(await response.text()).document;
}

const textOf = (element: { textContent: string | null } | null) => (element?.textContent ?? "").replace(/\s+/g, " ");

/** The words of a problem in each language, which must be words and not the same thrice. */
function sayThrice(problem: SourceProblem): Map<Language, string> {
  const words = new Map(languages.map((language) => [language, describeProblem(language, problem)] as const));
  expect(new Set(words.values()).size).toBe(languages.length);
  for (const text of words.values()) expect(text).not.toBe(problem.code);
  return words;
}

async function newestProblem(id: string): Promise<SourceProblem | null> {
  const { rows } = await context.database.pool.query(
    "select problem from source_checks where source = $1 order by id desc limit 1",
    [id],
  );
  return rows[0]?.problem ?? null;
}

describe("what a list may do", () => {
  const faults: { source: string; fault: FaultName; code: string | RegExp; outcome: string }[] = [
    { source: "test-mee-gkml", fault: "412", code: "challenge", outcome: "failed" },
    { source: "test-gov-cn-zhengce", fault: "503", code: "busy", outcome: "failed" },
    { source: "test-ndrc-zcfbtz", fault: "gone", code: /not-found|gone/, outcome: "failed" },
    { source: "test-hebei-tzgg", fault: "endless-redirect", code: /redirect/, outcome: "failed" },
    { source: "test-tianjin-tzgg", fault: "private-redirect", code: "private-address", outcome: "refused" },
    { source: "test-shanghai-zwgk", fault: "zip-bomb", code: "bomb", outcome: "failed" },
    { source: "test-shenyang-news", fault: "many-links", code: "too-large", outcome: "failed" },
    { source: "test-wuhan-tzgg", fault: "huge", code: "too-large", outcome: "failed" },
  ];

  test.each(faults)(
    "$fault: reported in words, nothing taken, and well again afterwards",
    async (one) => {
      const { source, fault, code, outcome } = one;
      const host = source.split("-").slice(1, -1).join("-");
      site.setFault({ host, fault });
      expect((await lookWhileReading(source)).outcome).toBe(outcome);
      const problem = await newestProblem(source);
      expect(problem?.code).toMatch(code);
      for (const [language, words] of sayThrice(problem as SourceProblem)) {
        const page = await openSourcePage(language, source);
        expect(textOf(page.querySelector(".source-history tbody tr"))).toContain(words);
      }
      expect(await countItems(source)).toBe(0);
      site.setFault({ host, fault: null });
      expect((await look(source)).outcome).toBe("read");
      expect(await countItems(source)).toBe(listedBy(source).length);
    },
    60_000,
  );

  test("a broken feed yields what is whole, and says how much", async () => {
    const source = "test-beijing-zwgk";
    site.setFault({ host: "beijing", fault: "broken-feed" });
    expect((await look(source)).outcome).toBe("read");
    const problem = await newestProblem(source);
    expect(problem?.code).toBe("feed-broken");
    const kept = Number(problem?.values?.kept);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(listedBy(source).length);
    expect(await countItems(source)).toBe(kept);
    for (const [language, words] of sayThrice(problem as SourceProblem))
      expect(
        textOf(await openSourcePage(language, source).then((page) => page.querySelector(".source-history"))),
      ).toContain(words);
    site.setFault({ host: "beijing", fault: null });
    await look(source);
    expect(await countItems(source)).toBe(listedBy(source).length);
  }, 60_000);

  test("a false charset is seen through, and told", async () => {
    const source = "test-jjj-gzdt";
    site.setFault({ host: "jjj", fault: "charset-lie" });
    expect((await look(source)).outcome).toBe("read");
    const wanted = listedBy(source);
    const titles = await context.database.pool.query(
      "select title->>'zh' as title from policy_items where source = $1",
      [source],
    );
    expect(titles.rows.map(({ title }) => title).toSorted()).toEqual(wanted.map(({ title }) => title).toSorted());
    const problem = await problemOfPage(wanted[0]);
    expect(problem?.code).toBe("charset-lie");
    for (const [language, words] of sayThrice(problem as SourceProblem))
      expect(textOf((await openSourcePage(language, source)).querySelector("[aria-labelledby=found]"))).toContain(
        words,
      );
    site.setFault({ host: "jjj", fault: null });
  }, 60_000);
});

describe("what an article may do", () => {
  /** One article is spoilt, the others of its list are whole. */
  async function spoilOne(host: string, source: string, fault: FaultName) {
    const [spoilt, ...others] = listedBy(source);
    if (!spoilt) throw new Error(source);
    const path = new URL(spoilt.url).pathname.replace(`/${host}`, "") + new URL(spoilt.url).search;
    site.setFault({ host, path, fault });
    await lookWhileReading(source);
    const { rows } = await context.database.pool.query("select url from policy_items where url = any ($1)", [
      others.map(({ url }) => url),
    ]);
    expect(rows).toHaveLength(others.length);
    return spoilt;
  }

  test.each([
    { host: "guangdong", source: "test-guangdong-gkml", fault: "private-redirect", code: "private-address" },
    { host: "xian", source: "test-xian-xxgk", fault: "zip-bomb", code: "bomb" },
    { host: "tangshan", source: "test-tangshan-gzdt", fault: "huge", code: "too-large" },
  ] as const)(
    "$fault: the others are taken, and the page tells why one is not",
    async ({ host, source, fault, code }) => {
      const spoilt = await spoilOne(host, source, fault);
      expect(
        (await context.database.pool.query("select from policy_items where url = $1", [spoilt.url])).rowCount,
      ).toBe(0);
      const problem = await problemOfPage(spoilt);
      expect(problem?.code).toBe(code);
      for (const [language, words] of sayThrice(problem as SourceProblem))
        expect(textOf((await openSourcePage(language, source)).querySelector("[aria-labelledby=found]"))).toContain(
          words,
        );
      // What another site's page says of private addresses is asked of nobody.
      expect(site.requests.filter(({ path }) => path.includes("meta-data"))).toEqual([]);
    },
    60_000,
  );

  test("scripts, frames and addresses of scripts do not come through to any page", async () => {
    const source = "test-mee-dqhj";
    const spoilt = await spoilOne("mee", source, "script");
    const { rows } = await context.database.pool.query(
      "select id, title->>'zh' as title from policy_items where url = $1",
      [spoilt.url],
    );
    const [item] = rows;
    expect(item?.title).toBe(spoilt.title);
    await context.database.pool.query("update policy_items set visibility = 'public' where id = $1", [item?.id]);
    for (const language of languages)
      for (const path of [links.deskItem(language, item?.id), links.policy(language, item?.id)]) {
        const response = await app.request(`${origin}${path}`, { headers: { cookie } });
        expect(response.status).toBe(200);
        const html = await response.text();
        // The public page tells of a text, and holds none.
        if (path.includes("/desk/")) expect(html).toContain(spoilt.paragraphs[1]?.slice(0, 12));
        expect(html).not.toMatch(/evil|alert\(|onerror|onload|stolen|javascript:/i);
      }
  }, 60_000);
});

async function problemOfPage(truth: TruthItem | undefined): Promise<SourceProblem | null> {
  const { rows } = await context.database.pool.query("select problem from source_pages where url = $1", [truth?.url]);
  return rows[0]?.problem ?? null;
}

/** What a perfect reader finds in this list by the day. */
function listedBy(source: string): TruthItem[] {
  return site.truth.filter(({ sources, published }) => sources.includes(source) && published <= day);
}

async function countItems(source: string): Promise<number> {
  const { rows } = await context.database.pool.query(
    "select count(*)::int as count from policy_items where url = any ($1)",
    [listedBy(source).map(({ url }) => url)],
  );
  return rows[0]?.count ?? 0;
}
