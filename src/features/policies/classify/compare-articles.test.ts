import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PolicyBlock } from "../blocks.ts";
import { listArticles } from "./articles.ts";
import { type ArticleDifference, compareArticles, compareWords } from "./compare-articles.ts";

function paragraphs(...texts: string[]): PolicyBlock[] {
  return texts.map((text) => ({ is: "paragraph", text }));
}

const older = paragraphs(
  "第一条　为了防治大气污染，保护和改善环境，制定本条例。",
  "第二条　本市行政区域内的大气污染防治，适用本条例。",
  "第三条　环境保护行政主管部门对大气污染防治实施统一监督管理。",
  "第四条　禁止在城市建成区内焚烧沥青、油毡、橡胶、塑料等产生有毒有害烟尘的物质。",
  "第五条　锅炉使用单位应当每季度报告一次燃料的来源和用量，并保存记录。",
);
const newer = paragraphs(
  "第一条　为了防治大气污染，保护和改善环境，保障公众健康，制定本条例。",
  "第二条　本市行政区域内的大气污染防治，适用本条例。",
  "第三条　锅炉使用单位应当每季度报告一次燃料的来源和用量，并保存记录。",
  "第四条　生态环境主管部门对大气污染防治实施统一监督管理。",
  "第五条　机动车生产企业应当公布排放检验信息和污染控制技术信息。",
);

function describeAll(differences: readonly ArticleDifference[]): string[] {
  return differences.map(({ change, before, after }) => `${change} ${before?.number ?? "-"}→${after?.number ?? "-"}`);
}

describe("two versions of a regulation", () => {
  test("clauses are found again by what they say, not by their number", () => {
    expect(describeAll(compareArticles(older, newer))).toEqual([
      "changed 第一条→第一条",
      "same 第二条→第二条",
      "removed 第四条→-",
      "renumbered 第五条→第三条",
      "moved 第三条→第四条",
      "added -→第五条",
    ]);
  });

  test("within a changed clause the words that came and went are marked", () => {
    expect(compareArticles(older, newer)[0]?.pieces).toEqual([
      { is: "same", text: "为了防治大气污染，保护和改善环境，" },
      { is: "added", text: "保障公众健康，" },
      { is: "same", text: "制定本条例。" },
    ]);
  });

  test("the same words under another number are renumbered", () => {
    const [first, second] = [paragraphs("第一条　甲方负责监测。"), paragraphs("第二条　甲方负责监测。")];
    expect(describeAll(compareArticles(first, second))).toEqual(["renumbered 第一条→第二条"]);
  });

  test("the pieces make up both texts", () => {
    for (const { before, after, pieces } of compareArticles(older, newer)) {
      const join = (left: string) =>
        pieces
          .filter(({ is }) => is !== left)
          .map(({ text }) => text)
          .join("");
      expect(join("added")).toBe(before?.text ?? "");
      expect(join("removed")).toBe(after?.text ?? "");
    }
  });

  test("an article holds its paragraphs and knows its chapter", () => {
    const articles = listArticles([
      { is: "heading", level: 2, text: "第二章 监督管理" },
      ...paragraphs("第六条　应当具备下列条件：", "（一）有固定场所；", "（二）有专职人员。"),
      { is: "signature", text: "2018年1月1日" },
    ]);
    expect(articles).toEqual([
      {
        number: "第六条",
        chapter: "第二章 监督管理",
        text: "应当具备下列条件：\n（一）有固定场所；\n（二）有专职人员。",
      },
    ]);
  });

  test("a document without articles is compared paragraph by paragraph", () => {
    const differences = compareArticles(
      paragraphs("加强扬尘管理工作。", "推广清洁能源。"),
      paragraphs("加强扬尘管理工作。"),
    );
    expect(differences.map(({ change }) => change)).toEqual(["same", "removed"]);
  });

  test("the width of brackets and digits is no change", () => {
    const [difference] = compareArticles(paragraphs("第一条 (一)满60周岁；"), paragraphs("第一条　（一）满６０周岁；"));
    expect(difference).toMatchObject({ change: "same", pieces: [{ is: "same", text: "（一）满６０周岁；" }] });
  });

  test("no words in common leave nothing the same", () => {
    expect(compareWords("煤炭", "臭氧").map(({ is }) => is)).toEqual(["removed", "added"]);
  });
});

/** Regulations in several dated versions, beside the project where it is developed; elsewhere the report says that they were left out. */
const folder = new URL("../../../../../shared/data/laws/", import.meta.url);
const isThere = existsSync(folder);

describe.skipIf(!isThere)("dated versions of real regulations (../shared/data/laws)", () => {
  const versions = Map.groupBy(
    (isThere ? readdirSync(folder) : []).filter((name) => /\(\d{4}-\d{2}-\d{2}\)\.md$/.test(name)).sort(),
    (name) => name.replace(/\(.*$/, ""),
  );
  const pairs = [...versions].flatMap(([title, names]) =>
    names.slice(1).map((name, index): [string, string, string] => [title, names[index] ?? "", name]),
  );

  const writtenAnew = new Set(["上海市科学技术进步条例", "中国人民解放军实施《药品管理法》办法"]);

  test("there are some", () => expect(pairs.length).toBeGreaterThanOrEqual(10));

  test.each(pairs)("%s: %s → %s", (title, before, after) => {
    const [first, second] = [readBlocks(before), readBlocks(after)];
    const differences = compareArticles(first, second);
    const [olderArticles, newerArticles] = [listArticles(first), listArticles(second)];
    expect(differences.flatMap((difference) => difference.after ?? [])).toEqual(newerArticles);
    expect(differences.flatMap((difference) => difference.before ?? []).length).toBe(olderArticles.length);
    expect(differences.some(({ change }) => change !== "same")).toBe(true);
    // Versions of one regulation have most of their clauses in common, where it was not written anew.
    const found = differences.filter((difference) => difference.before && difference.after).length;
    expect(found / Math.min(olderArticles.length, newerArticles.length)).toBeGreaterThan(
      writtenAnew.has(title) ? 0.1 : 0.5,
    );
    for (const { before: old, after: now, pieces } of differences) {
      const join = (left: string) =>
        pieces
          .filter(({ is }) => is !== left)
          .map(({ text }) => text)
          .join("");
      expect(join("added").normalize("NFKC")).toBe((old?.text ?? "").normalize("NFKC"));
      expect(join("removed")).toBe(now?.text ?? "");
    }
  });
});

function readBlocks(name: string): PolicyBlock[] {
  return readFileSync(new URL(encodeURIComponent(name), folder), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("<!--"))
    .map(
      (line): PolicyBlock =>
        line.startsWith("#")
          ? { is: "heading", level: 2, text: line.replace(/^#+\s*/, "") }
          : { is: "paragraph", text: line },
    );
}
