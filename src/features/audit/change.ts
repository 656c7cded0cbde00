import { sql } from "kysely";
import { type WriteTransaction, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type AuditEvent, hashAuditRow, type Who } from "./audit.ts";

export type RecordAudit = (event: AuditEvent) => void;

/**
 * Changes and their audit rows in one transaction: both or neither. What `work` changes without reporting an event is undone.
 * The rows go in last, so that writers wait for each other only for a moment before they commit.
 */
export async function change<Result>(
  context: Pick<Context, "database" | "clock">,
  who: Who,
  work: (transaction: WriteTransaction, audit: RecordAudit) => Promise<Result>,
): Promise<Result> {
  const unreported: { result?: Result } = {};
  try {
    return await write(context.database, async (transaction) => {
      const events: AuditEvent[] = [];
      const result = await work(transaction, (event) => events.push(event));
      if (events.length === 0) {
        unreported.result = result;
        throw new Unreported();
      }
      await appendAudit(transaction, who, context.clock.now(), events);
      return result;
    });
  } catch (error) {
    if (error instanceof Unreported && "result" in unreported) return unreported.result as Result;
    throw error;
  }
}

/** Rolls a transaction back that had nothing to report. */
class Unreported extends Error {}

/** For what changes no record: a sign-in, an attempt that was refused. */
export function note(context: Pick<Context, "database" | "clock">, who: Who, event: AuditEvent): Promise<void> {
  return change(context, who, async (_, audit) => audit(event));
}

/** The row of the chain's end is locked until the transaction ends, so that the chain cannot fork. */
export async function appendAudit(
  transaction: WriteTransaction,
  who: Who,
  now: Date,
  events: readonly AuditEvent[],
): Promise<void> {
  const head = await transaction
    .selectFrom("audit_head")
    .select(["number", "hash"])
    .forUpdate()
    .executeTakeFirstOrThrow();
  let number = Number(head.number);
  let previousHash = head.hash;
  const rows = events.map(({ action, subject = null, organisation = null, details = {} }) => {
    number += 1;
    const row = {
      number,
      at: now.toISOString(),
      actor: who.userId,
      organisation,
      action,
      subject,
      details,
      network: who.network,
      previousHash,
    };
    previousHash = hashAuditRow(row);
    return { ...row, hash: previousHash };
  });
  await sql`
    INSERT INTO audit_log (number, at, actor, organisation, action, subject, details, network, previous_hash, hash)
    SELECT number, at, actor, organisation, action, subject, details, network, "previousHash", hash
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(number bigint, at timestamptz, actor text,
      organisation text, action text, subject text, details jsonb, network text, "previousHash" text, hash text)`.execute(
    transaction,
  );
  await transaction.updateTable("audit_head").set({ number, hash: previousHash }).execute();
}
