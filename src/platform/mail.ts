import { sql } from "kysely";
import { AppError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import type { WriteTransaction } from "../db/transaction.ts";

export interface NewMail {
  /** one bare address */
  to: string;
  /** the account that it goes to, where it has one */
  userId?: string;
  language: Language;
  /** what it is for: "invitation", "digest", "reminder" … */
  purpose: string;
  subject: string;
  /** plain text; addresses of pages stand on lines of their own */
  body: string;
  /** an iCalendar object with its METHOD (RFC 6047): mail programs offer to answer it */
  calendar?: string;
  /** a second mail with the same key is the same mail and is not kept */
  onceKey?: string;
}

/** Heard by processes that serve; a notification goes out with the transaction's commit. */
export const mailChannel = "renkei_mail";

/**
 * Puts a mail into the outbox, together with whatever the transaction does: both or neither. It leaves soon after the
 * commit, or stays where no mail server is set. Tells whether the mail is new. Throws AppError("invalid-input") for what
 * cannot be an address.
 */
export async function queueMail(transaction: WriteTransaction, now: Date, mail: NewMail): Promise<boolean> {
  const { to, userId = null, language, purpose, calendar = null, onceKey = null } = mail;
  if (!isMailAddress(to)) throw new AppError("invalid-input", { field: "email" });
  const kept = await transaction
    .insertInto("mails")
    .values({
      recipient: to,
      user_id: userId,
      language,
      purpose,
      subject: toHeaderText(mail.subject),
      body: mail.body,
      calendar,
      once_key: onceKey,
      created_at: now,
      next_attempt_at: now,
    })
    .onConflict((conflict) => conflict.column("once_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!kept) return false;
  await sql`SELECT pg_notify(${mailChannel}, '')`.execute(transaction);
  return true;
}

/** Deliberately narrow: one address without spaces, control characters, commas or brackets (RFC 5321 4.5.3.1 gives 254 octets). */
export function isMailAddress(text: string): boolean {
  return (
    Buffer.byteLength(text) <= 254 &&
    /^[^\s\p{C}<>(),;:"\\[\]@]{1,64}@[^\s\p{C}<>(),;:"\\[\]@.]+(\.[^\s\p{C}<>(),;:"\\[\]@.]+)*$/u.test(text)
  );
}

/** RFC 5322 2.2: a line break inside a header would begin another header. */
export function toHeaderText(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
