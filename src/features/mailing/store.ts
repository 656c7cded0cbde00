import { type Selectable, sql } from "kysely";
import type { Schema } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { type Mail, mostAttempts, nextAttempt } from "./mail.ts";

/** While one process hands a mail over, no other takes it; a process that died leaves it free after this time. */
const leaseMinutes = 10;
/** A reminder or a link of last week helps nobody: a mail that nobody could take away in time stays where it is. */
const longestWaitDays = 7;

/** Takes the mail that has waited longest; null where none is due. Rows that another process is taking are passed over. */
export async function claimMail(transaction: WriteTransaction, now: Date): Promise<Mail | null> {
  const oldest = new Date(now.getTime() - longestWaitDays * 86_400_000);
  const due = transaction
    .selectFrom("mails")
    .select("id")
    .where("sent_at", "is", null)
    .where("next_attempt_at", "<=", now)
    .where("created_at", ">", oldest)
    .where("attempts", "<", mostAttempts)
    .orderBy("next_attempt_at")
    .orderBy("id")
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await transaction
    .updateTable("mails")
    .set({ attempts: sql`attempts + 1`, next_attempt_at: new Date(now.getTime() + leaseMinutes * 60_000) })
    .where("id", "=", (builder) => builder.selectFrom(due.as("due")).select("due.id"))
    .returningAll()
    .executeTakeFirst();
  return row ? toMail(row) : null;
}

export async function markSent(transaction: WriteTransaction, id: number, now: Date): Promise<void> {
  await transaction
    .updateTable("mails")
    .set({ sent_at: now, next_attempt_at: null, last_error: null })
    .where("id", "=", id)
    .execute();
}

/** `final`: trying again cannot help. */
export async function markFailed(
  transaction: WriteTransaction,
  mail: Pick<Mail, "id" | "attempts">,
  failure: { text: string; final: boolean },
  now: Date,
): Promise<void> {
  await transaction
    .updateTable("mails")
    .set({ last_error: failure.text, next_attempt_at: failure.final ? null : nextAttempt(mail.attempts, now) })
    .where("id", "=", mail.id)
    .where("sent_at", "is", null)
    .execute();
}

/** Newest first. */
export async function listMails(transaction: ReadTransaction, limit: number): Promise<Mail[]> {
  const rows = await transaction.selectFrom("mails").selectAll().orderBy("id", "desc").limit(limit).execute();
  return rows.map(toMail);
}

export async function findMail(transaction: ReadTransaction, id: number): Promise<Mail | null> {
  const row = await transaction.selectFrom("mails").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toMail(row) : null;
}

function toMail(row: Selectable<Schema["mails"]>): Mail {
  return {
    id: row.id,
    to: row.recipient,
    userId: row.user_id,
    language: row.language,
    purpose: row.purpose,
    subject: row.subject,
    body: row.body,
    calendar: row.calendar,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
  };
}
