import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { type Permission, roleNames, ruleOf } from "../accounts/roles.ts";
import { readLetterhead, saluteByName, writeLetter } from "../mailing/letter.ts";
import { readProgramme } from "../programme/service.ts";
import { readAddressees } from "./store-lists.ts";

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
  const permission: Permission = letter === "proposed" ? "years.close" : "years.publish";
  const roles = roleNames.filter((role) => ruleOf(role).permissions.includes(permission));
  const addressees = (await readAddressees(transaction, { roles })).filter(({ userId }) => userId !== actor);
  const { calendar } = await readProgramme(transaction);
  const address = publicAddress(context.config);
  for (const { userId, name, email, language } of addressees) {
    const words = { year: fiscalYearLabel(calendar, fiscalYear, language) };
    await queueMail(transaction, context.clock.now(), {
      to: email,
      userId,
      language,
      purpose: `year-${letter}`,
      ...writeLetter({
        language,
        programme: await readLetterhead(transaction, language),
        salutation: saluteByName(language, name),
        subject: message(language, `year.mail.${letter}.subject`, words),
        paragraphs: [
          message(language, `year.mail.${letter}.text`, words),
          ...(note === "" ? [] : [message(language, `year.mail.${letter}.note`, { note })]),
          `${address}${links.memberYear(language, fiscalYear)}`,
        ],
      }),
    });
  }
}
