import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "./parse-query.ts";
import { readDateField } from "./read-date-field.ts";
import { type Asked, understandQuery } from "./understand.ts";
import { createVocabulary } from "./vocabulary.ts";

const named = (id: string, ja: string, zh: string, en: string, ...others: string[]) => ({
  id,
  name: { ja, zh, en },
  names: [
    { language: "ja" as const, text: ja },
    { language: "zh" as const, text: zh },
    { language: "en" as const, text: en },
    ...others.map((text) => ({ language: null, text })),
  ],
});

const vocabulary = createVocabulary({
  terms: [
    named("mep", "環境保護部", "环境保护部", "Ministry of Environmental Protection", "MEP"),
    named("pm25", "微小粒子状物質", "细颗粒物", "fine particulate matter", "PM2.5"),
  ],
  organisations: [named("shenyang", "瀋陽市", "沈阳市", "Shenyang")],
  bodies: [],
  regions: [named("cn-2101", "瀋陽市", "沈阳市", "Shenyang City", "沈阳")],
  topics: [named("ozone", "オゾン", "臭氧", "Ozone")],
});

function understand(query: string, more: Partial<Asked> = {}) {
  return understandQuery({ query, plain: [], facets: {}, ...more }, vocabulary);
}

const patterns = (query: string, more?: Partial<Asked>) =>
  understand(query, more).terms.map(({ needles }) => needles.map(({ pattern }) => pattern));

test("a name is looked for in all languages, and what was added can be taken away", () => {
  expect(patterns("環境保護部")).toEqual([["环境保护部", " ministry of environmental protection ", " mep "]]);
  expect(patterns("Ministry of Environmental Protection")[0]?.slice(1)).toEqual(["环境保护部", " mep "]);
  expect(understand("环境保护部").expansions).toEqual([
    { text: "环境保护部", added: ["Ministry of Environmental Protection", "MEP"] },
  ]);
  expect(patterns("環境保護部", { plain: ["MEP", "Ministry of Environmental Protection"] })).toEqual([["环境保护部"]]);
  expect(patterns('"環境保護部"')).toEqual([["环境保护部"]]);
});

test("the office that signs for a body is no other name of it", () => {
  const names = createVocabulary({
    ...{ terms: [], organisations: [], regions: [], topics: [] },
    bodies: [
      named("mep", "環境保護部", "环境保护部", "MEP", "环保部", "环保部办公厅", "環境保護部辦公廳", "国务院办公厅"),
    ],
  });
  expect(names.synonyms("环境保护部")).toEqual(["MEP", "环保部", "国务院办公厅"]);
});

test("words, phrases, exclusions", () => {
  expect(patterns("大气 污染")).toEqual([["大气"], ["污染"]]);
  expect(patterns("大気　汚染")).toEqual([["大气"], ["污染"]]);
  expect(patterns("“大气 污染”")).toEqual([["大气污染"]]);
  expect(patterns("「emission standard」")).toEqual([[" emission standard "]]);
  expect(understand("研修 -水 －廃棄物").without.map(({ needles }) => needles[0]?.pattern)).toEqual(["水", "废弃物"]);
  expect(patterns("PM10-SO2")).toEqual([[" pm10 so2 "]]);
});

test("fields, in the words of each language", () => {
  const { filter, problems } = understand(
    "文号:国发〔2013〕37号 城市：沈阳 日付:2016-04..2016-06 kind:标准 テーマ:臭氧",
  );
  expect(problems).toEqual([]);
  expect(filter).toMatchObject({
    numbers: ["国发201337号"],
    regions: [["cn-2101"]],
    from: "2016-04-01",
    to: "2016-06-30",
    kinds: [["policy:standard"]],
    topics: [["ozone"]],
  });
  expect(understand("都市:瀋陽市").filter.regions).toEqual([["cn-2101", "shenyang"]]);
});

test("what a field does not understand is told at its word, and the rest is searched", () => {
  const { problems, terms } = understand("大气 日期:昨天 city:Atlantis kind:poem topic:毛糸 number:〔〕");
  expect(terms).toHaveLength(1);
  expect(problems).toEqual([
    { reason: "date", word: "日期:昨天" },
    { reason: "city", word: "city:Atlantis" },
    { reason: "kind", word: "kind:poem" },
    { reason: "topic", word: "topic:毛糸" },
    { reason: "number", word: "number:〔〕" },
  ]);
});

test.each([
  ["2016", "2016-01-01", "2016-12-31"],
  ["2016-02", "2016-02-01", "2016-02-29"],
  ["2016年4月", "2016-04-01", "2016-04-30"],
  ["2016-04-15", "2016-04-15", "2016-04-15"],
  ["2016-04..2016-06", "2016-04-01", "2016-06-30"],
  ["２０１６～２０１７", "2016-01-01", "2017-12-31"],
  ["2016..", "2016-01-01", undefined],
  ["..2016", undefined, "2016-12-31"],
])("date %s", (value, from, to) => {
  expect(readDateField(value)).toEqual({ ...(from && { from }), ...(to && { to }) });
});

test.each(["2016-13", "2016-02-30", "2017..2016", "0000", "", "..", "16", "2016-04-01-02"])("no date: %s", (value) => {
  expect(readDateField(value)).toBeNull();
});

test.each([
  '"unclosed',
  "-",
  "--- ---",
  "「」",
  "& | ! ( ) <->",
  "文号:",
  "date:",
  "'; DROP TABLE",
  "%_\\",
  "-文号:x",
  '"" ""',
])("%j is read without complaint about the reader", (query) => {
  expect(() => understand(query)).not.toThrow();
});

test("nothing that may be typed makes it fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (query) => {
      understand(query);
    }),
    { numRuns: 300 },
  );
  const { problems } = understand("大气污染".repeat(2_500));
  expect(problems).toMatchObject([{ reason: "too-long" }]);
  expect(parseQuery("a ".repeat(5_000)).parts.length).toBeLessThanOrEqual(16);
});

test("an unknown field is named and searched for as it stands; an address is none", () => {
  const { problems, terms } = understand("foo:bar 文號:国发");
  expect(problems).toEqual([{ reason: "field", word: "foo" }]);
  expect(terms).toHaveLength(1);
  expect(understand("https://example.jp").problems).toEqual([]);
});
