import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { getCatalogue } from "../statistics/catalogue.ts";
import { countMeasure } from "../statistics/count.ts";
import { type Basis, getBasis } from "./basis.ts";
import { compareTypes, statedFor, statedInYear } from "./compare-stated.ts";
import { countType } from "./count-types.ts";
import { traceDeepening } from "./deepening.ts";
import { draftEvaluation } from "./draft/draft-evaluation.ts";
import { countIndicators } from "./indicators.ts";
import { getAchievements, getEvaluationPoints } from "./service.ts";

let context: Context;
let basis: Basis;
const years = [2014, 2015, 2016];

beforeAll(async () => {
  context = await createLoadedContext();
  basis = await getBasis(context, "2026-11-22");
});
afterAll(() => context.database.close());

test("Types counted from the records are those of D's table, but for Tokyo and Oita, whose work is not on record", async () => {
  const achievements = await getAchievements(context);
  const { types } = draftEvaluation(years, basis, { achievements, points: [] });
  const compared = compareTypes(types, statedFor(achievements, years, basis), basis);
  expect(compared.size).toBe(11);
  const agreeing = [...compared.values()].filter(({ agrees }) => agrees).map(({ organisation }) => organisation);
  expect(agreeing.toSorted()).toEqual([
    ...["fukuoka", "hyogo", "kawasaki", "kitakyushu", "kobe", "nagano", "saitama", "toyama", "yokkaichi"],
  ]);
  const tokyo = compared.get("tokyo");
  expect(tokyo).toMatchObject({ stated: "B", counted: "A", agrees: false });
  expect(tokyo?.explanation.en).toContain("no joint research or model project");
  const oita = compared.get("oita");
  expect(oita).toMatchObject({ stated: "A", counted: "none", agrees: false });
  expect(oita?.explanation.ja).toContain("記録がない");
  // JICA's work counts, and D's remark on it stays beside the type.
  expect(compared.get("toyama")?.note.ja).toContain("JICA");
});

test("Every reason of a type names its records, in three languages; what is only planned is named and not counted", () => {
  const { counted, reasons } = countType("kawasaki", years, basis);
  expect(counted).toBe("B");
  const joint = reasons.find(({ makes }) => makes === "B");
  expect(joint?.text.en).toContain("since FY2016");
  expect(joint?.records[0]).toEqual({ kind: "project", id: "research-kawasaki-shenyang" });
  const hyogo = countType("hyogo", years, basis);
  expect(hyogo.counted).toBe("A");
  expect(hyogo.reasons.filter(({ makes }) => makes === null)).toHaveLength(2);
  for (const reason of [...reasons, ...hyogo.reasons])
    for (const language of languages) expect(reason.text[language]).not.toBe("");
  // In its first year Kawasaki had exchange only.
  expect(countType("kawasaki", [2014], basis).counted).toBe("A");
});

test("Figures of drafted sentences are the number of their records, and agree with the published counting", async () => {
  const stated = { achievements: await getAchievements(context), points: await getEvaluationPoints(context) };
  const { drafts } = draftEvaluation(years, basis, stated);
  const find = (key: string) => drafts.find((draft) => draft.key === key);
  for (const draft of drafts) {
    expect(draft.evidence.length > 0 || draft.withoutEvidence !== null, draft.key).toBe(true);
    for (const language of languages) expect(draft.text[language], draft.key).toBeTruthy();
  }
  const trainings = find("result/trainees");
  expect(trainings?.figures.count).toBe(trainings?.evidence.filter(({ kind }) => kind === "activity").length);
  // The ministry's own table (C, I.) stands beside the records, with its place.
  expect(trainings?.figures).toMatchObject({ "published trainings": 29, "published trainings people": 172 });
  expect(trainings?.text.ja).toMatch(/公表値では計29回、172人.*2014年度8回、2015年度11回、2016年度10回/);
  expect(trainings?.places).toEqual([
    { document: "c-2018", place: expect.stringContaining("総合調整プラットフォーム") },
  ]);
  expect(find("progress/exchanges")?.figures["published consultations"]).toBe(71);
  // The total of one year is that year's number and is said once.
  const ofYear = draftEvaluation([2015], basis, stated).drafts.find(({ key }) => key === "progress/exchanges");
  expect(ofYear?.text.ja).toMatch(/公表値では2015年度22回である（「/);
  expect(ofYear?.text.zh).not.toContain("共22次");
  expect(trainings?.text.ja).toContain(`${trainings?.figures.count}回`);
  // FY2014's trainings are complete in the coordination ledger: both ways of counting give the same.
  const measure = (await getCatalogue(context)).measure("trainings");
  const counts = await read(context.database, (transaction) =>
    countMeasure(transaction, measure, { asOf: basis.asOf, fiscalYears: [2014], merged: true }),
  );
  const inLedger = counts.flatMap(({ records }) => records);
  const inDraft = basis.events.filter(({ fiscalYear, kind }) => fiscalYear === 2014 && kind === "training");
  expect(inDraft.map(({ id }) => id).toSorted()).toEqual(inLedger.toSorted());
  expect(find("achievement/hyogo/trainings")?.figures).toEqual({ count: 1, people: 6, known: 1 });
  expect(find("achievement/tokyo/stated/d-midterm/1")?.origin).toBe("document");
  expect(find("progress/partner-cost")).toMatchObject({ evidence: [], withoutEvidence: "not-recorded" });
});

test("Sentences say what they count, of one thing as of one, and a gap in the records is no task", async () => {
  const early = await getBasis(context, "2017-03-31");
  const { drafts } = draftEvaluation(years, early, { achievements: [], points: [] });
  const find = (key: string) => drafts.find((draft) => draft.key === key);
  for (const { key, text } of drafts) {
    expect(text.en, key).not.toMatch(/\b1 (?!of)\w+s\b|\b1 are|Of 1 /);
    expect(text.ja, key).not.toMatch(/(\d+)件のうち、?\1件/);
  }
  expect(find("achievement/tokyo/needs")?.text).toMatchObject({
    en: expect.stringMatching(/^The need stated by Beijing.* is being met$/),
    ja: expect.stringMatching(/ニーズに対応している$/),
  });
  expect(find("achievement/hyogo/agreement/hyogo-guangdong-2014")?.text.en).toMatch(/with Guangdong.* \(FY2014\)$/);
  // VOC leads (D, 2 (3)), by cities only; what Guangdong, a province, asked for alone is not there.
  const needs = find("task/needs");
  expect(Object.keys(needs?.figures ?? {})[0]).toBe("voc");
  expect(needs?.evidence.some(({ id }) => id.startsWith("guangdong") || id.startsWith("mep"))).toBe(false);
  expect(find("result/policy")?.figures).toEqual({ count: 1 });
  expect(find("task/use")?.text.ja).toContain("協力関係によらない事業は数えていない");
  expect(drafts.filter(({ section, key }) => section === "task" && key.includes("milestone"))).toEqual([]);
  // Those due on the last day are not late on it; what falls due after it is not this evaluation's, whenever it is counted.
  const late = draftEvaluation(years, basis, { achievements: [], points: [] }).drafts;
  const unrecorded = late.find(({ key }) => key === "progress/milestones")?.figures.count ?? 0;
  expect(find("progress/milestones")?.figures.count).toBeLessThanOrEqual(unrecorded);
  const due = basis.projects.flatMap(({ milestones }) =>
    milestones.filter(({ dateTo }) => (dateTo ?? "9999") <= "2017-03-31"),
  );
  expect(unrecorded).toBe(due.filter(({ status }) => status === "planned").length);
});

test("Every sentence is whole where a number is missing, in each year and over all of them", async () => {
  const stated = { achievements: await getAchievements(context), points: await getEvaluationPoints(context) };
  const broken = {
    ja: /は、である|は、（|「」|（）|（、|、）|、、|。。|[：、]$|(^|。)(から|との|に)|（0|計0人|記録は0回/,
    zh: /：（|：$|（）|《》|“”|、、|。。|，，|^与开展|共0人|记录为0次/,
    en: / {2}|: \(|:$|\(\)|“”|, ,|\(, |\b0 people|with {2}|, 0 in the records/,
  };
  for (const judged of [[2014], [2015], [2016], [2017], [2018], years, [2014, 2015, 2016, 2017, 2018]]) {
    const { types, drafts } = draftEvaluation(judged, basis, stated);
    const texts = [...drafts, ...types.flatMap(({ reasons }) => reasons)].map(({ text }) => text);
    for (const language of languages)
      for (const text of texts) expect(text[language], `${judged} ${language}`).not.toMatch(broken[language]);
  }
  const held = draftEvaluation([2018], basis, stated).drafts.find(({ key }) => key === "progress/exchanges");
  expect(held?.text.ja).toContain("2018年度については個別の記録がない");
});

test("A year's participants say how many of them are documents' only, and the document's type stands beside the counted one", async () => {
  const { types, drafts } = draftEvaluation([2018], basis, { achievements: [], points: [] });
  // Fukuoka–Jiangsu is type B by C, 10 (2), and has no record of its own in FY2018.
  expect(drafts.find(({ key }) => key === "progress/cities")).toMatchObject({
    figures: { homeLast: 3, "stated home 2018": 1 },
    text: { ja: expect.stringMatching(/日本側3.*うち日本側1.*文書に実施とあるが個別の活動の記録がない/) },
  });
  const compared = compareTypes(types, statedInYear([2018], basis), basis);
  expect(compared.get("fukuoka")).toMatchObject({ stated: "B", counted: "none", agrees: false, document: "c-2018" });
  expect(compared.get("kawasaki")).toMatchObject({ stated: "B", agrees: true });
  expect(statedInYear(years, basis)).toEqual([]);
  const open = drafts.find(({ key }) => key === "task/concerns");
  expect(open?.figures.partly).toBeGreaterThan(0);
  expect(open?.text.ja).toContain(`うち一部解決${open?.figures.partly}件`);
});

test("Partnerships deepen from exchange to joint work, and figures that nobody recorded are no zeros", () => {
  const rows = traceDeepening(basis, [2014, 2015, 2016, 2017, 2018]);
  expect(rows).toHaveLength(20);
  const shanghai = rows.find(({ partnership }) => partnership === "kitakyushu-shanghai");
  expect(shanghai?.deepest).toBe("joint-research");
  expect(Object.keys(shanghai?.years[0]?.steps ?? {})).toEqual(["exchange", "training"]);
  expect(shanghai?.years[4]?.steps["joint-research"]).toEqual([
    { kind: "project", id: "research-kitakyushu-shanghai" },
  ]);
  const oita = rows.find(({ partnership }) => partnership === "oita-wuhan");
  expect(oita).toMatchObject({ deepest: null });
  expect(oita?.years.find(({ fiscalYear }) => fiscalYear === 2016)?.stated).toBe("A");
  const figures = new Map(countIndicators(basis, years).map(({ id, years: own }) => [id, own]));
  expect(figures.get("partner-cost")?.map(({ value }) => value)).toEqual([null, null, null]);
  expect(figures.get("exchanges")?.map(({ value }) => value)).toEqual([24, 57, null]);
  expect(figures.get("deep-partnerships")?.map(({ value, of }) => [value, of])).toEqual([
    [0, 11],
    [8, 18],
    [9, 20],
  ]);
});

test("Where C counts by city and no single record is there, the year has the number with its place, and no step", () => {
  const rows = traceDeepening(basis, [2015, 2016, 2017, 2018]);
  const yearOf = (partnership: string, fiscalYear: number) =>
    rows.find((row) => row.partnership === partnership)?.years.find((year) => year.fiscalYear === fiscalYear);
  // C, 8 (1) and (2): Shenyang 2 visits, 2 trainings of 6 people in FY2016.
  expect(yearOf("kawasaki-shenyang", 2016)?.published).toMatchObject([
    { step: "exchange", times: 2, people: null, place: { document: "c-2018" } },
    { step: "training", times: 2, people: 6 },
  ]);
  // C, 9 (1): Xiamen twice up to June 2018, Zhuhai not at all.
  expect(yearOf("jesc-xiamen", 2018)?.published).toMatchObject([{ step: "exchange", times: 2 }]);
  expect(yearOf("jesc-zhuhai", 2018)?.published).toEqual([]);
  // Single records stand before numbers; Yokkaichi has no joint research with Tianjin, whose visits are Kitakyushu's.
  expect(yearOf("jesc-xian", 2015)?.published).toEqual([]);
  expect(yearOf("yokkaichi-tianjin", 2016)?.published).toEqual([]);
  expect(yearOf("kitakyushu-tianjin", 2016)?.published).toMatchObject([{ times: 6 }, { times: 1, people: 4 }]);
  expect(yearOf("kitakyushu-tianjin", 2016)?.steps.exchange).toBeUndefined();
});
