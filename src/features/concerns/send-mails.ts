import { localize } from "../../core/localized.ts";
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
  { id, organisation, text, revision }: LockedConcern,
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
        message(language, "concern.mail.text", { concern: shorten(localize(text, language).text) }),
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

/** Enough to know which one it is. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${[...line].slice(0, 119).join("")}…` : line;
}
