import { writeEdtf } from "../../core/edtf-format.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { readLetterhead, saluteByName, writeLetter } from "../mailing/letter.ts";
import { getDirectory } from "../organisations/directory.ts";
import { findStanding, type Standing } from "../records/access.ts";
import { readSubscribers } from "../work/service.ts";
import { raisesFor, respondsFor } from "./access.ts";
import type { LockedConcern } from "./store.ts";

/**
 * To the people of the organisation that raised it, each in the own language; where nobody is named, to nobody. Whoever cannot read the
 * response is told in which language it stands.
 */
export function queueAnswerMails(
  context: Context,
  transaction: WriteTransaction,
  concern: LockedConcern,
  response: Localized,
): Promise<number> {
  const { organisation } = concern;
  if (organisation === null) return Promise.resolve(0);
  const isRaiser = (standing: Standing) => raisesFor(standing).includes(organisation);
  return queueMails(context, transaction, concern, `answered/${concern.revision}`, isRaiser, (language) => ({
    subject: message(language, "concern.mail.subject"),
    paragraphs: [
      sayOf(concern, "text", language),
      ...(response[language]?.trim() ? [] : [sayForeign(response, language)].filter((text) => text !== "")),
    ],
    page: message(language, "concern.mail.page"),
  }));
}

/** To those who answer: that somebody waits for them. */
export function queueRaisedMails(context: Context, transaction: WriteTransaction, concern: RaisedConcern) {
  const answers = (standing: Standing) => respondsFor(standing) !== null;
  return queueMails(context, transaction, concern, "raised", answers, (language, raiser) => ({
    subject: message(language, "concern.mail.raised.subject", { organisation: raiser }),
    paragraphs: [sayOf(concern, "raised.text", language, raiser)],
    page: message(language, "concern.mail.raised.page"),
  }));
}

type RaisedConcern = Pick<LockedConcern, "id" | "organisation" | "raisedFrom" | "theme">;

/** A mail leaves the house unencrypted: it tells which concern, never its words. */
function sayOf(
  { raisedFrom, theme }: RaisedConcern,
  key: "text" | "raised.text",
  language: Language,
  organisation = "",
) {
  return message(language, `concern.mail.${key}`, {
    organisation,
    date: writeEdtf(raisedFrom, language),
    theme: message(language, `concern.theme.${theme}`),
  });
}

function sayForeign(response: Localized, language: Language): string {
  const written = languages.find((of) => response[of]?.trim());
  return written === undefined || written === language ? "" : message(language, `concern.mail.foreign.${written}`);
}

async function queueMails(
  context: Context,
  transaction: WriteTransaction,
  { id, organisation }: RaisedConcern,
  occasion: string,
  wants: (standing: Standing) => boolean,
  write: (language: Language, raiser: string) => { subject: string; paragraphs: string[]; page: string },
): Promise<number> {
  const directory = await getDirectory(context);
  let queued = 0;
  for (const subscriber of await readSubscribers(transaction)) {
    const standing = await findStanding(context, { ...subscriber, network: null });
    if (!wants(standing)) continue;
    const { language, name, email, userId } = subscriber;
    const written = write(language, organisation === null ? "" : directory.name(organisation, language));
    const letter = writeLetter({
      language,
      programme: await readLetterhead(transaction, language),
      salutation: saluteByName(language, name),
      subject: written.subject,
      paragraphs: [
        ...written.paragraphs,
        `${written.page}\n${publicAddress(context.config)}${links.memberConcern(language, id)}`,
      ],
    });
    const onceKey = `concern/${id}/${occasion}/${userId}`;
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
