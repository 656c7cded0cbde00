import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { type ActualValue, type PeriodValue, type ProjectResult, resultStages, resultStates } from "./results.ts";

/** By project, in the order of the stages, each with its measured values. */
export async function readResults(transaction: ReadTransaction): Promise<Map<string, ProjectResult[]>> {
  const actuals = await readActuals(transaction);
  const rows = await transaction.selectFrom("project_results").selectAll().orderBy("number").execute();
  const results = new Map<string, ProjectResult[]>();
  for (const row of rows) {
    const stage = resultStages.find((known) => known === row.stage);
    const state = resultStates.find((known) => known === row.state);
    if (!stage || !state) continue;
    const result: ProjectResult = {
      number: row.number,
      stage,
      state,
      date: row.date,
      dateText: row.date_text,
      text: localizedFromRow(row, "text"),
      policy: row.policy,
      policyText: localizedFromRow(row, "policy_text"),
      indicator: localizedFromRow(row, "indicator"),
      unit: row.unit,
      baseline: toPeriodValue(
        row.baseline_value,
        row.baseline_period,
        row.baseline_period_from,
        row.baseline_period_to,
      ),
      target: toPeriodValue(row.target_value, row.target_period, row.target_period_from, row.target_period_to),
      actuals: actuals.get(`${row.project} ${row.number}`) ?? [],
      method: localizedFromRow(row, "method"),
      uncertainty: localizedFromRow(row, "uncertainty"),
      verifiedBy: row.verified_by,
      verifiedText: localizedFromRow(row, "verified_text"),
      source: { document: row.source, place: row.source_place, row: row.source_row },
    };
    results.set(row.project, [...(results.get(row.project) ?? []), result]);
  }
  for (const [project, own] of results)
    results.set(
      project,
      own.toSorted((a, b) => resultStages.indexOf(a.stage) - resultStages.indexOf(b.stage)),
    );
  return results;
}

/** By project and number of the result, oldest first. */
async function readActuals(transaction: ReadTransaction): Promise<Map<string, ActualValue[]>> {
  const rows = await transaction
    .selectFrom("project_actuals")
    .selectAll()
    .orderBy("period_from")
    .orderBy("row_number")
    .execute();
  const actuals = new Map<string, ActualValue[]>();
  for (const row of rows) {
    const key = `${row.project} ${row.result}`;
    const actual = {
      value: row.value,
      period: row.period,
      from: row.period_from,
      to: row.period_to,
      periodText: row.period_text,
      uncertainty: row.uncertainty,
      source: { document: row.source, place: row.source_place, row: row.source_row },
    };
    actuals.set(key, [...(actuals.get(key) ?? []), actual]);
  }
  return actuals;
}

function toPeriodValue(
  value: number | null,
  period: string | null,
  from: string | null,
  to: string | null,
): PeriodValue | null {
  return value === null || period === null ? null : { value, period, from, to };
}
