import { writeEdtf } from "../../core/edtf-format.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { getDirectory } from "../organisations/directory.ts";
import type { Standing } from "../records/access.ts";
import { readStandingReaders } from "../records/standing-readers.ts";
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

/** To those who answer, but for whoever raised it: that somebody waits for them. */
export function queueRaisedMails(
  context: Context,
  transaction: WriteTransaction,
  concern: RaisedConcern & { by: string | null },
): Promise<number> {
  const answers = (standing: Standing) => standing.actor.userId !== concern.by && respondsFor(standing) !== null;
  const kind = concern.organisation === null ? "raisedAnonymously" : "raised";
  return queueMails(context, transaction, concern, "raised", answers, (language, raiser) => ({
    subject: message(language, `concern.mail.${kind}.subject`, { organisation: raiser }),
    paragraphs: [sayOf(concern, `${kind}.text`, language, raiser)],
    page: message(language, "concern.mail.raised.page"),
  }));
}

type RaisedConcern = Pick<LockedConcern, "id" | "organisation" | "raisedFrom" | "theme">;

/** A mail leaves the house unencrypted: it tells which concern, never its words. */
function sayOf(
  { raisedFrom, theme }: RaisedConcern,
  key: "text" | "raised.text" | "raisedAnonymously.text",
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
  const readers = (await readStandingReaders(context, transaction)).filter(({ standing }) => wants(standing));
  return mailReaders(context, transaction, readers, ({ userId, language }, site) => {
    const written = write(language, organisation === null ? "" : directory.name(organisation, language));
    return {
      purpose: "concern",
      subject: written.subject,
      paragraphs: [...written.paragraphs, `${written.page}\n${site}${links.memberConcern(language, id)}`],
      onceKey: `concern/${id}/${occasion}/${userId}`,
    };
  });
}
