import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { BlockPath, SegmentMark, SegmentOrigin, SourceSegment } from "./translation.ts";

/** What a segment becomes. */
export interface SegmentChange {
  id: string;
  /** that the change was made from: where it is no longer this one, nothing changes */
  version: number;
  target: string;
  mark: SegmentMark;
  origin: SegmentOrigin | null;
  provider: string | null;
  memoryScore: number | null;
  /** who stands for the text */
  changedBy: string | null;
  changedAt: Date;
  reviewedBy: string | null;
  reviewedAt: Date | null;
}

export async function insertSegments(
  transaction: WriteTransaction,
  translation: string,
  segments: readonly (SourceSegment & { position: number })[],
): Promise<void> {
  const rows = segments.map(({ path, source, position }) => ({ position, source, path: `{${path.join(",")}}` }));
  await sql`
    INSERT INTO translation_segments (translation, position, block_path, source, target, mark)
    SELECT ${translation}::uuid, position, path::int[], source, '', 'empty'
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(position int, source text, path text)`.execute(
    transaction,
  );
}

/** Ids of those that changed; each new state goes into the history, under the name of who acted. */
export async function changeSegments(
  transaction: WriteTransaction,
  translation: string,
  actor: string | null,
  now: Date,
  changes: readonly SegmentChange[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    WITH changed AS (
      UPDATE translation_segments AS segment
      SET target = row.target, mark = row.mark, origin = row.origin, provider = row.provider,
        memory_score = row."memoryScore", version = segment.version + 1, changed_by = row."changedBy",
        changed_at = row."changedAt", reviewed_by = row."reviewedBy", reviewed_at = row."reviewedAt"
      FROM json_to_recordset(${JSON.stringify(changes)}::json) AS row(id uuid, version int, target text, mark text,
        origin text, provider text, "memoryScore" int, "changedBy" text, "changedAt" timestamptz, "reviewedBy" text,
        "reviewedAt" timestamptz)
      WHERE segment.id = row.id AND segment.version = row.version AND segment.translation = ${translation}
      RETURNING segment.*
    ), kept AS (
      INSERT INTO segment_history (translation, segment, version, source, target, mark, origin, provider, changed_by, changed_at)
      SELECT translation, id, version, source, target, mark, origin, provider, ${actor}, ${now} FROM changed ORDER BY position
    )
    SELECT id FROM changed`.execute(transaction);
  return new Set(rows.map(({ id }) => id));
}

/** The sentence stays and stands somewhere else, or is worded a little differently: its text is kept and looked at again. */
export interface SegmentMove {
  id: string;
  position: number;
  path: BlockPath;
  source: string;
  /** null: the sentence is the same, and so is its mark */
  mark: "machine" | "empty" | null;
}

export async function moveSegments(
  transaction: WriteTransaction,
  translation: string,
  actor: string,
  now: Date,
  moves: readonly SegmentMove[],
): Promise<void> {
  const rows = moves.map((move) => ({ ...move, path: `{${move.path.join(",")}}` }));
  await sql`
    WITH moved AS (
      UPDATE translation_segments AS segment
      SET position = row.position, block_path = row.path::int[], source = row.source,
        mark = coalesce(row.mark, segment.mark),
        version = segment.version + CASE WHEN row.mark IS NULL THEN 0 ELSE 1 END,
        reviewed_by = CASE WHEN row.mark IS NULL THEN segment.reviewed_by END,
        reviewed_at = CASE WHEN row.mark IS NULL THEN segment.reviewed_at END
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(id uuid, position int, path text, source text, mark text)
      WHERE segment.id = row.id AND segment.translation = ${translation}
      RETURNING segment.*, row.mark AS new_mark
    )
    INSERT INTO segment_history (translation, segment, version, source, target, mark, origin, provider, changed_by, changed_at)
    SELECT translation, id, version, source, target, mark, origin, provider, ${actor}, ${now} FROM moved
    WHERE new_mark IS NOT NULL ORDER BY position`.execute(transaction);
}

/** Sentences that have gone from the source: what was written for them stays in the history. */
export async function removeSegments(
  transaction: WriteTransaction,
  translation: string,
  actor: string,
  now: Date,
  ids: readonly string[],
): Promise<void> {
  await sql`
    WITH removed AS (
      DELETE FROM translation_segments WHERE translation = ${translation} AND id = ANY(${ids}::uuid[]) RETURNING *
    )
    INSERT INTO segment_history (translation, segment, version, source, target, mark, origin, provider, removed, changed_by,
      changed_at)
    SELECT translation, id, version + 1, source, target, mark, origin, provider, true, ${actor}, ${now} FROM removed
    WHERE target <> '' ORDER BY position`.execute(transaction);
}
