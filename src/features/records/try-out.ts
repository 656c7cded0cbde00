import { sql } from "kysely";
import type { Database } from "../../db/open-database.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { RecordCache } from "../../platform/record-cache.ts";
import { checkContent } from "../../records/check.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import { completeSources, memberDocument } from "../../records/member-source.ts";
import { recordKind } from "../../records/registry.ts";
import { deleteRows, putRows } from "../../records/tables.ts";
import { deriveGovernments } from "../organisations/derive-governments.ts";

/** What the tables would hold of a record; null where it would be gone. */
export interface Trial {
  kind: RecordKindId;
  id: string;
  owner: string | null;
  content: RecordContent | null;
}

/**
 * Looks at the programme as it would be with these records in the public tables, and undoes everything: what `work` reads through
 * the context that it gets stands in one transaction that is never committed. Trials that cannot stand in the tables yet are left
 * out and counted.
 */
export async function tryOut<Result>(
  context: Context,
  trials: readonly Trial[],
  work: (context: Context, transaction: WriteTransaction, leftOut: number) => Promise<Result>,
): Promise<Result> {
  const outcome: { result?: Result } = {};
  try {
    await context.database.db.transaction().execute(async (transaction) => {
      await memberDocument(transaction, context.clock.today());
      let leftOut = 0;
      for (const trial of trials) leftOut += (await putTrial(transaction, trial)) ? 0 : 1;
      await deriveGovernments(transaction);
      const database: Database = { ...context.database, within: transaction };
      outcome.result = await work({ ...context, database, cache: new RecordCache() }, transaction, leftOut);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return outcome.result as Result;
}

/** Within a savepoint: a record that something still refers to, or that lacks a column, spoils nothing else. */
async function putTrial(transaction: WriteTransaction, { kind: kindId, id, owner, content }: Trial): Promise<boolean> {
  const kind = recordKind(kindId);
  await sql`SAVEPOINT trial`.execute(transaction);
  try {
    if (content === null) await deleteRows(transaction, kind, id);
    else {
      const { rows, problems } = await checkContent(
        transaction,
        kind,
        id,
        completeSources(kind, content, owner),
        "submit",
      );
      if (problems.length > 0) return false;
      await putRows(transaction, kind, { ...rows, main: borrowLanguages(rows.main) });
    }
    await sql`RELEASE SAVEPOINT trial`.execute(transaction);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && /^23/.test(String(error.code)))) throw error;
    await sql`ROLLBACK TO SAVEPOINT trial`.execute(transaction);
    return false;
  }
}

/** A text that is not translated yet stands in for the others: a preview is read by people, not published. */
function borrowLanguages<Row extends Record<string, unknown>>(row: Row): Row {
  const filled: Record<string, unknown> = { ...row };
  for (const [name, value] of Object.entries(row)) {
    const base = name.match(/^(.*)_(ja|zh|en)$/)?.[1];
    if (base !== undefined && value === null)
      filled[name] = row[`${base}_ja`] ?? row[`${base}_zh`] ?? row[`${base}_en`] ?? null;
  }
  return filled as Row;
}

/** Ends the transaction without keeping anything. */
class Undo extends Error {}
