import { describe, expect, test } from "vitest";
import type { PolicyBlock } from "../blocks.ts";
import { chooseOriginal, type OriginalCandidate } from "./choose-original.ts";
import { findLinks, type LinkCandidate } from "./find-links.ts";
import { findReferences } from "./find-references.ts";
import { titleKey } from "./title-key.ts";

const candidates: LinkCandidate[] = [
  {
    id: "ten",
    title: "国务院关于印发大气污染防治行动计划的通知",
    documentNumber: "国发〔2013〕37号",
    day: "2013-09-10",
  },
  { id: "blue", title: "打赢蓝天保卫战三年行动计划", documentNumber: "国发〔2018〕22号", day: "2018-06-27" },
  { id: "air-law-2000", title: "大气污染防治法", documentNumber: null, day: "2000-04-29" },
  { id: "air-law-2015", title: "中华人民共和国大气污染防治法（2015年修订）", documentNumber: null, day: "2015-08-29" },
  { id: "gb-2003", title: "火电厂大气污染物排放标准", documentNumber: "GB 13223-2003", day: "2003-12-23" },
  { id: "jinan-old", title: "济南市大气污染防治条例", documentNumber: null, day: "1998-10-12" },
  { id: "notice", title: "关于加强扬尘管理的通知", documentNumber: "鲁环发〔2012〕5号", day: "2012-03-01" },
];

function linksOf(title: string, text = "", others: { documentNumber?: string; day?: string } = {}): string[] {
  const blocks = text.split("\n").map((line): PolicyBlock => ({ is: "paragraph", text: line }));
  const subject = {
    id: "new",
    title,
    documentNumber: others.documentNumber ?? null,
    blocks,
    day: others.day ?? "2018-12-01",
  };
  return findLinks(subject, candidates).map(({ kind, target }) => `${kind} ${target}`);
}

describe("links", () => {
  test.each<[string, string, string[]]>([
    ["《打赢蓝天保卫战三年行动计划》解读", "", ["interprets blue"]],
    ["打赢蓝天保卫战三年行动计划政策解读", "", ["interprets blue"]],
    ["生态环境部就《打赢蓝天保卫战三年行动计划》答记者问", "", ["interprets blue"]],
    ["全国人民代表大会常务委员会关于修改《中华人民共和国大气污染防治法》的决定", "", ["amends air-law-2015"]],
    ["关于废止《关于加强扬尘管理的通知》的决定", "", ["repeals notice"]],
    ["关于废止部分文件的公告", "现决定废止鲁环发[2012]5号文件。", ["repeals notice"]],
    ["北京市行动计划", "为贯彻落实《大气污染防治行动计划》（国发〔2013〕37号），制定本计划。", ["implements ten"]],
    ["省条例", "根据《中华人民共和国大气污染防治法》等法律，制定本条例。", ["mentions air-law-2015"]],
    [
      "省通知",
      "为落实《打赢蓝天保卫战三年行动计划》，根据《大气污染防治法》，现通知如下。",
      ["implements blue", "mentions air-law-2015"],
    ],
    ["省长谈蓝天", "全省贯彻落实《打赢蓝天保卫战三年行动计划》。", ["mentions blue"]],
    ["河北省实施《中华人民共和国大气污染防治法》办法", "", ["implements air-law-2015"]],
    [
      "扬尘管理办法",
      "本办法自2018年1月1日起施行，《关于加强扬尘管理的通知》（鲁环发〔2012〕5号）同时废止。",
      ["replaces notice"],
    ],
    ["火电厂大气污染物排放标准", "本标准代替GB 13223—2003。", ["replaces gb-2003"]],
    ["会议通报", "会议学习了《打赢蓝天保卫战三年行动计划》。", ["mentions blue"]],
    ["会议通报", "会议没有讨论任何文件。", []],
    ["关于转发《大气污染防治行动计划》的通知", "", []],
  ])("%s %s", (title, text, links) => {
    const all = linksOf(title, text).filter((link) => !link.startsWith("version-of"));
    // A notice that forwards a plan has the plan's key: it is the same document elsewhere, not one that names it.
    expect(all).toEqual(title.includes("转发") ? ["implements ten"] : links);
  });

  test("another day's document of the same title is a version, a repost of the same week is not", () => {
    expect(linksOf("济南市大气污染防治条例", "", { day: "2016-11-26" })).toEqual(["version-of jinan-old"]);
    expect(linksOf("济南市大气污染防治条例（修订）", "", { day: "1998-10-15" })).toEqual([]);
  });

  test("an amended regulation that keeps its number is a version, a repost with a later day is not", () => {
    const first = {
      id: "first",
      title: "道路运输条例",
      documentNumber: "国务院令第406号",
      day: "2019-03-02",
      written: "2019-03-02",
    };
    const versionOf = (written: string, day: string) =>
      findLinks({ ...first, id: "new", blocks: [], written, day }, [first]).map(({ kind }) => kind);
    expect(versionOf("2022-03-29", "2022-03-29")).toEqual(["version-of"]);
    expect(versionOf("2019-03-02", "2019-07-02")).toEqual([]);
    const short = { ...first, title: "慈善法", documentNumber: null };
    const newer = {
      ...short,
      id: "new",
      title: "中华人民共和国慈善法",
      blocks: [],
      day: "2023-12-29",
      written: "2023-12-29",
    };
    expect(findLinks(newer, [short]).map(({ kind }) => kind)).toEqual(["version-of"]);
  });

  test("of two versions the one in force on that day is meant", () => {
    const text = "根据《大气污染防治法》，制定本办法。";
    expect(linksOf("办法", text, { day: "2014-05-01" })).toEqual(["mentions air-law-2000"]);
  });

  test("nothing refers to itself", () => {
    const text = "现将《打赢蓝天保卫战三年行动计划》印发给你们。";
    expect(
      linksOf("国务院关于印发打赢蓝天保卫战三年行动计划的通知", text, { documentNumber: "国发〔2018〕22号" }),
    ).toEqual([]);
  });

  test("a reference keeps its sentence", () => {
    const blocks: PolicyBlock[] = [
      { is: "paragraph", text: "第一句。根据《大气污染防治法》和国发〔2013〕37号，制定本办法。" },
    ];
    expect(findReferences({ title: "办法", documentNumber: null, blocks })).toEqual([
      {
        kind: "mentions",
        number: null,
        title: "大气污染防治法",
        where: "text",
        evidence: "根据《大气污染防治法》和国发〔2013〕37号，制定本办法",
      },
      {
        kind: "mentions",
        number: "国发〔2013〕37号",
        title: null,
        where: "text",
        evidence: "根据《大气污染防治法》和国发〔2013〕37号，制定本办法",
      },
    ]);
  });
});

test("titles are compared without what editions add", () => {
  const key = titleKey("大气污染防治法");
  expect(titleKey("中华人民共和国大气污染防治法（2018年修正）")).toBe(key);
  expect(titleKey("关于印发《大气污染防治法》的通知")).toBe(key);
  expect(titleKey("关于修改《大气污染防治法》的决定")).not.toBe(key);
  expect(titleKey("《大气污染防治法》解读")).not.toBe(key);
});

describe("the original among reposts", () => {
  const base: OriginalCandidate = {
    id: "a",
    bodies: ["mep"],
    documentNumber: null,
    url: null,
    sourceBody: null,
    sourceAddress: null,
    day: "2016-05-02",
    foundAt: new Date("2016-05-03T00:00:00Z"),
  };
  const ownSource = { sourceBody: "mee", sourceAddress: "https://www.mee.gov.cn/xxgk/" };
  test.each<[string, OriginalCandidate[], string, string]>([
    ["alone", [base], "a", "only"],
    [
      "own site",
      [
        { ...base, documentNumber: "环发〔2016〕1号", day: "2016-05-01" },
        { ...base, id: "b", sourceBody: "mep" },
      ],
      "b",
      "own-site",
    ],
    ["own site after the reform", [base, { ...base, id: "b", sourceBody: "mee" }], "b", "own-site"],
    [
      "own host, of two that the own source led to",
      [
        { ...base, ...ownSource, url: "http://www.gov.cn/x.html", day: "2016-05-01" },
        { ...base, ...ownSource, id: "b", url: "http://dqhj.mee.gov.cn/x.html" },
      ],
      "b",
      "own-host",
    ],
    ["number", [base, { ...base, id: "b", documentNumber: "环发〔2016〕1号" }], "b", "has-number"],
    ["earliest", [base, { ...base, id: "b", day: "2016-05-01" }], "b", "earliest"],
    ["found first", [base, { ...base, id: "b", foundAt: new Date("2016-05-02T00:00:00Z") }], "b", "found-first"],
  ])("%s", (_, items, id, reason) => {
    const mep = {
      id: "mep",
      level: "ministry" as const,
      name: {},
      aliases: [],
      codes: [],
      region: null,
      since: null,
      until: null,
      successor: "mee",
      organisation: null,
    };
    expect(chooseOriginal(items, [mep])).toEqual({ id, reason });
    expect(chooseOriginal(items.toReversed(), [mep])).toEqual({ id, reason });
  });

  test("of nothing there is none", () => expect(chooseOriginal([])).toBeNull());
});
