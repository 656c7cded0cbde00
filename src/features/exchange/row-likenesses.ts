import { setImmediate } from "node:timers/promises";
import { localize } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { RecordKind } from "../../records/kind.ts";
import { readSurroundings } from "../../records/lookup.ts";
import { readDirectory } from "../organisations/directory.ts";
import type { Standing } from "../records/access.ts";
import { dateOf } from "../records/likenesses/describe-likeness.ts";
import type { Candidate } from "../records/likenesses/likeness.ts";
import { createLikenessIndex, type LikenessIndex } from "../records/likenesses/likeness-index.ts";
import { readCandidates } from "../records/likenesses/read-candidates.ts";
import type { ImportPlan, PlannedRow, RowLikeness } from "./plan.ts";

/** After so many rows other requests get their turn. */
const rowsAtOnce = 100;

/**
 * The plan with what each new or changed row looks like: records and entries that the actor may see, and rows above it in the
 * sheet. Doubts, no errors. All rows ask one index in memory, filled by a few questions to the database.
 */
export async function findRowLikenesses(
  transaction: ReadTransaction,
  standing: Standing,
  kind: RecordKind,
  plan: ImportPlan,
): Promise<ImportPlan> {
  const asking = plan.rows.filter(({ status }) => status !== "same");
  if (asking.length === 0) return plan;
  const index = createLikenessIndex(kind.id, await readDirectory(transaction));
  const contents = asking.map(({ content }) => content);
  const inSheet = new Set(plan.rows.map(keyOf));
  // What a row changes is compared as the row says it.
  for (const candidate of await readCandidates(transaction, standing, kind, contents))
    if (!inSheet.has(candidate.id)) index.add(candidate);
  const surroundings = await readSurroundings(transaction);
  for (const row of plan.rows)
    index.add({
      id: keyOf(row),
      title: kind.title(row.content, surroundings),
      content: row.content,
      place: { in: "sheet", row: row.number },
    });
  const settled = new Set(plan.rows.filter(({ status }) => status === "same").map(({ number }) => number));
  const rows: PlannedRow[] = [];
  for (const [at, row] of plan.rows.entries()) {
    if (at % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
    const likenesses = row.status === "same" ? [] : ask(index, row, settled, { kind, plan });
    rows.push(likenesses.length === 0 ? row : { ...row, likenesses });
  }
  return { ...plan, rows };
}

function ask(
  index: LikenessIndex,
  row: PlannedRow,
  settled: ReadonlySet<number>,
  { kind, plan }: { kind: RecordKind; plan: ImportPlan },
): RowLikeness[] {
  // Of two rows that are alike the lower one tells it, unless it changes nothing.
  const isLeftOut = ({ place }: Candidate) => place.in === "sheet" && place.row > row.number && !settled.has(place.row);
  return index.find(keyOf(row), row.content, isLeftOut).map(({ sort, other: { id, title, content, place } }) => ({
    sort,
    id: place.in === "sheet" ? null : id,
    title: localize(title, plan.language).text,
    date: dateOf(kind, content),
    place,
  }));
}

/** The record that a row is, or a key that no record has. */
function keyOf({ record, number }: PlannedRow): string {
  return record ?? `row ${number}`;
}
