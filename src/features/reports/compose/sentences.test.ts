import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { joinTallied } from "./join-words.ts";
import { type CountSentence, countSubjects, tellCounts } from "./sentences.ts";

const sentence: CountSentence = {
  phase: "running",
  year: "2015年度",
  since: "7月",
  about: "consultations",
  counted: [{ subject: "consultations", held: 14 }],
  planned: 7,
  vague: true,
  heldAt: [],
  plannedAt: [],
  funded: true,
  table: "表1",
};
const inEnglish = { ...sentence, year: "FY2015", since: "July", table: "Table 1" };

test("held so far and still planned", () => {
  expect(tellCounts("ja", sentence)).toBe(
    "都市間連携協力事業予算を使用して、7月以降現在まで連携促進のための現地協議を合計14回実施。年度内にさらに7回程度実施予定（表1参照）。",
  );
  expect(tellCounts("zh", sentence)).toBe(
    "自7月以来，已使用项目预算开展促进协作的现场协商14次；本年度内计划再开展7次左右（见表1）。",
  );
  expect(tellCounts("en", inEnglish)).toBe(
    "Since July, 14 on-site consultations to promote cooperation have been held on the programme’s budget. About 7 more are planned within the fiscal year (see Table 1).",
  );
});

test("one is told as one, none as none, and what nobody has recorded as such", () => {
  const of = (held: number | null, planned: number, phase: CountSentence["phase"] = "running"): string =>
    tellCounts("en", { ...inEnglish, phase, planned, counted: [{ subject: "consultations", held }], table: null });
  expect(of(1, 1)).toBe(
    "Since July, one on-site consultation to promote cooperation has been held on the programme’s budget. One more is planned within the fiscal year.",
  );
  expect(of(0, 0)).toBe("No on-site consultation has been held so far.");
  expect(of(0, 1)).toBe("No on-site consultation has been held so far. One is planned within the fiscal year.");
  expect(of(0, 0, "over")).toBe("No on-site consultation was held in FY2015.");
  expect(of(null, 0)).toBe("No on-site consultation is on record for FY2015.");
  expect(of(null, 2)).toBe("In FY2015, about 2 on-site consultations to promote cooperation are planned.");
  expect(of(0, 0, "before")).toBe("");
  const none = { ...sentence, planned: 0, counted: [{ subject: "consultations", held: 0 }] } as const;
  expect(tellCounts("ja", none)).toBe("連携促進のための現地協議は現在まで実施していない（表1参照）。");
  expect(tellCounts("zh", none)).toBe("截至目前尚未开展促进协作的现场协商（见表1）。");
});

test("after the year, what was planned and never recorded is no plan any more", () => {
  expect(tellCounts("ja", { ...sentence, phase: "over", plannedAt: ["唐山市", "武漢市"] })).toBe(
    "都市間連携協力事業予算を使用して、2015年度は連携促進のための現地協議を合計14回実施。このほか7回（唐山市、武漢市）が計画されたが、実施結果の記録はない（表1参照）。",
  );
});

test("several counts in one sentence", () => {
  const parts: CountSentence = {
    ...sentence,
    about: "technicalConsultations",
    funded: false,
    planned: 0,
    counted: [
      { subject: "technicalDomestic", held: 1 },
      { subject: "technicalOnSite", held: 3 },
    ],
  };
  expect(tellCounts("ja", parts)).toBe(
    "7月以降現在まで共同研究実施のための国内協議を1回、現地協議を3回実施（表1参照）。",
  );
  expect(tellCounts("en", { ...parts, since: "September", table: null })).toBe(
    "Since September, one consultation on joint research in Japan and 3 in China have been held.",
  );
});

test("a published number is marked, with the people whom the document states beside it", () => {
  const invited: CountSentence = {
    ...sentence,
    about: "invitations",
    since: null,
    planned: 0,
    table: null,
    funded: false,
    counted: [{ subject: "invitations", held: 1, published: true, people: "5名" }],
  };
  expect(tellCounts("ja", invited)).toBe("現在まで訪日研修等招聘事業の実施を1回（5名）※支援。");
  expect(tellCounts("zh", { ...invited, counted: [{ subject: "invitations", held: 0, published: true }] })).toBe(
    "截至目前尚未举办访日研修等邀请项目※。",
  );
});

test("names are told once, with how often", () => {
  expect(joinTallied(["広東省", "瀋陽市", "上海市", "上海市", "武漢市"], "ja")).toBe(
    "広東省、瀋陽市、上海市2回、武漢市",
  );
  expect(joinTallied(["重庆市", "西安市", "重庆市", "西安市"], "zh")).toBe("重庆市、西安市各2次");
  expect(joinTallied(["Shanghai", "Wuhan", "Shanghai"], "en")).toBe("Shanghai twice and Wuhan");
});

const count = fc.oneof(fc.constant(null), fc.constantFrom(0, 1, 2), fc.nat(12_000));
const name = fc.constantFrom("上海市", "武漢市", "Xi’an City", "");
const counted = fc.record({ subject: fc.constantFrom(...countSubjects), held: count, body: fc.constant("SJC") });
const sentences: fc.Arbitrary<CountSentence> = fc.record({
  phase: fc.constantFrom("before" as const, "running" as const, "over" as const),
  year: fc.constant("FY2015"),
  since: fc.option(fc.constant("July")),
  about: fc.constantFrom(...countSubjects),
  counted: fc.tuple(counted, counted).chain(([a, b]) => fc.constantFrom<CountSentence["counted"]>([a], [a, b])),
  planned: fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(300)),
  vague: fc.boolean(),
  heldAt: fc.array(name, { maxLength: 5 }),
  plannedAt: fc.array(name, { maxLength: 5 }),
  funded: fc.boolean(),
  table: fc.option(fc.constant("T1")),
});

test("no sentence is left with a hole, a zero or a wrong plural", () => {
  fc.assert(
    fc.property(sentences, fc.constantFrom(...languages), (input, language) => {
      const text = tellCounts(language, input);
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|（）|\(\)| {2}|。。|\.\.|，，/);
      expect(text).not.toMatch(/(?<![\d,])0 ?(回|次|[a-z])/);
      if (text !== "") expect(text).toMatch(language === "en" ? /\.$/ : /。$/);
      if (language !== "en") return;
      expect(text).not.toMatch(/\b(1|one) (on-site |technical |local )?(consultations|trainings|seminars)\b/);
      expect(text).not.toMatch(/(?<![\d,])1 /);
      expect(text).not.toMatch(/^[a-z]|\. [a-z]/);
    }),
    { numRuns: 600 },
  );
});
