import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createTestContext } from "../../testing/context.ts";
import type { SearchContributor, SearchSubject } from "./contribution.ts";
import { type FindRequest, find } from "./find.ts";
import { foldForSearch, isUnspaced, runsOf } from "./fold.ts";
import { noFilter } from "./narrow.ts";
import { makeNeedle } from "./needle.ts";
import { longestPassage } from "./passages.ts";
import { describePassages } from "./store-index.ts";
import { forgetMarks, updateSearchIndex } from "./update-index.ts";

let context: Context;
beforeAll(async () => {
  context = await createTestContext();
});
afterAll(() => context.database.close());

const open = { public: true, organisations: [] } as const;

function subject(id: string, texts: readonly string[], more: Partial<SearchSubject> = {}): SearchSubject {
  return {
    ...{
      kind: "policy",
      id,
      visibility: open,
      language: "zh",
      title: {},
      date: null,
      fields: {},
      href: `policies/${id}`,
    },
    passages: texts.map((text) => ({ place: null, language: "zh", text })),
    ...more,
  };
}

let marks = 0;
function contributor(subjects: readonly SearchSubject[], name = "test"): SearchContributor {
  marks += 1;
  const mark = String(marks);
  return {
    name,
    readMark: async () => mark,
    async *read() {
      yield [...subjects];
    },
  };
}

function request(words: readonly string[], more: Partial<FindRequest> = {}): FindRequest {
  return {
    terms: words.map((word) => ({ needles: [makeNeedle(word, { whole: false })].flatMap((needle) => needle ?? []) })),
    ...{ without: [], filter: noFilter, order: "relevance", language: "ja", tokens: ["public"], offset: 0, limit: 50 },
    ...more,
  };
}

async function idsOf(words: readonly string[], more?: Partial<FindRequest>): Promise<string[]> {
  const { hits } = await find(context, request(words, more));
  return hits.map((hit) => hit.subject.subject).sort();
}

const alphabet = [
  "大",
  "氣",
  "气",
  "汚",
  "污",
  "染",
  "環",
  "の",
  "ノ",
  "ﾉ",
  "𠮷",
  "、",
  " ",
  "\n",
  "PM2.5",
  "SO2",
  "a",
  "b ",
];

test("finds exactly what a scan finds: one character, two, words and phrases", async () => {
  const texts = fc.sample(fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 25 }), {
    numRuns: 120,
    seed: 7,
  });
  const subjects = texts.map((parts, index) => subject(`s${index}`, [parts.join("")]));
  await updateSearchIndex(context, [contributor(subjects)]);
  const shadows = new Map(subjects.map(({ id, passages }) => [id, foldForSearch(passages[0]?.text ?? "")]));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 8 }), async (parts) => {
      const word = parts.join("");
      const runs = runsOf(foldForSearch(word));
      if (runs.length === 0) return;
      const found = await find(context, request([word], { limit: 200 }));
      const expected = [...shadows].filter(([, shadow]) => scan(shadow, runs)).map(([id]) => id);
      expect(found.hits.map((hit) => hit.subject.subject).sort()).toEqual(expected.sort());
      expect(found.total).toBe(expected.length);
    }),
    { numRuns: 150, seed: 11 },
  );
  await updateSearchIndex(context, [contributor([])]);
});

test("a phrase that is longer than a stretch is proved in each subject, by whichever passage holds it", async () => {
  const phrase = "本办法所称大气污染防治措施是指下列措施。";
  // Every six characters that follow each other in the phrase, but never the phrase.
  const decoy = "本办法所称大气污染。办法所称大气污染防治措。所称大气污染防治措施。";
  const texts = [[decoy], [decoy, decoy, phrase], [phrase], ["大气污染"]];
  const subjects = Array.from({ length: 480 }, (_, index) => subject(`s${index}`, texts[index % 4] ?? []));
  await updateSearchIndex(context, [contributor(subjects)]);
  const count = async (word: string) => (await find(context, request([word]))).total;
  expect(await count("办法所称大气污染防治措施")).toBe(240);
  expect(await count("大气污染防治措施是指下列")).toBe(240);
  expect(await count("法所称大气污染防治措")).toBe(360);
  expect(await count("称大气污染防")).toBe(360);
  expect(await count("大气污染")).toBe(480);
  const without = await find(
    context,
    request(["大气"], { without: request(["办法所称大气污染防治措施"]).terms, limit: 500 }),
  );
  expect(without.hits.map(({ subject }) => Number(subject.subject.slice(1)) % 4).sort()).toEqual([
    ...Array.from({ length: 120 }, () => 0),
    ...Array.from({ length: 120 }, () => 3),
  ]);
  await updateSearchIndex(context, [contributor([])]);
});

test("of two words, the text in which they stand together comes first", async () => {
  await updateSearchIndex(context, [
    contributor([
      subject("apart", ["臭氧监测。", "船舶排放。"], { date: "2016-01-01" }),
      subject("together", ["本办法规定臭氧监测和船舶排放的有关事项。"], { date: "2015-01-01" }),
    ]),
  ]);
  const { hits } = await find(context, request(["臭氧", "船舶"]));
  expect(hits.map((hit) => hit.subject.subject)).toEqual(["together", "apart"]);
});

/** Written apart from the code: run by run, words whole unless the last one has two letters and no digit. */
function scan(shadow: string, runs: readonly string[]): boolean {
  const all = runsOf(shadow);
  return all.some((_, start) =>
    runs.every((run, index) => {
      const there = all[start + index];
      if (there === undefined || isUnspaced(there) !== isUnspaced(run)) return false;
      const isFirst = index === 0;
      const isLast = index === runs.length - 1;
      if (!isUnspaced(run)) return isLast && /^\D{2,}$/.test(run) ? there.startsWith(run) : there === run;
      if (isFirst && isLast) return there.includes(run);
      if (isFirst) return there.endsWith(run);
      return isLast ? there.startsWith(run) : there === run;
    }),
  );
}

test("every word must stand in the subject, none of the exclusions, and fields narrow", async () => {
  await updateSearchIndex(context, [
    contributor([
      subject("a", ["大气污染防治", "船舶"], {
        ...{ title: { zh: "沈阳市通知" }, date: "2016-05-02" },
        fields: { number: "国发〔2013〕37号", regions: ["shenyang"], topics: ["ozone"], policyKind: "notice" },
      }),
      subject("b", ["大气污染"], { date: "2015-01-01", kind: "activity", fields: { regions: ["wuhan"] } }),
      subject("c", ["污染大气"], { language: "ja" }),
    ]),
  ]);
  expect(await idsOf(["大气污染"])).toEqual(["a", "b"]);
  expect(await idsOf(["船舶", "沈阳", "大气"])).toEqual(["a"]);
  expect(await idsOf(["大气"], { without: request(["船舶"]).terms })).toEqual(["b", "c"]);
  expect(await idsOf([], { filter: { ...noFilter, numbers: ["201337"] } })).toEqual(["a"]);
  expect(await idsOf(["37号"])).toEqual(["a"]);
  expect(await idsOf(["大气"], { filter: { ...noFilter, from: "2015-06-01", to: "2016-12-31" } })).toEqual(["a"]);
  expect(await idsOf(["大气"], { filter: { ...noFilter, kinds: [["policy:notice", "activity"]] } })).toEqual([
    "a",
    "b",
  ]);
  expect(
    await idsOf(["大气"], { filter: { ...noFilter, regions: [["wuhan", "shenyang"]], topics: [["ozone"]] } }),
  ).toEqual(["a"]);
  expect(await idsOf(["大气"], { filter: { ...noFilter, languages: ["ja"] } })).toEqual(["c"]);
  const byDate = await find(context, request(["大气"], { order: "date" }));
  expect(byDate.hits.map((hit) => hit.subject.subject)).toEqual(["a", "b", "c"]);
  expect(byDate.hits[0]?.passages[0]?.text).toContain("大气污染防治");
});

test("the best comes first: in the title, more often, in a shorter text", async () => {
  const long = "本市行政区域内的建设单位应当按照规定报告有关情况。".repeat(15);
  await updateSearchIndex(context, [
    contributor([
      subject("once", [`${long}臭氧。`]),
      subject("often", ["臭氧和臭氧前体物的臭氧监测。"]),
      subject("title", [long], { title: { zh: "臭氧监测办法" } }),
      subject("other", [long]),
    ]),
  ]);
  const { hits, total } = await find(context, request(["臭氧"]));
  expect(total).toBe(3);
  expect(hits.map((hit) => hit.subject.subject)).toEqual(["title", "often", "once"]);
});

test("what a reader may not see is in no hit, no count and no facet", async () => {
  await updateSearchIndex(context, [
    contributor([
      subject("open", ["大气"], { date: "2014-01-01" }),
      subject("shared", ["大气"], { visibility: { public: false, organisations: "all-members" }, date: "2015-01-01" }),
      subject("sides", ["大气 秘密"], {
        visibility: { public: false, organisations: ["shenyang", "kawasaki"], platform: "technical" },
        date: "2016-01-01",
        fields: { topics: ["hidden"] },
      }),
    ]),
  ]);
  const see = async (tokens: FindRequest["tokens"]) => {
    const { total, facets, hits } = await find(context, request(["大气"], { tokens }));
    expect(hits).toHaveLength(total);
    const years = facets.filter(({ facet }) => facet === "year").map(({ value }) => value);
    return { total, years: years.sort(), topics: facets.filter(({ facet }) => facet === "topic").length };
  };
  expect(await see(["public"])).toEqual({ total: 1, years: ["2014"], topics: 0 });
  expect(await see(["public", "member"])).toEqual({ total: 2, years: ["2014", "2015"], topics: 0 });
  const all = { total: 3, years: ["2014", "2015", "2016"], topics: 1 };
  expect(await see(["public", "member", "organisation:kawasaki"])).toEqual(all);
  expect(await see(["public", "member", "platform:technical"])).toEqual(all);
  expect(await see("all")).toEqual(all);
  expect(await idsOf(["秘密"])).toEqual([]);
});

test("whoever may see the newest version does not find the published one", async () => {
  await updateSearchIndex(context, [
    contributor([
      subject("record", ["旧称"]),
      subject("record", ["新称"], { edition: "newest", visibility: { public: false, organisations: "all-members" } }),
    ]),
  ]);
  expect(await idsOf(["旧称"])).toEqual(["record"]);
  expect(await idsOf(["新称"])).toEqual([]);
  expect(await idsOf(["旧称"], { tokens: ["public", "member"] })).toEqual([]);
  expect(await idsOf(["新称"], { tokens: "all" })).toEqual(["record"]);
});

test("an update writes what changed, takes out what is gone, and keeps the counts true", async () => {
  const first = [subject("a", ["大气污染"]), subject("b", ["臭氧 emission"])];
  await updateSearchIndex(context, [contributor(first)]);
  expect(await updateSearchIndex(context, [contributor(first)])).toEqual([]);
  const [a = subject("a", [])] = first;
  expect(await updateSearchIndex(context, [contributor([a, subject("b", ["氮氧化物 limits"])])])).toEqual([
    { contributor: "test", written: 1, removed: 0 },
  ]);
  expect(await idsOf(["臭氧"])).toEqual([]);
  expect(await idsOf(["氮氧化物"])).toEqual(["b"]);
  expect(await updateSearchIndex(context, [contributor([a])])).toEqual([
    { contributor: "test", written: 0, removed: 1 },
  ]);
  const { rows } = await sql`
    SELECT gram, passages, public_passages FROM search.grams
    EXCEPT SELECT gram, count(*)::int, count(*)::int FROM search.passages, unnest(tsvector_to_array(grams)) AS gram
      WHERE gram NOT LIKE '%+' GROUP BY gram`.execute(context.database.db);
  expect(rows).toEqual([]);
  const totals = await sql<{ passages: number }>`SELECT passages FROM search.totals`.execute(context.database.db);
  expect(totals.rows).toEqual([{ passages: 1 }]);
  await forgetMarks(context);
  expect(await updateSearchIndex(context, [contributor([a])])).toEqual([]);
});

test("half an update is never there: a contributor that fails leaves everything as it was", async () => {
  await updateSearchIndex(context, [contributor([subject("kept", ["原文"])])]);
  const failing: SearchContributor = {
    ...contributor([]),
    async *read() {
      yield [subject("half", ["半分"])];
      throw new Error("the source is gone");
    },
  };
  await expect(updateSearchIndex(context, [failing])).rejects.toThrow("the source is gone");
  expect(await idsOf(["半分"])).toEqual([]);
  expect(await idsOf(["原文"])).toEqual(["kept"]);
});

test("two updates at once write once", async () => {
  const same = contributor([subject("once", ["一度だけ"])]);
  const changes = await Promise.all([updateSearchIndex(context, [same]), updateSearchIndex(context, [same])]);
  expect(changes.flat().filter(({ written }) => written > 0)).toHaveLength(1);
});

test("a law of several steps is written whole, in its order", async () => {
  const articles = Array.from(
    { length: 400 },
    (_, index) => `第${index + 1}条 ${"防治大气污染的措施。".repeat(20 + (index % 7))}`,
  );
  const law = subject("law", [articles.join("\n")], { title: { zh: "大气污染防治法" } });
  await updateSearchIndex(context, [contributor([law, subject("after", ["附则"])])]);
  const { rows } = await sql<{ position: number; text: string }>`
    SELECT t.position, t.text FROM search.texts t JOIN search.passages p ON p.id = t.passage
    JOIN search.subjects s ON s.id = p.subject WHERE s.subject = 'law' AND NOT p.is_title ORDER BY t.passage`.execute(
    context.database.db,
  );
  expect(rows.map(({ text }) => text).join("\n")).toBe(articles.join("\n"));
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
  expect(await idsOf(["第1条"])).toEqual(["law"]);
  expect(await idsOf(["第400条"])).toEqual(["law"]);
  expect(await idsOf(["附则"])).toEqual(["after"]);
  await updateSearchIndex(context, [contributor([])]);
});

test("no more of a text stands in memory than what is being written", () => {
  const passages = describePassages(subject("law", ["大气污染。\n".repeat(100_000)]));
  const [first] = passages.take(1);
  expect(first?.text.length).toBeLessThanOrEqual(longestPassage);
});
