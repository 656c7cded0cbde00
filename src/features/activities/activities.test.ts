import fc from "fast-check";
import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../core/errors.ts";
import { isLanguage, type Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { gatherGroups, getEvents } from "./events.ts";
import { gatherKnowledge } from "./filter-knowledge.ts";
import { chronicleMonth } from "./month.ts";
import { filterParameters, findOrganisations, readActivityFilter } from "./read-filter.ts";
import { activityRoutes } from "./routes.ts";
import { getActivities, getActivityPage, getMonthCounts } from "./service.ts";
import { getYearsOnRecord } from "./year-extent.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

async function show(path: string): Promise<string> {
  const url = new URL(path, "https://example.jp");
  const [, language = "", ...rest] = url.pathname.split("/");
  if (!isLanguage(language)) throw new Error(`no language in ${path}`);
  const route = activityRoutes.find((candidate) => {
    const parts = candidate.path.split("/").slice(1);
    return parts.length === rest.length && parts.every((part, index) => part.startsWith(":") || part === rest[index]);
  });
  if (!route) throw new Error(`no route for ${path}`);
  const names = route.path.split("/").slice(1);
  const params = Object.fromEntries(
    names.flatMap((name, index) => (name.startsWith(":") ? [[name.slice(1), rest[index] ?? ""]] : [])),
  );
  const request = { context, language, url, params };
  return route.raw ? String((await route.raw(request)).content) : renderToString((await route.page(request)).body);
}

/** Of a calendar: no other error is one that somebody foresaw. */
function expectRefusal(error: unknown): string {
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: expect.stringMatching(/^(not-found|invalid-input)$/) });
  return "refused".padEnd(200);
}

function countListed(html: string): number {
  return parseHTML(html).document.querySelectorAll(".activity-list > li").length;
}

describe("list of activities", () => {
  test("pages through every event once and leaves repeated records out", async () => {
    const seen: string[] = [];
    let after = null;
    let total = 0;
    let repeated = 0;
    do {
      const page = await getActivityPage(context, { onceEachEvent: true }, { limit: 17, after, order: "newest" });
      seen.push(...page.activities.map(({ id }) => id));
      ({ next: after, total, repeated } = page);
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
    const all = await getActivities(context, {}, { limit: 10_000, order: "newest" });
    expect(repeated).toBe(all.length - total);
    expect(repeated).toBeGreaterThan(0);
  });

  test("of an event in two ledgers the weightier ledger's row stays, and a filter that hides it shows the other", async () => {
    const { same } = await getEvents(context);
    const { books } = await gatherKnowledge(context, "en");
    const shown = await getActivities(context, { onceEachEvent: true }, { limit: 10_000, order: "newest" });
    const ids = new Set(shown.map(({ id }) => id));
    const all = await getActivities(context, {}, { limit: 10_000, order: "newest" });
    const byId = new Map(all.map((activity) => [activity.id, activity]));
    for (const activity of all.filter(({ id }) => !ids.has(id))) {
      const others = (same.get(activity.id) ?? []).flatMap((id) => byId.get(id) ?? []);
      const precedences = others.map(({ ledger }) => books.ledger(ledger).precedence);
      expect(Math.min(...precedences)).toBeLessThan(books.ledger(activity.ledger).precedence);
      const alone = await getActivityPage(
        context,
        { onceEachEvent: true, ledger: activity.ledger, ids: [activity.id] },
        { limit: 10, after: null, order: "newest" },
      );
      expect(alone.total).toBe(1);
    }
  });

  test("shows every language's page with where else an event is recorded", async () => {
    for (const language of ["ja", "zh", "en"] satisfies Language[]) {
      const html = await show(`/${language}/activities`);
      expect(countListed(html)).toBe(50);
    }
    expect(await show("/en/activities?fiscalYear=2015&kind=consultation")).toContain("Also recorded in:");
  });

  test("a name in any language finds the same organisation", async () => {
    const { directory } = await gatherKnowledge(context, "en");
    for (const words of ["tianjin", "天津市", "Tianjin", "天津"]) {
      expect(findOrganisations(words, directory).map(({ id }) => id)).toContain("tianjin");
    }
    expect(findOrganisations("no such place", directory)).toEqual([]);
  });

  test("says which conditions it could not read, and lists without them", async () => {
    const html = await show("/en/activities?month=2015-13&kind=party&organisation=Atlantis&cursor=x&fiscalYear=20x5");
    expect(html).toContain("could not be read");
    for (const value of ["2015-13", "party", "Atlantis", "20x5"]) expect(html).toContain(value);
    expect(countListed(html)).toBe(50);
  });

  test("no query string makes a page or feed fail", async () => {
    const names = fc.constantFrom(...filterParameters, "cursor", "calendar", "activity", "x");
    const values = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "2015",
        "0000",
        "9999",
        "2015-10",
        "0000-01",
        "9999-12",
        "0001-01",
        "done",
        "training",
        "天津",
        "%",
        "\\",
        "'",
        "\u0000",
      ),
    );
    const paths = fc.constantFrom(
      "activities",
      "activities/calendar",
      "activities.ics",
      "movements.atom",
      "movements.rss",
    );
    await fc.assert(
      fc.asyncProperty(paths, fc.array(fc.tuple(names, values), { maxLength: 6 }), async (path, pairs) => {
        const answer = show(`/ja/${path}?${new URLSearchParams(pairs)}`);
        // A calendar refuses what a page leaves out and says so.
        const html = path === "activities.ics" ? await answer.catch(expectRefusal) : await answer;
        expect(html.length).toBeGreaterThan(100);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("reads what it wrote: the filter survives in the links to calendar and feeds", async () => {
    const knowledge = await gatherKnowledge(context, "ja");
    const url = new URL(
      "https://example.jp/ja/activities?kind=training&kind=seminar&organisation=天津&q=PM2.5&month=2015-10",
    );
    const read = readActivityFilter(url, knowledge);
    expect(read.ignored).toEqual([]);
    expect(read.filter.kinds).toEqual(["training", "seminar"]);
    expect(read.filter.organisations).toContain("tianjin");
  });
});

describe("years", () => {
  test("every year of the programme, and those with records before it", async () => {
    const { programme } = await gatherKnowledge(context, "ja");
    const years = await getYearsOnRecord(context, programme);
    expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual([2012, 2013, 2014, 2015, 2016, 2017, 2018]);
    expect(years.at(-1)?.extent).toBe("figures-only");
    expect(years.find(({ fiscalYear }) => fiscalYear === 2015)?.extent).toBe("full");
    expect(years[0]?.extent).toBe("before");
  });

  test("a year shows each of its activities once, wherever its date falls", async () => {
    for (const fiscalYear of [2012, 2014, 2015, 2016]) {
      const shown = await getActivities(
        context,
        { fiscalYear, onceEachEvent: true },
        { limit: 10_000, order: "oldest" },
      );
      const html = await show(`/en/years/${fiscalYear}`);
      expect(countListed(html)).toBe(shown.length);
    }
  });

  test("the database and the page put activities under the same months", async () => {
    const activities = await getActivities(
      context,
      { fiscalYear: 2015, onceEachEvent: true },
      { limit: 10_000, order: "oldest" },
    );
    const expected = new Map<string | null, number>();
    for (const activity of activities) {
      const month = chronicleMonth(activity);
      expected.set(month, (expected.get(month) ?? 0) + 1);
    }
    const counted = new Map<string | null, number>();
    for (const { month, count } of await getMonthCounts(context, 2015))
      counted.set(month, (counted.get(month) ?? 0) + count);
    expect(counted).toEqual(expected);
  });

  test("a year without records says that only figures exist; one that never was is not found", async () => {
    expect(await show("/en/years/2018")).toContain("no individual records");
    await expect(show("/en/years/1999")).rejects.toMatchObject({ code: "not-found" });
    await expect(show("/en/years/02015")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("one activity", () => {
  test("every record can be shown, in every language", async () => {
    for (const { id } of await getActivities(context, {}, { limit: 10_000, order: "newest" })) {
      for (const language of ["ja", "zh", "en"])
        expect((await show(`/${language}/activities/${id}`)).length).toBeGreaterThan(500);
    }
    await expect(show("/en/activities/none")).rejects.toMatchObject({ code: "not-found" });
  }, 60_000);

  test("a date can be read in era years in Japanese", async () => {
    expect(await show("/ja/activities/b-mun-hyogo-2?calendar=wareki")).toContain("平成27年9月8日～17日");
  });
});

describe("feeds", () => {
  test("the calendar ends an all-day event on the day after its last, and only holds known days", async () => {
    const text = await show("/en/activities.ics?activity=b-mun-hyogo-2");
    expect(text).toContain("DTSTART;VALUE=DATE:20150908");
    expect(text).toContain("DTEND;VALUE=DATE:20150918");
    expect(text).toContain("STATUS:CONFIRMED");
    const all = await show("/en/activities.ics");
    expect(all).not.toContain("b-con-2015-17@");
    expect(all).toContain("STATUS:TENTATIVE");
    expect(all).toBe(await show("/en/activities.ics"));
  });

  test("a calendar of a part bears its name, and one of nothing on record is refused", async () => {
    const nameOf = async (address: string) => {
      const name = /^X-WR-CALNAME:(.*(?:\r\n .*)*)/m.exec(await show(address))?.[1];
      return name?.replace(/\r\n /g, "").replaceAll("\\", "");
    };
    expect(await nameOf("/ja/activities.ics")).toBe("日中都市間連携協力事業の活動");
    expect(await nameOf("/ja/activities.ics?organisation=saitama")).toBe("日中都市間連携協力事業の活動：埼玉県");
    expect(await nameOf("/zh/activities.ics?organisation=guangdong")).toBe("中日城市间协作项目活动：广东省");
    expect(await nameOf("/en/activities.ics?organisation=guangdong&fiscalYear=2015")).toBe(
      "Japan–China Inter-City Cooperation: activities – FY2015, Guangdong Province",
    );
    for (const query of ["organisation=nope", "partnership=nope", "project=nope", "topic=nope", "activity=nope"])
      await expect(show(`/ja/activities.ics?${query}`), query).rejects.toMatchObject({ code: "not-found" });
    for (const query of ["fiscalYear=x", "month=2015", "kind=nope", "status=nope"])
      await expect(show(`/ja/activities.ics?${query}`), query).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("movements have happened, newest first, with ids that do not depend on the site's address", async () => {
    const { document } = parseHTML(await show("/en/movements.atom"));
    const entries = [...document.querySelectorAll("entry")];
    expect(entries).toHaveLength(50);
    const published = entries.map((entry) => entry.querySelector("published")?.textContent ?? "");
    expect(published).toEqual(published.toSorted().reverse());
    const ids = entries.map((entry) => entry.querySelector("id")?.textContent ?? "");
    expect(new Set(ids).size).toBe(50);
    expect(ids.every((id) => id.startsWith("tag:"))).toBe(true);
    expect(await show("/zh/movements.rss")).toContain("<language>zh-Hans</language>");
  });
});

test("records of one event form one group, over any number of ledgers", () => {
  const groups = gatherGroups([
    ["a", "b"],
    ["b", "c"],
    ["x", "y"],
  ]);
  expect(groups.get("a")).toEqual(["b", "c"]);
  expect(groups.get("c")?.toSorted()).toEqual(["a", "b"]);
  expect(groups.get("y")).toEqual(["x"]);
});
