import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../../../core/language.ts";
import { type Block, fillOutline, joinRuns } from "../../../documents/report.ts";
import type { Context } from "../../../platform/context.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { findPlaceholders } from "../../../testing/find-placeholders.ts";
import type { Composition, ReportKind } from "../report-kind.ts";
import { interimReport } from "./interim-report.ts";
import { yearlyReport } from "./yearly-report.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context.database.close());

const compose = (
  kind: ReportKind,
  language: Language,
  asOf: string,
  { fiscalYear = 2015, photographed = "" } = {},
): Promise<Composition> =>
  kind.compose({
    context,
    language,
    asOf,
    fiscalYear,
    subject: null,
    calendar: "gregorian",
    maker: "iges",
    written: {},
    photographsOf: async (activity) => (activity === photographed ? [photograph] : []),
  });
const photograph = {
  sha256: "a".repeat(64),
  mediaType: "image/jpeg",
  width: 4,
  height: 3,
  alt: "Trainees",
  caption: "Trainees in Hyogo",
  credit: "Hyogo",
} as const;

const textOf = (composition: Composition, name: string): string => {
  const value = composition.values[name];
  if (!value) throw new Error(`no value for ${name}`);
  return "text" in value ? value.text : value.blocks.map(writeBlock).join("\n");
};
const figure = ({ figures }: Composition, key: string): string | undefined =>
  figures.find((entry) => entry.key === key)?.value;

/** Everything that a reader sees. */
function writeBlock(block: Block): string {
  switch (block.is) {
    case "heading":
    case "contents":
      return "text" in block ? block.text : block.title;
    case "paragraph":
      return joinRuns(block.runs);
    case "list":
      return block.items.map(joinRuns).join("\n");
    case "facts":
      return block.rows.map(({ term, runs }) => `${term} ${joinRuns(runs)}`).join("\n");
    case "key-figures":
      return block.items.map(({ value, label }) => `${value} ${label}`).join("\n");
    case "table":
      return [block.caption ?? "", ...block.table.rows.flatMap(({ cells }) => cells.map(({ text }) => text))].join(
        "\n",
      );
    case "photographs":
      return block.photographs.map(({ caption }) => caption).join("\n");
    default:
      return "";
  }
}

test("the counts are those that the ministry's paper of January 2016 states", async () => {
  const report = await compose(interimReport, "ja", "2016-01-08");
  expect(textOf(report, "title")).toBe("2015年度の日中都市間連携協力事業の実施状況");
  expect(textOf(report, "consultations")).toBe(
    "都市間連携協力事業予算を使用して、7月以降現在まで連携促進のための現地協議を合計14回実施。年度内にさらに7回程度実施予定（表1参照）。",
  );
  const [trainings = "", delegation = ""] = textOf(report, "trainings").split("\n");
  expect(trainings).toContain("合計5回支援（広東省、瀋陽市、上海市2回、武漢市）");
  expect(trainings).toContain("さらに7回程度実施予定（邯鄲市、唐山市、江蘇省2回、瀋陽市、天津市、山西省）（表2参照）");
  expect(delegation).toContain("日中友好環境保全センターの代表団を日本に招聘（2015年10月13日～17日、幹部・実務者4名）");
  // The paper names Jiangsu and Guangdong for two seminars; the table beside it has their cities, Nanjing and Guangzhou.
  expect(textOf(report, "seminars")).toContain(
    "合計3回支援（南京市、天津市、上海市）。年度内にさらに5回程度開催予定（唐山市、武漢市、邯鄲市、広州市、瀋陽市）（表3参照）",
  );
  expect(textOf(report, "technical_consultations")).toContain(
    "国内協議を1回、現地協議を3回実施。年度内にさらに2回程度",
  );
  expect(textOf(report, "designated_consultations")).toContain("（重慶市、西安市、アモイ市、珠海市各2回）");
  expect(textOf(report, "designated_trainings")).toContain("指定都市等からの訪日研修を1回実施予定（表5参照）");
  expect(figure(report, "consultations/2015/times")).toBe("14回");
  expect(figure(report, "consultations-planned/2015/times")).toBe("7回");
});

test("on the day of the meeting itself the records hold one consultation more than its paper's text", async () => {
  // Row 15 of its table 1, of 12 January, has no shade: it was held, though the text counts it among those to come.
  const report = await compose(interimReport, "ja", "2016-01-19");
  expect(textOf(report, "consultations")).toContain("合計15回実施。年度内にさらに6回程度実施予定");
});

test("sentences agree with the tables beside them", async () => {
  const report = await compose(interimReport, "ja", "2016-01-08");
  const shaded = (name: string): [number, number] => {
    const value = report.values[name];
    const [block] = value && "blocks" in value ? value.blocks : [];
    if (block?.is !== "table") throw new Error(`no table ${name}`);
    const planned = block.table.rows.filter((row) => row.shaded).length;
    return [block.table.rows.length - planned, planned];
  };
  expect(shaded("table_consultations")).toEqual([14, 7]);
  expect(shaded("table_trainings")).toEqual([6, 7]);
  // One joint meeting, three local seminars and one that Yokkaichi paid for itself.
  expect(shaded("table_seminars")).toEqual([5, 5]);
});

test("each municipality stands in the order of the paper, with its activities as people wrote them", async () => {
  const report = await compose(interimReport, "ja", "2016-01-08", { photographed: "b-mun-hyogo-2" });
  const value = report.values.municipalities;
  const blocks = value && "blocks" in value ? value.blocks : [];
  const names = blocks.flatMap((block) => (block.is === "heading" ? block.text.replace(/^\d+．/, "") : []));
  expect(names.slice(0, 6)).toEqual(["北九州市", "兵庫県", "福岡県", "川崎市", "四日市市", "埼玉県"]);
  const hyogo = textOf(report, "municipalities").split("2．兵庫県")[1]?.split("3．福岡県")[0] ?? "";
  for (const text of [
    "●今年度の取組（4月から現在まで）",
    "●今年度の予定（1月～3月）",
    "●来年度（2016年度）以降の予定",
    "日程 2015年8月24日～27日",
    "主な成果 両県省の部長級覚書を前向きに検討",
    "Trainees in Hyogo",
  ])
    expect(hyogo).toContain(text);
  expect(textOf(report, "other_organisations")).toContain("11．独立行政法人国際協力機構");
  expect(report.gaps).toContain(
    "活動「瀋陽市環境保護局技術職員の訪日研修（川崎市）」（2015年10月18日～11月7日）：成果の記載がありません",
  );
  expect(report.records).toContainEqual({ kind: "activity", id: "b-mun-hyogo-1" });
});

test("of a year without records it gives what documents publish, marked, and never denies", async () => {
  const report = await compose(interimReport, "ja", "2018-06-30", { fiscalYear: 2018 });
  expect(textOf(report, "trainings")).toContain("訪日研修等招聘事業の実施を1回（5名）※支援");
  expect(textOf(report, "trainings")).toContain("※は公表資料の値");
  expect(textOf(report, "seminars")).toContain("日中合同会合を1回※開催（北京市）");
  expect(textOf(report, "technical_consultations")).toContain("訪問・技術交流を合計5回※実施");
  expect(textOf(report, "designated_consultations")).toContain("訪問・技術交流を合計4回※実施");
  expect(textOf(report, "designated_consultations")).not.toContain("記録はない");
});

test("plans dated before the fiscal year are named as gaps, and a government’s own sheet leaves no trace", async () => {
  const report = await compose(interimReport, "ja", "2016-01-08");
  const unlikely = report.gaps.filter((gap) => gap.includes("期間に入りません"));
  expect(unlikely).toHaveLength(3);
  expect(unlikely[0]).toContain("「北九州市・唐山市の連携促進協議」（2015年1月頃？）");
  const pages = textOf(report, "municipalities");
  expect(pages).not.toContain("実績表");
  expect(pages).toContain("天津市への職員派遣");
  expect(pages).not.toContain("北九州：職員");
  const seminars = textOf(report, "seminars");
  expect(seminars).toContain("地球環境戦略研究機関と日中友好環境保全センターが合同で都市間連携協力セミナーを開催");
  expect(seminars.split("12社")).toHaveLength(2);
  const chinese = await compose(interimReport, "zh", "2016-01-08");
  expect(textOf(chinese, "table_technical_consultations")).toContain("与北九州市环境局的协商");
  const everything = fillOutline(interimReport.outline("zh"), chinese.values).map(writeBlock).join("\n");
  expect(everything).not.toMatch(/）（|[ⅠⅡⅢ１２３]|实绩表/);
  expect(textOf(chinese, "other_organisations")).toContain("（十一）");
});

test("a year that is over has no rest, and what was planned has no result", async () => {
  const report = await compose(interimReport, "ja", "2016-04-01");
  const pages = textOf(report, "municipalities");
  expect(pages).not.toContain("今年度の予定");
  expect(pages).toContain("●2015年度の取組");
  expect(pages).toContain("●計画されたが実施結果の記録がない活動");
  expect(textOf(report, "consultations")).toContain("このほか6回が計画されたが、実施結果の記録はない");
});

test("the concerns of the last survey and of this one", async () => {
  const report = await compose(interimReport, "en", "2016-01-08");
  expect(textOf(report, "concerns_handled")).toContain("raised 7 concerns, of which 5 have been acted upon");
  expect(textOf(report, "concerns_remaining")).toContain(
    "10 concerns: 2 continue from the survey before and 8 are new.",
  );
});

test("the yearly report sets the year beside the one before, and published figures beside the records", async () => {
  const report = await compose(yearlyReport, "ja", "2018-06-30");
  expect(textOf(report, "summary")).toContain("関係者との協議調整 22回※（前年度13回）");
  const published = await compose(yearlyReport, "ja", "2018-06-30", { fiscalYear: 2018 });
  expect(textOf(published, "summary")).toContain("（前年度35回※）");
  expect(textOf(published, "key_figures")).toContain("（前年度 35回※）");
  expect(textOf(report, "differences")).toContain("−7");
  expect(textOf(report, "partnerships")).toContain("福岡県と江蘇省");
  // Before the document of 2018 is known, the records of the paper are all there is.
  const early = await compose(yearlyReport, "ja", "2016-03-31");
  expect(textOf(early, "comparison")).toContain("13回");
  expect(textOf(early, "comparison")).not.toContain("22回");
});

const cases = [interimReport, yearlyReport].flatMap((kind) =>
  languages.flatMap((language) =>
    (
      [
        ["2016-01-08", 2015],
        ["2018-06-30", 2015],
        ["2015-01-01", 2015],
        ["2018-06-30", 2014],
        ["2018-06-30", 2018],
      ] as const
    ).map(([asOf, fiscalYear]) => [kind.id, language, asOf, fiscalYear, kind] as const),
  ),
);

test.each(cases)("%s in %s as of %s for %i is whole", async (_id, language, asOf, fiscalYear, kind) => {
  const composition = await compose(kind, language, asOf, { fiscalYear });
  expect(Object.keys(composition.values).toSorted()).toEqual(kind.placeholders.map(({ name }) => name).toSorted());
  for (const { name, gives } of kind.placeholders)
    expect({ name, gives: Object.keys(composition.values[name] ?? {}) }).toEqual({ name, gives: [gives] });
  const outline = kind.outline(language);
  const used = new Set(outline.flatMap((block) => findPlaceholders(writeBlock(block))));
  for (const { name, required } of kind.placeholders) if (required) expect(used).toContain(name);
  for (const name of used) expect(kind.placeholders.map((placeholder) => placeholder.name)).toContain(name);
  const text = fillOutline(outline, composition.values).map(writeBlock).join("\n");
  expect(text).not.toMatch(/\{\{|undefined|NaN|\bnull\b|\[object/);
  expect(text).not.toMatch(/(?<![\d.,:])1 (trainings|consultations|seminars|executives|participants|times|people)\b/);
  const keys = composition.figures.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(await compose(kind, language, asOf, { fiscalYear })).toEqual(composition);
});
