import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../core/language.ts";
import { joinRuns } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { findPlaceholders } from "../../../testing/find-placeholders.ts";
import { composeReport, emptyHeadings, factOf, makeReport, tableRows } from "../../../testing/make-report.ts";
import type { ReportKind } from "../report-kind.ts";
import { activityReport } from "./activity-report.ts";
import { coverLetter } from "./cover-letter.ts";
import { invitationLetter } from "./invitation-letter.ts";
import { midtermEvaluation } from "./midterm-evaluation.ts";
import { overview } from "./overview.ts";
import { partnershipRecord } from "./partnership-record.ts";

const kinds = [overview, midtermEvaluation, partnershipRecord, activityReport, invitationLetter, coverLetter];

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context?.database.close());

describe.each(kinds.flatMap((kind) => kind.languages.map((language) => ({ kind, language }))))(
  "$kind.id in $language",
  ({ kind, language }: { kind: ReportKind; language: Language }) => {
    it("names every required placeholder in its template and none that it does not declare", () => {
      const named = new Set(findPlaceholders(JSON.stringify(kind.outline(language))));
      const required = kind.placeholders.filter((placeholder) => placeholder.required).map(({ name }) => name);
      expect(required.filter((name) => !named.has(name))).toEqual([]);
      const declared = new Set(kind.placeholders.map(({ name }) => name));
      expect([...named].filter((name) => !declared.has(name))).toEqual([]);
    });

    it("gives every placeholder a value of its sort, and leaves none in the document", async () => {
      const { composition, texts } = await makeReport(context, kind, { language });
      for (const { name, gives } of kind.placeholders) expect(composition.values[name], name).toHaveProperty(gives);
      expect(Object.keys(composition.values).toSorted()).toEqual(kind.placeholders.map(({ name }) => name).toSorted());
      expect(texts.filter((text) => /\{|\}|undefined/.test(text))).toEqual([]);
    });

    it("has no heading without content and no empty paragraph that nobody put there", async () => {
      const { blocks, composition } = await makeReport(context, kind, { language });
      expect(emptyHeadings(blocks)).toEqual([]);
      expect(blocks.filter((block) => block.is === "paragraph" && joinRuns(block.runs) === "")).toEqual([]);
      expect(composition.title).not.toBe("");
      expect(composition.maker).not.toBe("");
    });
  },
);

it("documents every placeholder and labels every input in all languages", () => {
  for (const { placeholders, inputs } of kinds)
    for (const language of ["ja", "zh", "en"] as const) {
      for (const { description } of placeholders) expect(message(language, description)).not.toBe("");
      for (const { label, hint } of inputs) expect(message(language, label) + message(language, hint)).not.toBe("");
    }
});

describe("overview", () => {
  it("holds the tables of the overview of 2018", async () => {
    const { blocks } = await makeReport(context, overview);
    const numbers = (row: string[] | undefined) => row?.map((text) => text.replace(/\u2060?※/, ""));
    const summary = tableRows(blocks, "overview");
    expect(numbers(summary[0])).toEqual(["関係者との協議調整", "13回", "22回", "36回", "35回", "8回", "114回"]);
    expect(numbers(summary[4])?.slice(1)).toEqual([
      "8回、46名",
      "11回、71名",
      "10回、55名",
      "10回、71名",
      "1回、5名",
      "40回、248名",
    ]);
    expect(numbers(tableRows(blocks, "research-visits").at(-1))).toEqual([
      "合計",
      "12回",
      "16回",
      "5回",
      "9回",
      "42回",
    ]);
    expect(numbers(tableRows(blocks, "research-trainings").at(-1))).toEqual(["合計", "", "8回", "30名"]);
    expect(numbers(tableRows(blocks, "research-seminars")[0])?.slice(0, 2)).toEqual(["2016年度", "上海"]);
    expect(numbers(tableRows(blocks, "model-city-visits").at(-1))).toEqual([
      "合計",
      "8回",
      "7回",
      "8回",
      "6回",
      "29回",
    ]);
    expect(numbers(tableRows(blocks, "model-city-trainings").at(-1))).toEqual(["合計", "7回", "58名"]);
    expect(numbers(tableRows(blocks, "model-city-seminars")[2])).toEqual(["2017年度", "重慶、アモイ", "2回"]);
  });

  it("names the publisher of a Chinese document in the document's own language", async () => {
    const { texts } = await makeReport(context, overview);
    expect(texts.join("\n")).not.toContain("地球环境战略研究机关");
  });

  it("names the main results by city and by pair, and draws charts", async () => {
    const { blocks } = await makeReport(context, overview);
    expect(tableRows(blocks, "results-designated").map(([city]) => city)).toEqual([
      "重慶市",
      "西安市",
      "アモイ市",
      "珠海市",
    ]);
    const pairs = tableRows(blocks, "results-pairs").map(([pair]) => pair);
    expect(pairs).toEqual(
      expect.arrayContaining(["福岡県・江蘇省", "北九州市・上海市", "北九州市・大連市", "川崎市・瀋陽市"]),
    );
    const charts = blocks.filter((block) => block.is === "chart");
    expect(charts.length).toBeGreaterThan(2);
    for (const chart of charts) expect(chart.is === "chart" && chart.chart.alt).toMatch(/\d/);
  });

  it("tells nothing that nobody knew on its day", async () => {
    const { blocks, texts } = await makeReport(context, overview, { asOf: "2016-01-19" });
    expect(texts.join("\n")).not.toMatch(/114回|2018年6月/);
    expect(tableRows(blocks, "results-pairs").map(([pair]) => pair)).not.toContain("北九州市・大連市");
    expect(tableRows(blocks, "overview")[0]).toHaveLength(4);
    expect(tableRows(blocks, "research-seminars")).toEqual([]);
    expect(tableRows(blocks, "research-visits").map(([year]) => year)).toEqual(["2015年度", "合計"]);
    expect(emptyHeadings(blocks)).toEqual([]);
  });

  it("notes every number that it prints in a table", async () => {
    const { composition } = await makeReport(context, overview);
    const values = new Map(composition.figures.map(({ key, value }) => [key, value]));
    expect(values.get("overview/consultations/total/times")).toBe("114回");
    expect(values.get("partnerships/count")).toBe("20組");
    expect(new Set(composition.figures.map(({ key }) => key)).size).toBe(composition.figures.length);
    expect(composition.records.filter(({ kind }) => kind === "activity").length).toBeGreaterThan(20);
  });
});

describe("mid-term evaluation", () => {
  it("lists the eleven municipalities with their types and its remark", async () => {
    const { blocks, texts, composition } = await makeReport(context, midtermEvaluation);
    const types = tableRows(blocks, "achievements").map(([name, type]) => `${name} ${type}`);
    expect(types).toEqual([
      "埼玉県 A",
      "東京都 B",
      "富山県 B",
      "長野県 A",
      "兵庫県 A",
      "福岡県 B",
      "川崎市 B",
      "四日市市 A",
      "神戸市 A",
      "北九州市 B",
      "大分市 A",
    ]);
    expect(composition.title).toContain("2014年度～2016年度");
    const table = blocks.find((block) => block.is === "table" && block.table.id === "achievements");
    const notes = table?.is === "table" ? table.table.notes : [];
    expect(notes.some((note) => note.startsWith("富山県：JICA"))).toBe(true);
    expect(notes.filter((note) => /^[AB]：/.test(note))).toHaveLength(2);
    expect(texts.join("\n")).toContain("対象は11自治体");
  });

  it("reviews progress, outcomes and tasks in the words on record", async () => {
    const { blocks } = await makeReport(context, midtermEvaluation, { language: "zh" });
    const lists = blocks.flatMap((block) => (block.is === "list" ? [block.items.map(joinRuns)] : []));
    expect(lists.slice(0, 3).map(({ length }) => length)).toEqual([4, 4, 4]);
    expect(lists[0]?.[0]).toBe("参与的中日两国地方政府逐年增加");
  });

  it("says where numbers of a late year are those that the sources name, and which years have none", async () => {
    const { blocks, composition } = await makeReport(context, midtermEvaluation, { asOf: "2017-03-31" });
    const notesOf = (id: string) =>
      blocks.flatMap((block) => (block.is === "table" && block.table.id === id ? block.table.notes : [])).join("\n");
    expect(notesOf("participation")).toContain("2016年度の数は、2017年3月31日現在の資料に名前のある組だけ");
    expect(composition.gaps.some((gap) => gap.includes("2016年度の数が2015年度より少なく"))).toBe(true);
    expect(notesOf("research-visits")).toContain("2016年度は、2017年3月31日現在で記録なし。合計は");
    expect(notesOf("research-visits")).toContain("0ではない");
    expect(notesOf("research-visits")).not.toContain("2018年度");
    expect(tableRows(blocks, "research-trainings")[1]).toEqual(["2016年度", "—", "—"]);
    const later = await makeReport(context, midtermEvaluation);
    expect(JSON.stringify(later.blocks)).not.toMatch(/2016年度の数は|記録なし/);
    expect(later.composition.gaps).toEqual([]);
  });

  it("keeps to one style of Japanese", async () => {
    for (const kind of [overview, midtermEvaluation]) {
      const { blocks } = await makeReport(context, kind);
      expect(JSON.stringify(blocks)).not.toMatch(/(です|ます|ません)[。）<]/);
    }
  });

  it("says what is missing before anybody has evaluated", async () => {
    const { blocks, composition } = await makeReport(context, midtermEvaluation, { asOf: "2015-12-31" });
    expect(composition.gaps).toContain(message("ja", "report.midterm.gap.achievements"));
    expect(emptyHeadings(blocks)).toEqual([]);
  });
});

describe("record of a partnership", () => {
  it("tells of ties, agreements, wishes, work by year and projects", async () => {
    const { blocks, composition } = await makeReport(context, partnershipRecord);
    expect(factOf(blocks, message("ja", "partnershipPage.basis"))).toBe("友好都市関係");
    expect(tableRows(blocks, "agreements")[1]?.[3]).toContain("広東省環境保護庁　庁長");
    expect(tableRows(blocks, "years")[1]?.slice(0, 5)).toEqual(["2015年度", "実施（類型の記載なし）", "1", "1", "6名"]);
    expect(tableRows(blocks, "activities-2014")).toHaveLength(2);
    expect(blocks.some((block) => block.is === "table" && block.table.rows.some(({ shaded }) => shaded))).toBe(true);
    const used = new Set(composition.records.map(({ kind }) => kind));
    expect([...used].toSorted()).toEqual([
      "achievement",
      "activity",
      "agreement",
      "need",
      "partnership",
      "plan",
      "project",
    ]);
  });

  it("says that steps of projects tell of years without single activities, and puts them in order", async () => {
    const { blocks, texts } = await makeReport(context, partnershipRecord, { subject: "kitakyushu-shanghai" });
    const years = blocks.find((block) => block.is === "table" && block.table.id === "years");
    expect(years?.is === "table" && years.table.notes.join("\n")).toContain(
      "2016年度～2018年度は個々の活動の記録がなく",
    );
    const steps = blocks.flatMap((block) =>
      block.is === "table" && block.table.id.startsWith("milestones-") ? block.table.rows : [],
    );
    const dates = steps.map(({ cells }) => cells[0]?.text);
    // Printed as February 2015, after the talks of autumn 2015 that it follows: placed where it belongs.
    expect(dates.indexOf("2015年11月12日")).toBeLessThan(dates.findIndex((date) => /^201[56]年2月頃/.test(date ?? "")));
    expect(dates).toContain("2016年度");
    expect(dates.indexOf("2015年9月27日")).toBeLessThan(dates.indexOf("2015年11月12日"));
    expect(texts.join("\n")).not.toContain("2016年4月～2017年3月");
  });

  it("introduces places in sources of another language, and marks them", async () => {
    const { blocks } = await makeReport(context, partnershipRecord, { subject: "kitakyushu-shanghai", language: "en" });
    const items = blocks.flatMap((block) => (block.is === "list" ? block.items : []));
    const runs = items.find(([run]) => run?.text.startsWith("Policy for the Next Fiscal Year"));
    expect(runs?.map(({ text }) => text).slice(1, 2)).toEqual([" (in Japanese: "]);
    expect(runs?.[2]).toMatchObject({ language: "ja", text: expect.stringContaining("番号10") });
  });

  it("stays short and whole where little is on record, and says what is not", async () => {
    const { blocks, composition } = await makeReport(context, partnershipRecord, { subject: "oita-wuhan" });
    expect(emptyHeadings(blocks)).toEqual([]);
    const headings = blocks.flatMap((block) => (block.is === "heading" ? [block.text] : []));
    expect(headings).toEqual(["基本情報", "年度ごとの取組", "主な成果（中間評価）", "出典"]);
    expect(composition.gaps).toContain(message("ja", "report.partnership.gap.activities"));
  });

  it("shows photographs of its activities once", async () => {
    const photograph = { sha256: "a".repeat(64), mediaType: "image/jpeg" as const, width: 4, height: 3 };
    const { blocks } = await makeReport(context, partnershipRecord, {
      photographsOf: async () => [{ ...photograph, alt: "会議室", caption: "協議", credit: "兵庫県" }],
    });
    expect(blocks.filter((block) => block.is === "photographs")).toEqual([
      { is: "photographs", photographs: [expect.objectContaining({ caption: "協議" })] },
    ]);
  });
});

describe("report of an activity", () => {
  it("has who, when, where, how many, what and what came of it", async () => {
    const { blocks, texts } = await makeReport(context, activityReport, { subject: "b-mun-hyogo-2" });
    expect(factOf(blocks, "日程")).toBe("2015年9月8日～17日");
    expect(factOf(blocks, "派遣")).toBe("広東省環境保護庁");
    expect(factOf(blocks, "人数")).toBe("広東：参加者6名、企業3社");
    expect(texts).toContain("両県省の交流促進、県内企業からの情報提供");
    expect(texts.at(-1)).toMatch(/^出典：2015年度の都市間連携協力事業の実施状況等/);
  });

  it("is written as a plan and says so where nobody has recorded that it was held", async () => {
    const { blocks, composition } = await makeReport(context, activityReport, {
      subject: "b-sem-2015-05",
      asOf: "2016-01-19",
    });
    expect(factOf(blocks, "日程")).toContain("調整中");
    expect(emptyHeadings(blocks)).toEqual([]);
    expect(composition.gaps).toContain(message("ja", "report.activity.gap.notHeld"));
  });
});

it("knows no document of a record that does not exist", async () => {
  for (const kind of [partnershipRecord, activityReport, invitationLetter])
    await expect(composeReport(context, kind, { subject: "no-such-record" })).rejects.toMatchObject({
      code: "not-found",
    });
});
