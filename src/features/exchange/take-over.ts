import { setImmediate } from "node:timers/promises";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { ContentProblem } from "../../records/check.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { findStanding, type Standing } from "../records/access.ts";
import { submitEntryIn } from "../records/decide-entry.ts";
import { type EntryBatch, type SheetOfEntries, saveSheetOfEntries } from "../records/entry-batch.ts";
import { notifyOfSubmissions } from "../records/notify.ts";
import type { Entry, Visibility } from "../records/record.ts";
import { type EntryInput, saveEntryIn } from "../records/save-entry.ts";
import { reopenUpload } from "./import-service.ts";
import { findImport, setChecked, setDecided } from "./import-store.ts";
import { countRows, type ImportPlan, isReady, type PlannedRow, toResult } from "./plan.ts";
import { planImport } from "./plan-import.ts";
import { findRowLikenesses } from "./row-likenesses.ts";

export interface Decision {
  /** give the entries to the platform at once */
  submit: boolean;
  /** of new records */
  visibility: Visibility;
  /** why approved records are corrected */
  reason: string;
  language: Language;
}

export type TakeOverResult =
  | { state: "taken" }
  /** what the sheet would do is not what it would have done when it was checked; the new result is kept */
  | { state: "changed" }
  /** a row could not be saved or submitted; nothing was kept */
  | { state: "stopped"; row: number; why: StopReason; problems: ContentProblem[] };

export type StopReason = "conflict" | "stale" | "problems" | "reason-missing";

/** After so many rows other requests get their turn. */
const rowsAtOnce = 100;

/**
 * Saves every new and changed row as an entry, and submits them where that was asked for: all in one transaction, or none. The file
 * is read and compared again, since records may have changed after the dry run.
 */
export async function takeOver(
  context: Context,
  actor: Actor,
  id: string,
  decision: Decision,
): Promise<TakeOverResult> {
  const { found, kind, workbook } = await reopenUpload(context, actor, id, decision.language);
  if (found.state === "taken") return { state: "taken" };
  if (found.state !== "checked" || !found.result) throw new AppError("conflict", { import: id, state: found.state });
  const standing = await findStanding(context, actor);
  const shown = found.result;
  try {
    return await change(context, actor, async (transaction, audit): Promise<TakeOverResult> => {
      const locked = await findImport(transaction, id, actor.userId, { lock: true });
      if (locked?.state === "taken") return { state: "taken" };
      const request = { kind, owner: found.owner, language: shown.language, workbook };
      const plan = await planImport(transaction, standing, request);
      if (!isReady(plan) || !isAsShown(plan, shown)) throw new Stop({ state: "changed" }, plan);
      const rows = plan.rows
        .filter(({ status }) => status === "new" || status === "changed")
        .map((row) => ({ row, kind: kind.id, id, owner: found.owner, decision }));
      const sheet = describeSheet(kind.id, rows);
      const submitted = await saveSheetOfEntries(transaction, sheet, async (batch) => {
        const entries: Entry[] = [];
        for (const [index, row] of rows.entries()) {
          entries.push(await takeRow(context, transaction, audit, standing, row, batch));
          if (index % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
        }
        return entries.filter(({ state }) => state === "submitted");
      });
      await notifyOfSubmissions(context, transaction, submitted, actor.userId);
      await setDecided(transaction, id, "taken", context.clock.now());
      const { new: added, changed } = countRows(plan.rows);
      audit({
        action: "import.taken",
        subject: `import/${id}`,
        organisation: found.owner,
        details: { kind: kind.id, added, changed, submitted: decision.submit },
      });
      return { state: "taken" };
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { plan } = error;
    if (plan)
      await context.database.db.transaction().execute(async (transaction) => {
        const result = toResult(await findRowLikenesses(transaction, standing, kind, plan));
        await setChecked(transaction, id, "checked", { result });
      });
    return error.result;
  }
}

interface RowToTake {
  row: PlannedRow;
  kind: RecordKindId;
  id: string;
  owner: string;
  decision: Decision;
}

function describeSheet(kind: RecordKindId, rows: readonly RowToTake[]): SheetOfEntries {
  const records = rows.flatMap(({ row: { target, record } }) => (target.is === "new" ? target.newId : record) ?? []);
  return { kind, records, formKeys: rows.map(formKeyOf) };
}

async function takeRow(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  standing: Standing,
  request: RowToTake,
  batch: EntryBatch,
): Promise<Entry> {
  const { row, decision } = request;
  const saved = await saveEntryIn(context, transaction, audit, standing, describeEntry(request), batch);
  if (saved.state === "conflict") throw new Stop({ state: "stopped", row: row.number, why: "conflict", problems: [] });
  return decision.submit ? submitRow(context, transaction, audit, standing, row, saved.entry, batch) : saved.entry;
}

async function submitRow(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  standing: Standing,
  row: PlannedRow,
  entry: Entry,
  batch: EntryBatch,
): Promise<Entry> {
  const result = await submitEntryIn(context, transaction, audit, standing, entry, entry.revision, batch);
  if (result.state === "done") return result.entry;
  const problems = result.state === "problems" ? result.problems : [];
  throw new Stop({ state: "stopped", row: row.number, why: result.state, problems });
}

/** The same decision sent twice makes each entry once. */
function formKeyOf({ id, row }: RowToTake): string {
  return `import ${id} ${row.number}`;
}

function describeEntry(request: RowToTake): EntryInput {
  const { row, id, owner, kind, decision } = request;
  const { target, content } = row;
  const reason = decision.reason === "" ? undefined : decision.reason;
  const common = { kind, owner, content, formKey: formKeyOf(request), importBatch: id };
  switch (target.is) {
    case "new":
      return { ...common, visibility: decision.visibility, newId: target.newId ?? undefined };
    case "record": {
      const { record, version, visibility } = target;
      return { ...common, visibility, record, baseVersion: version, reason };
    }
    case "entry": {
      const { entry, revision, visibility, corrects } = target;
      return { ...common, visibility, entry, revision, reason: corrects ? reason : undefined };
    }
  }
}

function isAsShown(plan: ImportPlan, shown: { rows: readonly { number: number; status: string }[] }): boolean {
  return (
    plan.rows.length === shown.rows.length &&
    plan.rows.every(({ number, status }, index) => {
      const before = shown.rows[index];
      return before?.number === number && before.status === status;
    })
  );
}

/** Undoes the transaction. */
class Stop extends Error {
  readonly result: TakeOverResult;
  readonly plan: ImportPlan | null;

  constructor(result: TakeOverResult, plan: ImportPlan | null = null) {
    super(result.state);
    this.result = result;
    this.plan = plan;
  }
}
