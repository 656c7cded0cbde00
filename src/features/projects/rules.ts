import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import type { BrokenRule, Cells, RecordContent } from "../../records/kind.ts";

/**
 * What must hold between the cells of a project, so that no effect is claimed without what it is measured against: a value has an
 * indicator, an indicator a unit, a baseline and a method, or the record says that nothing was measured.
 */
export function findBrokenProjectRules({ parts }: RecordContent): BrokenRule[] {
  const results = parts.project_results ?? [];
  const actuals = parts.project_actuals ?? [];
  return [
    ...checkPhases(parts.project_milestones ?? [], parts.project_phases ?? []),
    ...results.flatMap((result, row) => checkResult(result, row, actuals)),
    ...actuals.flatMap((actual, row) => checkActual(actual, row, results)),
  ];
}

function checkPhases(milestones: readonly Cells[], phases: readonly Cells[]): BrokenRule[] {
  const known = new Set(phases.map(({ number }) => number));
  return milestones.flatMap(({ phase = "" }, row) =>
    phase === "" || known.has(phase)
      ? []
      : [{ sheet: "project_milestones", row, column: "phase", rule: "unknown-phase", value: phase }],
  );
}

function checkResult(result: Cells, row: number, actuals: readonly Cells[]): BrokenRule[] {
  const broken = (column: string, rule: string): BrokenRule => ({
    sheet: "project_results",
    row,
    column,
    rule,
    value: result[column] ?? "",
  });
  const has = (column: string) => (result[column] ?? "") !== "";
  const lacks = (column: string, rule: string) => (has(column) ? [] : [broken(column, rule)]);
  const isHeld = hasText(result, "indicator") && result.state !== "not-measured";
  const valueColumns = ["unit", "baseline_value", "target_value"].filter(has);
  return [
    ...(hasText(result, "indicator") ? [] : valueColumns.map((column) => broken(column, "value-without-indicator"))),
    ...(isHeld && result.stage === "effect"
      ? [
          ...lacks("unit", "indicator-without-unit"),
          ...lacks("baseline_value", "indicator-without-baseline"),
          ...(hasText(result, "method") ? [] : [broken("method_ja", "indicator-without-method")]),
        ]
      : []),
    ...checkPair(result, "baseline", broken),
    ...checkPair(result, "target", broken),
    ...(has("target_period") && isBefore(result.target_period, result.baseline_period)
      ? [broken("target_period", "target-before-baseline")]
      : []),
    ...(isHeld && result.state === "achieved" && !actuals.some((actual) => actual.result === result.number)
      ? [broken("state", "achieved-without-actual")]
      : []),
    ...(result.stage === "uptake" || !has("policy") ? [] : [broken("policy", "policy-of-other-stage")]),
    ...(result.stage === "uptake" && result.state === "achieved" && !has("policy") && !hasText(result, "policy_text")
      ? [broken("policy", "uptake-without-policy")]
      : []),
  ];
}

/** A value says nothing without its period, nor a period without its value. */
function checkPair(
  result: Cells,
  name: "baseline" | "target",
  broken: (column: string, rule: string) => BrokenRule,
): BrokenRule[] {
  const [value, period] = [result[`${name}_value`] ?? "", result[`${name}_period`] ?? ""];
  if ((value === "") === (period === "")) return [];
  return [
    value === "" ? broken(`${name}_value`, "period-without-value") : broken(`${name}_period`, "value-without-period"),
  ];
}

function checkActual(actual: Cells, row: number, results: readonly Cells[]): BrokenRule[] {
  const broken = (column: string, rule: string): BrokenRule[] => [
    { sheet: "project_actuals", row, column, rule, value: actual[column] ?? "" },
  ];
  if ((actual.result ?? "") === "") return [];
  const result = results.find(({ number }) => number === actual.result);
  if (!result) return broken("result", "unknown-result");
  if (result.state === "not-measured") return broken("result", "actual-of-not-measured");
  if (!hasText(result, "indicator")) return broken("result", "actual-without-indicator");
  return isBefore(actual.period, result.baseline_period) ? broken("period", "actual-before-baseline") : [];
}

function hasText(cells: Cells, name: string): boolean {
  return (["ja", "zh", "en"] as const).some((language) => (cells[`${name}_${language}`] ?? "") !== "");
}

/** Begins before the other begins; periods that cannot be read are said elsewhere. */
function isBefore(period = "", other = ""): boolean {
  const [first, second] = [parseEdtf(period), parseEdtf(other)];
  if (!first.ok || !second.ok) return false;
  const [from, otherFrom] = [edtfBounds(first.value).from, edtfBounds(second.value).from];
  return from !== null && otherFrom !== null && from < otherFrom;
}
