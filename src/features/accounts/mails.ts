import { formatMoment } from "../../core/format-moment.ts";
import type { Language } from "../../core/language.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { readLetterhead, saluteByName, writeLetter } from "../mailing/letter.ts";

type Letter = "invitation" | "reset" | "verify" | "addressChanged" | "passwordChanged";

interface Recipient {
  email: string;
  userId?: string;
  language: Language;
}

interface Values {
  path?: string;
  /** until when the link works */
  expiresAt?: Date;
  organisation?: string;
  role?: string;
  inviter?: string;
}

/** A letter of the account service: what happened, one link on its own line, and what to do if it was not expected. */
export async function mailAccount(
  { clock, config }: Pick<Context, "clock" | "config">,
  transaction: WriteTransaction,
  letter: Letter,
  to: Recipient,
  { path, expiresAt, ...values }: Values,
): Promise<void> {
  const { language, email, userId } = to;
  const expires = expiresAt === undefined ? "" : formatMoment(language, expiresAt);
  const words = { organisation: "", role: "", inviter: "", ...values, expires };
  const letterhead = await readLetterhead(transaction);
  await queueMail(transaction, clock.now(), {
    to: email,
    ...(userId === undefined ? {} : { userId }),
    language,
    purpose: letter,
    ...writeLetter({
      language,
      programme: letterhead(language),
      salutation: await salute(transaction, to, words.organisation),
      subject: message(language, `account.mail.${letter}.subject`, words),
      paragraphs: [
        message(language, `account.mail.${letter}.text`, words),
        ...(path === undefined ? [] : [`${publicAddress(config)}${path}`]),
        message(language, `account.mail.${letter}.otherwise`, words),
      ],
    }),
  });
}

/** Whoever is invited has no name here yet. */
async function salute(
  transaction: ReadTransaction,
  { userId, language }: Recipient,
  organisation: string,
): Promise<string> {
  if (userId === undefined) return message(language, "mail.office", { organisation });
  const account = await transaction.selectFrom("auth_users").select("name").where("id", "=", userId).executeTakeFirst();
  return account ? saluteByName(language, account.name) : message(language, "account.mail.verify.hello");
}
