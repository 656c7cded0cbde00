import { type RawBuilder, type Selectable, sql } from "kysely";
import { localizedFromJson } from "../../core/localized.ts";
import type { ConcernItems, ConcernJudgements, ConcernResponses } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { sourceFromJson } from "../programme/source.ts";
import { type Concern, type ConcernJudgement, type ConcernResponse, concernThemes, verdicts } from "./concern.ts";

/** Whose eyes: every member's, or those of everybody. */
export type Reader = "members" | "public";

/** In the order in which they were raised; only those of these ids where they are given. */
export async function readConcerns(
  transaction: ReadTransaction,
  reader: Reader,
  wanted: readonly string[] | null = null,
): Promise<Concern[]> {
  let query = transaction.selectFrom("concern_items").selectAll().where(seenBy(reader));
  if (wanted !== null) query = query.where(sql<boolean>`id = ANY(${wanted})`);
  const rows = await query.orderBy("raised_from").orderBy("position").orderBy("created_at").orderBy("id").execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const responses = await transaction
    .selectFrom("concern_responses")
    .selectAll()
    .where("concern", "in", ids)
    .orderBy("id")
    .execute();
  const judgements = await transaction
    .selectFrom("concern_judgements")
    .selectAll()
    .where("concern", "in", ids)
    .orderBy("id")
    .execute();
  const later = await transaction
    .selectFrom("concern_items")
    .select(["id", "continues"])
    .where("continues", "in", ids)
    .where("state", "<>", "withdrawn")
    .where(seenBy(reader))
    .orderBy("raised_from")
    .execute();
  return rows.map((row) => ({
    ...toConcern(row),
    responses: responses.filter(({ concern }) => concern === row.id).map(toResponse),
    judgements: judgements.filter(({ concern }) => concern === row.id).map(toJudgement),
    continuedBy: later.filter(({ continues }) => continues === row.id).map((one) => one.id),
  }));
}

/** Changes with every change of a concern and of what was said to it. */
export async function readConcernStamp(transaction: ReadTransaction): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT concat_ws('/', count(*), sum(revision), max(changed_at)) AS stamp FROM concern_items`.execute(transaction);
  return rows[0]?.stamp ?? "";
}

function seenBy(reader: Reader): RawBuilder<boolean> {
  return reader === "public" ? sql<boolean>`visibility = 'public' AND state <> 'withdrawn'` : sql<boolean>`true`;
}

/** What a change looks at, held until the transaction ends. */
export type LockedConcern = Pick<
  Concern,
  | "id"
  | "origin"
  | "organisation"
  | "state"
  | "continues"
  | "raisedFrom"
  | "raisedTo"
  | "theme"
  | "language"
  | "revision"
>;

export async function lockConcern(transaction: WriteTransaction, id: string): Promise<LockedConcern | null> {
  const row = await transaction
    .selectFrom("concern_items")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toConcern(row) : null;
}

/** The raisings before this one, newest first; ends where a circle would begin. */
export async function readAncestors(transaction: ReadTransaction, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE before (id, continues, path) AS (
      SELECT id, continues, ARRAY[id] FROM concern_items WHERE id = ${id}
      UNION ALL
      SELECT item.id, item.continues, path || item.id FROM before JOIN concern_items item ON item.id = before.continues
      WHERE NOT item.id = ANY(path)
    ) SELECT id FROM before WHERE id <> ${id} ORDER BY cardinality(path)`.execute(transaction);
  return rows.map((row) => row.id);
}

function toConcern(row: Selectable<ConcernItems>): Omit<Concern, "responses" | "judgements" | "continuedBy"> {
  return {
    id: row.id,
    origin: row.origin,
    organisation: row.organisation,
    survey: row.survey,
    meeting: row.meeting,
    raised: row.raised,
    raisedFrom: row.raised_from,
    raisedTo: row.raised_to,
    position: row.position,
    theme: concernThemes.find((theme) => theme === row.theme) ?? "other",
    language: row.language,
    text: localizedFromJson(row.text),
    state: row.state,
    continues: row.continues,
    point: row.point,
    visibility: row.visibility,
    source: sourceFromJson(row.source),
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    revision: row.revision,
  };
}

function toResponse(row: Selectable<ConcernResponses>): ConcernResponse {
  return {
    id: Number(row.id),
    origin: row.origin,
    organisation: row.organisation,
    language: row.language,
    text: localizedFromJson(row.text),
    answered: row.answered,
    source: sourceFromJson(row.source),
    at: new Date(row.at),
  };
}

function toJudgement(row: Selectable<ConcernJudgements>): ConcernJudgement {
  return {
    id: Number(row.id),
    origin: row.origin,
    organisation: row.organisation,
    verdict: verdicts.find((verdict) => verdict === row.verdict) ?? "not",
    language: row.language,
    note: localizedFromJson(row.note),
    judged: row.judged,
    survey: row.survey,
    source: sourceFromJson(row.source),
    at: new Date(row.at),
  };
}
