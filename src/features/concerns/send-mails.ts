import { writeEdtf } from "../../core/edtf-format.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { readLetterhead, saluteByName, writeLetter } from "../mailing/letter.ts";
import { findStanding } from "../records/access.ts";
import { readSubscribers } from "../work/service.ts";
import { raisesFor } from "./access.ts";
import type { LockedConcern } from "./store.ts";

/** To the people of the organisation that raised it, each in the own language; where nobody is named, to nobody. */
export async function queueAnswerMails(
  context: Context,
  transaction: WriteTransaction,
  { id, organisation, raisedFrom, theme, revision }: LockedConcern,
): Promise<number> {
  if (organisation === null) return 0;
  let queued = 0;
  for (const subscriber of await readSubscribers(transaction)) {
    const standing = await findStanding(context, { ...subscriber, network: null });
    if (!raisesFor(standing).includes(organisation)) continue;
    const { language, name, email, userId } = subscriber;
    const letter = writeLetter({
      language,
      programme: await readLetterhead(transaction, language),
      salutation: saluteByName(language, name),
      subject: message(language, "concern.mail.subject"),
      paragraphs: [
        // A mail leaves the house unencrypted: it tells which concern, never its words.
        message(language, "concern.mail.text", {
          date: writeEdtf(raisedFrom, language),
          theme: message(language, `concern.theme.${theme}`),
        }),
        `${message(language, "concern.mail.page")}\n${publicAddress(context.config)}${links.memberConcern(language, id)}`,
      ],
    });
    const onceKey = `concern/${id}/answered/${revision}/${userId}`;
    const isNew = await queueMail(transaction, context.clock.now(), {
      to: email,
      userId,
      language,
      purpose: "concern",
      ...letter,
      onceKey,
    });
    if (isNew) queued += 1;
  }
  return queued;
}
