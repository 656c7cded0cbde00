import { expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { describeProblem } from "./describe-problem.ts";
import { pageProblemCodes } from "./model.ts";

test("every problem has words in every language, with its own numbers or the usual ones", () => {
  for (const language of languages) {
    for (const code of pageProblemCodes)
      expect(describeProblem(language, code)).not.toMatch(/page_problem|[{}]|undefined/);
  }
  expect(describeProblem("en", "too-large")).toBe("It is too large to be read (limit 30 MB).");
  expect(describeProblem("en", { code: "too-large", values: { megabytes: 5 } })).toContain("limit 5 MB");
  expect(describeProblem("ja", "damaged")).toContain("壊れている");
});
