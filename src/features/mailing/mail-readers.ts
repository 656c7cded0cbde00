import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { readLetterhead, saluteByName, writeLetter } from "./letter.ts";

/** Whom a mail names and in which language it speaks; somebody invited by name alone has no account. */
interface Addressee {
  userId?: string;
  name: string;
  email: string;
  language: Language;
}

/** What a room says to one reader; whose letter it is, how it greets and how it ends is added. */
export interface MailText {
  /** what it is for: "invitation", "digest", "reminder" … */
  purpose: string;
  subject: string;
  paragraphs: readonly string[];
  /** an iCalendar object that goes along */
  calendar?: string;
  /** a second mail with the same key is the same mail and is not kept */
  onceKey?: string;
}

/**
 * Writes to each of the readers and puts the mails into the outbox, together with whatever the transaction does. `site`, where
 * the paths of pages begin, is the platform's own address. Gives how many mails are new.
 */
export async function mailReaders<To extends Addressee>(
  { clock, config }: Pick<Context, "clock" | "config">,
  transaction: WriteTransaction,
  readers: readonly To[],
  write: (reader: To, site: string) => MailText,
): Promise<number> {
  if (readers.length === 0) return 0;
  const letterhead = await readLetterhead(transaction);
  const site = publicAddress(config);
  let queued = 0;
  for (const reader of readers) {
    const { userId, name, email, language } = reader;
    const { subject, paragraphs, ...rest } = write(reader, site);
    const programme = letterhead(language);
    const letter = writeLetter({ language, programme, salutation: saluteByName(language, name), subject, paragraphs });
    const to = { to: email, language, ...(userId === undefined ? {} : { userId }) };
    if (await queueMail(transaction, clock.now(), { ...to, ...rest, ...letter })) queued += 1;
  }
  return queued;
}
