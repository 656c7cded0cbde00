import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Mail } from "./mail.ts";
import { findMail, listMails } from "./store.ts";

/** The newest mails first. */
export function getMails(context: Pick<Context, "database">, limit = 200): Promise<Mail[]> {
  return read(context.database, (transaction) => listMails(transaction, limit));
}

/** Throws `not-found` for what is no mail's number. */
export async function getMail(context: Pick<Context, "database">, number: string): Promise<Mail> {
  // PostgreSQL's bigint holds more digits, but no outbox does.
  const mail = /^\d{1,15}$/.test(number)
    ? await read(context.database, (transaction) => findMail(transaction, Number(number)))
    : null;
  if (!mail) throw new AppError("not-found", { kind: "mail", id: number });
  return mail;
}
