import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Achievement, EvaluationPoint, Source } from "./evaluation.ts";

export async function readAchievements(transaction: ReadTransaction): Promise<Achievement[]> {
  const rows = await transaction.selectFrom("achievements").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    organisation: row.organisation,
    type: row.type,
    period: row.period,
    text: localizedFromRow(row, "text"),
    note: localizedFromRow(row, "note"),
    source: toSource(row),
  }));
}

export async function readEvaluationPoints(transaction: ReadTransaction): Promise<EvaluationPoint[]> {
  const rows = await transaction.selectFrom("evaluation_points").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    section: row.section === "progress" || row.section === "outcome" ? row.section : "concern",
    text: localizedFromRow(row, "text"),
    source: toSource(row),
  }));
}

function toSource(row: { source: string; source_place: string; source_row: string | null }): Source {
  return { document: row.source, place: row.source_place, row: row.source_row };
}
