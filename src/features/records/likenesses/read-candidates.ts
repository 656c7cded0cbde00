import { type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../../core/localized.ts";
import type { ReadTransaction } from "../../../db/transaction.ts";
import type { RecordContent, RecordKind } from "../../../records/kind.ts";
import { canSeeEntry, editableBy, type Standing, visibleTo } from "../access.ts";
import { readApprovedContents } from "../content.ts";
import { openStates } from "../record.ts";
import { listEntries } from "../store-entries.ts";
import type { Candidate } from "./likeness.ts";
import { readDays } from "./signs.ts";

/**
 * What the contents may be alike, as far as the actor may see it: approved records, public or not, and entries under way. Few
 * questions however many contents ask; of kinds with a day only what lies within the days of the contents.
 */
export async function readCandidates(
  transaction: ReadTransaction,
  standing: Standing,
  kind: RecordKind,
  contents: readonly RecordContent[],
): Promise<Candidate[]> {
  const records = await readRecords(transaction, standing, kind, spanDays(kind, contents));
  const approved = await readApprovedContents(transaction, records);
  const { entries } = await listEntries(
    transaction,
    { kind: kind.id, states: openStates, among: sql<boolean>`(submitted_at IS NOT NULL OR ${editableBy(standing)})` },
    { limit: mostEntries, offset: 0 },
  );
  return [
    ...[...approved].map(([{ id, title }, content]): Candidate => ({ id, title, content, place: { in: "records" } })),
    ...entries.flatMap((entry): Candidate[] => {
      const { id, record, title, content, state, removal } = entry;
      if (removal || state === "approved" || state === "withdrawn" || !canSeeEntry(standing, entry)) return [];
      return [{ id: record, title, content, place: { in: "entries", entry: id, state } }];
    }),
  ];
}

/** The newest; nobody has more work than this waiting. */
const mostEntries = 10_000;

interface Span {
  from: string;
  to: string;
}

/** From the first day to the last; null where one of the contents has no end, or may be any day. */
function spanDays(kind: RecordKind, contents: readonly RecordContent[]): Span | null {
  if ((kind.id !== "activity" && kind.id !== "news") || contents.length === 0) return null;
  const days = contents.map(({ fields }) => readDays(fields[kind.date ?? ""]));
  const span = { from: "9999-12-31", to: "0001-01-01" };
  for (const { from, to } of days) {
    if (from === null || to === null) return null;
    if (from < span.from) span.from = from;
    if (to > span.to) span.to = to;
  }
  return span;
}

async function readRecords(transaction: ReadTransaction, standing: Standing, kind: RecordKind, span: Span | null) {
  let query = transaction
    .selectFrom("records")
    .select(["id", "version", "title_ja", "title_zh", "title_en"])
    .where("kind", "=", kind.id)
    .where("removed", "=", false)
    .where(visibleTo(standing));
  if (span) {
    query = query
      .where(sql<SqlBool>`(date_from IS NULL OR date_from <= ${span.to}::date)`)
      .where(sql<SqlBool>`(date_to IS NULL OR date_to >= ${span.from}::date)`);
  }
  const rows = await query.orderBy("id").execute();
  return rows.map(({ id, version, ...row }) => ({
    kind: kind.id,
    id,
    version,
    title: localizedFromRow(row, "title"),
  }));
}
