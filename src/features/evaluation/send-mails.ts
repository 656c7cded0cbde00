import { localize } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { type Reader, readReaders } from "../accounts/readers.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { readStandingReaders } from "../records/standing-readers.ts";
import { findOwnSide } from "./access.ts";
import type { Evaluation } from "./draft.ts";

type Told = Pick<Evaluation, "id" | "title" | "revision">;

/** To everybody who gives a side's word, each in the own language. Gives how many mails are new. */
export async function mailSides(context: Context, transaction: WriteTransaction, evaluation: Told): Promise<number> {
  const partnerships = await getPartnerships(context);
  const readers = (await readStandingReaders(context, transaction))
    .map((reader) => ({
      ...reader,
      count: partnerships.filter((partnership) => findOwnSide(reader.standing, partnership) !== null).length,
    }))
    .filter(({ count }) => count > 0);
  return queueMails(context, transaction, evaluation, "opened", readers);
}

/** To those who may finish it, but for whoever proposed it. Gives how many mails are new. */
export async function mailSecondPersons(
  context: Context,
  transaction: WriteTransaction,
  evaluation: Told,
  proposer: string,
): Promise<number> {
  const readers = (await readReaders(transaction, { permission: "evaluations.write" }))
    .filter(({ userId }) => userId !== proposer)
    .map((reader) => ({ ...reader, count: 1 }));
  return queueMails(context, transaction, evaluation, "proposed", readers);
}

function queueMails(
  context: Context,
  transaction: WriteTransaction,
  evaluation: Told,
  kind: "opened" | "proposed",
  readers: readonly (Reader & { count: number })[],
): Promise<number> {
  const { id, revision } = evaluation;
  return mailReaders(context, transaction, readers, ({ userId, language, count }, site) => {
    const title = localize(evaluation.title, language).text;
    const path = kind === "opened" ? links.memberEvaluation(language, id) : links.finishEvaluation(language, id);
    return {
      purpose: "evaluation",
      subject: message(language, `evaluation.mail.${kind}.subject`, { title }),
      paragraphs: [
        message(language, `evaluation.mail.${kind}.text`, { title, count }),
        `${message(language, "evaluation.mail.page")}\n${site}${path}`,
      ],
      onceKey: `evaluation/${id}/${kind}/${kind === "opened" ? "" : `${revision}/`}${userId}`,
    };
  });
}
