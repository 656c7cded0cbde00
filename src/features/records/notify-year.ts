import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { readReaders } from "../accounts/readers.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { readProgramme } from "../programme/service.ts";

export type YearLetter = "proposed" | "closed" | "reopened";

/**
 * Tells those whose turn it is, in the transaction of the step: the ministry that a platform asks for the closing, the officers
 * of both platforms what the ministry did, with the note that was written to it.
 */
export async function notifyOfYear(
  context: Pick<Context, "clock" | "config">,
  transaction: WriteTransaction,
  { fiscalYear, letter, note }: { fiscalYear: number; letter: YearLetter; note: string },
  actor: string,
): Promise<void> {
  const permission = letter === "proposed" ? "years.close" : "years.publish";
  const readers = (await readReaders(transaction, { permission })).filter(({ userId }) => userId !== actor);
  const { calendar } = await readProgramme(transaction);
  await mailReaders(context, transaction, readers, ({ language }, site) => {
    const words = { year: fiscalYearLabel(calendar, fiscalYear, language) };
    return {
      purpose: `year-${letter}`,
      subject: message(language, `year.mail.${letter}.subject`, words),
      paragraphs: [
        message(language, `year.mail.${letter}.text`, words),
        ...(note === "" ? [] : [message(language, `year.mail.${letter}.note`, { note })]),
        `${site}${links.memberYear(language, fiscalYear)}`,
      ],
    };
  });
}
