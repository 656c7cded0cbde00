import { sql } from "kysely";
import type { Language } from "../../core/language.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { PolicyBlock } from "../policies/blocks.ts";
import type {
  Segment,
  SegmentState,
  SubjectKind,
  Translation,
  TranslationState,
  TranslationSubject,
  TranslationSummary,
} from "./translation.ts";

export interface TranslationFilter {
  subjectKind?: SubjectKind;
  subject?: string;
  state?: TranslationState;
  targetLanguage?: Language;
  ids?: readonly string[];
}

/** Newest first. */
export async function readSummaries(
  transaction: ReadTransaction,
  filter: TranslationFilter = {},
): Promise<TranslationSummary[]> {
  const rows = await selectSummaries(transaction)
    .$if(filter.subjectKind !== undefined, (query) => query.where("subject_kind", "=", filter.subjectKind ?? "text"))
    .$if(filter.subject !== undefined, (query) => query.where("subject", "=", filter.subject ?? ""))
    .$if(filter.state !== undefined, (query) => query.where("state", "=", filter.state ?? "open"))
    .$if(filter.targetLanguage !== undefined, (query) =>
      query.where("target_language", "=", filter.targetLanguage ?? "ja"),
    )
    .$if(filter.ids !== undefined, (query) =>
      query.where("translations.id", "=", sql<string>`ANY(${filter.ids}::uuid[])`),
    )
    .orderBy("made_at", "desc")
    .orderBy("translations.id")
    .execute();
  return rows.map(toSummary);
}

export async function readTranslation(transaction: ReadTransaction, id: string): Promise<Translation | null> {
  if (!isUuid(id)) return null;
  const row = await selectSummaries(transaction).select("blocks").where("translations.id", "=", id).executeTakeFirst();
  if (!row) return null;
  const segments = await readSegments(transaction, id);
  return { ...toSummary(row), blocks: row.blocks as unknown as PolicyBlock[], segments };
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function selectSummaries(transaction: ReadTransaction) {
  return transaction
    .selectFrom("translations")
    .select([
      "translations.id",
      "subject_kind",
      "subject",
      "source_language",
      "target_language",
      "title",
      "visibility",
      "state",
      "source_hash",
      "organisation",
      "made_by",
      "made_at",
      "submitted_by",
      "submitted_at",
      "approved_by",
      "approved_at",
    ])
    .select(({ selectFrom }) => [
      selectFrom("translation_segments")
        .whereRef("translation", "=", "translations.id")
        .where("block_path", "=", sql<number[]>`'{-1,0}'::int[]`)
        .where("mark", "<>", "empty")
        .select("target")
        .limit(1)
        .as("target_title"),
      selectFrom(
        sql<{ mark: string; count: number }>`(SELECT mark, count(*)::int AS count FROM translation_segments
          WHERE translation = translations.id GROUP BY mark)`.as("tally"),
      )
        .select(sql<Record<string, number>>`json_object_agg(mark, count)`.as("counts"))
        .as("marks"),
    ]);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>["execute"]>>[number];

function toSummary(row: SummaryRow): TranslationSummary {
  const { id, title, visibility, state, organisation } = row;
  const { empty = 0, machine = 0, edited = 0, reviewed = 0 } = row.marks ?? {};
  return {
    id,
    subject: { kind: row.subject_kind, id: row.subject },
    sourceLanguage: row.source_language,
    targetLanguage: row.target_language,
    title,
    targetTitle: row.target_title,
    visibility,
    state,
    progress: { total: empty + machine + edited + reviewed, empty, machine, edited, reviewed },
    sourceHash: row.source_hash,
    organisation,
    made: { by: row.made_by, at: new Date(row.made_at) },
    submitted: markOf(row.submitted_by, row.submitted_at),
    approved: markOf(row.approved_by, row.approved_at),
  };
}

function markOf(by: string | null, at: Date | null): { by: string; at: Date } | null {
  return by === null || at === null ? null : { by, at: new Date(at) };
}

/** In the order of the source. */
export async function readSegments(
  transaction: ReadTransaction,
  translation: string,
  ids?: readonly string[],
): Promise<Segment[]> {
  const rows = await transaction
    .selectFrom("translation_segments")
    .selectAll()
    .where("translation", "=", translation)
    .$if(ids !== undefined, (query) => query.where("id", "=", sql<string>`ANY(${ids?.filter(isUuid)}::uuid[])`))
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    path: row.block_path,
    source: row.source,
    target: row.target,
    mark: row.mark,
    origin: row.origin,
    provider: row.provider,
    memoryScore: row.memory_score,
    version: row.version,
    changed: row.changed_at === null ? null : { by: row.changed_by, at: new Date(row.changed_at) },
    reviewed: markOf(row.reviewed_by, row.reviewed_at),
  }));
}

/** Oldest first. */
export async function readHistory(transaction: ReadTransaction, segment: string): Promise<SegmentState[]> {
  if (!isUuid(segment)) return [];
  const rows = await transaction
    .selectFrom("segment_history")
    .selectAll()
    .where("segment", "=", segment)
    .orderBy("id")
    .execute();
  return rows.map(toState);
}

/** Segments whose sentence has gone from the source, as they were last. */
export async function readRemoved(transaction: ReadTransaction, translation: string): Promise<SegmentState[]> {
  const rows = await transaction
    .selectFrom("segment_history")
    .selectAll()
    .where("translation", "=", translation)
    .where("removed", "=", true)
    .orderBy("id")
    .execute();
  return rows.map(toState);
}

type HistoryRow = {
  version: number;
  source: string;
  target: string;
  mark: string;
  origin: string | null;
  provider: string | null;
  removed: boolean;
  changed_by: string | null;
  changed_at: Date;
};

function toState({ changed_by, changed_at, ...row }: HistoryRow): SegmentState {
  return {
    version: row.version,
    source: row.source,
    target: row.target,
    mark: row.mark as SegmentState["mark"],
    origin: row.origin as SegmentState["origin"],
    provider: row.provider,
    removed: row.removed,
    changed: { by: changed_by, at: new Date(changed_at) },
  };
}

/** Its id, or null where the same subject is being translated into this language already. */
export async function insertTranslation(
  transaction: WriteTransaction,
  subject: TranslationSubject,
  made: { targetLanguage: Language; sourceHash: string; organisation: string | null; by: string; at: Date },
): Promise<string | null> {
  const row = await transaction
    .insertInto("translations")
    .values({
      subject_kind: subject.kind,
      subject: subject.id,
      source_language: subject.language,
      target_language: made.targetLanguage,
      title: subject.title,
      visibility: subject.visibility,
      state: "open",
      blocks: JSON.stringify(subject.blocks),
      source_hash: made.sourceHash,
      organisation: made.organisation,
      made_by: made.by,
      made_at: made.at,
    })
    .onConflict((conflict) => conflict.columns(["subject_kind", "subject", "target_language"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whoever changes a translation or its segments holds its row first, so that state and segments agree. */
export async function lockTranslation(
  transaction: WriteTransaction,
  id: string,
): Promise<{ state: TranslationState; visibility: "public" | "members" } | null> {
  if (!isUuid(id)) return null;
  const row = await transaction
    .selectFrom("translations")
    .select(["state", "visibility"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export interface TranslationMarks {
  state: TranslationState;
  submitted: { by: string; at: Date } | null;
  approved: { by: string; at: Date } | null;
}

export async function setState(transaction: WriteTransaction, id: string, marks: TranslationMarks): Promise<void> {
  await transaction
    .updateTable("translations")
    .set({
      state: marks.state,
      submitted_by: marks.submitted?.by ?? null,
      submitted_at: marks.submitted?.at ?? null,
      approved_by: marks.approved?.by ?? null,
      approved_at: marks.approved?.at ?? null,
    })
    .where("id", "=", id)
    .execute();
}

export async function setSource(
  transaction: WriteTransaction,
  id: string,
  { title, visibility, blocks }: TranslationSubject,
  sourceHash: string,
): Promise<void> {
  await transaction
    .updateTable("translations")
    .set({ title, visibility, blocks: JSON.stringify(blocks), source_hash: sourceHash })
    .where("id", "=", id)
    .execute();
}
