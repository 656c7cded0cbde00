import { describe, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import {
  describeImportanceReasons,
  describeKindReason,
  describeLinkReasons,
  describeTagReasons,
} from "./describe-reasons.ts";
import { importanceRules } from "./importance-rules.ts";
import { kindRules } from "./kind-rules.ts";
import { charactersForOneMention, shortText } from "./tag-topics.ts";

const names = {
  body: (id: string) => `body ${id}`,
  region: (id: string) => `region ${id}`,
  topic: (id: string) => `topic ${id}`,
};

describe("reasons in words", () => {
  test("what stands in title and text is one sentence", () => {
    const reasons = [
      { rule: "term", term: "臭氧", where: "title" as const, times: 1 },
      { rule: "term", term: "臭氧", where: "text" as const, times: 7 },
      { rule: "term", term: "O3", where: "text" as const, times: 2 },
    ];
    expect(describeTagReasons(reasons, "ja", names)).toEqual([
      "「臭氧」が表題に1回、本文に7回あります",
      "「O3」が本文に2回あります",
    ]);
    expect(describeTagReasons(reasons, "zh", names)[0]).toBe("“臭氧”在标题中出现1次、正文中出现7次");
    expect(describeTagReasons(reasons, "en", names)[0]).toBe("“臭氧” stands once in the title and 7 times in the text");
  });

  test("a heading and a kind are said, and the page of rules states the numbers that hold", () => {
    const reasons = [
      { rule: "term", term: "臭氧", where: "title" as const, times: 1 },
      { rule: "heading", term: "臭氧", where: "text" as const, times: 7 },
      { rule: "heading", term: "O3", where: "text" as const, times: 1 },
      { rule: "kind", term: "行动计划", where: "title" as const, times: 1 },
    ];
    expect(describeTagReasons(reasons, "zh", names)).toEqual([
      "“臭氧”在标题中出现1次，并见于小标题或首段（正文共7次）",
      "“O3”见于小标题或首段（正文共1次）",
      "按类别标注（类别根据“行动计划”判定）",
    ]);
    for (const language of languages)
      for (const number of [charactersForOneMention, shortText])
        expect(message(language, "desk.rules.topicsLead")).toContain(String(number));
  });

  test("a region may have several grounds", () => {
    const reasons = [
      { rule: "issuer", term: "济南市环境保护局", where: "body" as const, times: 1 },
      { rule: "source", term: "jinan-epb", where: "source" as const, times: 1 },
      { rule: "scope", term: "济南市", where: "text" as const, times: 1 },
    ];
    expect(describeTagReasons(reasons, "en", names)).toEqual([
      "It was issued by “济南市环境保护局”",
      "It was found on a source of this region (body jinan-epb)",
      "A clause on where it applies names “济南市”",
    ]);
  });

  test("importance shows its points, and none where a rule ends the matter", () => {
    const reasons = [
      { rule: "issuer-state", term: "state-council", where: "body" as const, times: 3 },
      { rule: "kind-news", term: "news", where: "title" as const, times: -1 },
      { rule: "repost", term: "mep", where: "source" as const, times: 1 },
    ];
    expect(describeImportanceReasons(reasons, "ja", names).map(({ points }) => points)).toEqual(["3点", "-1点", null]);
  });

  test("every rule that there is has its sentence in every language", () => {
    for (const { rule } of importanceRules) expect(findMessageKey(`classify.importance.${rule}`), rule).not.toBeNull();
    for (const { id } of kindRules)
      for (const language of languages) expect(describeKindReason(`${id}: 条例`, language), id).toContain("条例");
    expect(describeKindReason("no-rule", "en")).toBe("No rule fits, so it is taken for news");
    expect(describeKindReason("og:type", "en")).toBeNull();
    expect(describeKindReason(undefined, "en")).toBeNull();
  });

  test("a link says what is named", () => {
    const reasons = [{ rule: "names-number", term: "国发〔2013〕37号", where: "text" as const, times: 2 }];
    expect(describeLinkReasons(reasons, "ja")).toEqual(["文書番号「国发〔2013〕37号」を2回挙げています"]);
  });
});
