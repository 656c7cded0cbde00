import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFolder } from "../../cli/open-context.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { checkContent } from "../../records/check.ts";
import type { Cells, RecordContent } from "../../records/kind.ts";
import { readContents } from "../../records/tables.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { changeRows, copySample } from "../../testing/programme-folder.ts";
import { projectKind } from "./record-kind.ts";
import { findBrokenProjectRules } from "./rules.ts";

const measured: Cells = {
  number: "1",
  stage: "effect",
  state: "achieved",
  text_ja: "VOC排出の削減",
  indicator_ja: "VOC排出量",
  unit: "t/年",
  baseline_value: "120",
  baseline_period: "2015",
  target_value: "90",
  target_period: "2018",
  method_ja: "物質収支による推計",
};
const actual: Cells = { result: "1", period: "2017", value: "101.5", uncertainty: "4" };

function broken(results: Cells[], actuals: Cells[], others: RecordContent["parts"] = {}): string[] {
  const content = { fields: {}, parts: { project_results: results, project_actuals: actuals, ...others } };
  return findBrokenProjectRules(content).map(({ sheet, row, column, rule }) => `${sheet} ${row} ${column} ${rule}`);
}

describe("an effect is held to what it is measured against", () => {
  test("a whole chain of values breaks nothing", () => {
    expect(broken([measured], [actual])).toEqual([]);
  });

  test("without unit, baseline and method each is named at its cell", () => {
    const { unit, baseline_value, baseline_period, method_ja, target_value, target_period, ...bare } = measured;
    expect(broken([bare], [actual])).toEqual([
      "project_results 0 unit indicator-without-unit",
      "project_results 0 baseline_value indicator-without-baseline",
      "project_results 0 method_ja indicator-without-method",
    ]);
    expect(broken([{ ...bare, state: "not-measured" }], [])).toEqual([]);
  });

  test.each<[string, Cells, Cells[], string]>([
    [
      "a target with no indicator",
      { indicator_ja: "", unit: "", baseline_value: "", baseline_period: "" },
      [],
      "project_results 0 target_value value-without-indicator",
    ],
    [
      "a baseline with no period",
      { baseline_period: "" },
      [actual],
      "project_results 0 baseline_period value-without-period",
    ],
    ["a period with no value", { target_value: "" }, [actual], "project_results 0 target_value period-without-value"],
    [
      "a target before the baseline",
      { target_period: "2014" },
      [actual],
      "project_results 0 target_period target-before-baseline",
    ],
    ["achieved and nothing measured", {}, [], "project_results 0 state achieved-without-actual"],
    [
      "a value of what is not measured",
      { state: "not-measured" },
      [actual],
      "project_actuals 0 result actual-of-not-measured",
    ],
    [
      "a value of no indicator",
      { indicator_ja: "", unit: "", baseline_value: "", baseline_period: "", target_value: "", target_period: "" },
      [actual],
      "project_actuals 0 result actual-without-indicator",
    ],
    [
      "a value before the baseline",
      {},
      [actual, { ...actual, period: "2014-04/2015-03" }],
      "project_actuals 1 period actual-before-baseline",
    ],
    ["a value of another number", {}, [actual, { ...actual, result: "7" }], "project_actuals 1 result unknown-result"],
    [
      "a policy where nothing was taken up",
      { policy: "blue-sky-2018" },
      [actual],
      "project_results 0 policy policy-of-other-stage",
    ],
  ])("%s", (_, change, actuals, expected) => {
    expect(broken([{ ...measured, ...change }], actuals)).toContain(expected);
  });

  test("what took a result up has a name, in the list or in words", () => {
    const uptake = { number: "1", stage: "uptake", state: "achieved", text_ja: "計画への反映" };
    expect(broken([uptake], [])).toEqual(["project_results 0 policy uptake-without-policy"]);
    expect(broken([{ ...uptake, policy_text_zh: "湘潭市规划" }], [])).toEqual([]);
    expect(broken([{ ...uptake, policy: "blue-sky-2018" }], [])).toEqual([]);
  });

  test("a milestone belongs to a phase that is there", () => {
    const parts = { project_phases: [{ number: "2" }], project_milestones: [{ phase: "2" }, { phase: "3" }, {}] };
    expect(broken([], [], parts)).toEqual(["project_milestones 1 phase unknown-phase"]);
  });
});

describe("with the sample programme", () => {
  let context: Context;
  beforeAll(async () => {
    context = await createLoadedContext();
  });
  afterAll(() => context.database.close());

  test("a form is held to the rules, and a cell with a problem of its own is told of that only", async () => {
    const content = await read(context.database, async (transaction) => {
      const found = await readContents(transaction, projectKind, ["model-fukuoka-jiangsu"]);
      return found.get("model-fukuoka-jiangsu");
    });
    if (!content) throw new Error("the sample has no such project");
    expect(content.parts.project_phases).toHaveLength(3);
    const spoilt: RecordContent = {
      ...content,
      parts: {
        ...content.parts,
        project_results: [{ ...measured, unit: "" }],
        project_actuals: [{ ...actual, result: "x" }],
      },
    };
    const { problems } = await read(context.database, (transaction) =>
      checkContent(transaction, projectKind, "model-fukuoka-jiangsu", spoilt, "submit"),
    );
    const told = problems.filter(({ column }) => column === "unit" || column === "result");
    expect(told.map(({ column, reason, expected }) => [column, reason, expected])).toEqual([
      ["result", "bad-integer", null],
      ["unit", "broken-rule", "indicator-without-unit"],
    ]);
  });

  test("files are held to the same rules, by file and line", async () => {
    const folder = await copySample();
    await changeRows(folder, "project_results", (row) =>
      row.project === "jica-nox" && row.stage === "uptake"
        ? { ...row, policy_text_ja: "", policy_text_zh: "", policy_text_en: "" }
        : row,
    );
    await appendFile(
      join(folder, "project_actuals.csv"),
      "project,result,period,period_text,value,uncertainty,source,source_place,source_row\r\njica-nox,6,2016,,1,,b-2015,x,\r\n",
    );
    const { problems } = await loadFolder(context, { directory: folder, replace: true, dryRun: true });
    await rm(folder, { recursive: true });
    expect(
      problems.map(({ file, line, column, expected }) => [file, line !== null && line > 1, column, expected]),
    ).toEqual([
      ["project_results.csv", true, "policy", "uptake-without-policy"],
      ["project_actuals.csv", true, "result", "actual-of-not-measured"],
    ]);
  });
});
