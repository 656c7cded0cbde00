import { localize } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { hasPermission } from "../accounts/actor.ts";
import { readLetterhead, saluteByName, writeLetter } from "../mailing/letter.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { findStanding } from "../records/access.ts";
import { readSubscribers, type Subscriber } from "../work/service.ts";
import { findOwnSide } from "./access.ts";
import type { Evaluation } from "./draft.ts";

type Told = Pick<Evaluation, "id" | "title" | "revision">;

/** To everybody who gives a side's word, each in the own language. Gives how many mails are new. */
export async function mailSides(context: Context, transaction: WriteTransaction, evaluation: Told): Promise<number> {
  const partnerships = await getPartnerships(context);
  let queued = 0;
  for (const subscriber of await readSubscribers(transaction)) {
    const standing = await findStanding(context, { ...subscriber, network: null });
    const count = partnerships.filter((partnership) => findOwnSide(standing, partnership) !== null).length;
    if (count > 0 && (await queueOne(context, transaction, { evaluation, subscriber, kind: "opened", count })))
      queued += 1;
  }
  return queued;
}

/** To those who may finish it, but for whoever proposed it. Gives how many mails are new. */
export async function mailSecondPersons(
  context: Context,
  transaction: WriteTransaction,
  evaluation: Told,
  proposer: string,
): Promise<number> {
  let queued = 0;
  for (const subscriber of await readSubscribers(transaction)) {
    const mayFinish = hasPermission({ ...subscriber, network: null }, "evaluations.write");
    if (!mayFinish || subscriber.userId === proposer) continue;
    if (await queueOne(context, transaction, { evaluation, subscriber, kind: "proposed", count: 1 })) queued += 1;
  }
  return queued;
}

async function queueOne(
  context: Context,
  transaction: WriteTransaction,
  {
    evaluation,
    subscriber,
    kind,
    count,
  }: { evaluation: Told; subscriber: Subscriber; kind: "opened" | "proposed"; count: number },
): Promise<boolean> {
  const { language, name, email, userId } = subscriber;
  const { id, revision } = evaluation;
  const title = localize(evaluation.title, language).text;
  const path = kind === "opened" ? links.memberEvaluation(language, id) : links.finishEvaluation(language, id);
  const letter = writeLetter({
    language,
    programme: await readLetterhead(transaction, language),
    salutation: saluteByName(language, name),
    subject: message(language, `evaluation.mail.${kind}.subject`, { title }),
    paragraphs: [
      message(language, `evaluation.mail.${kind}.text`, { title, count }),
      `${message(language, "evaluation.mail.page")}\n${publicAddress(context.config)}${path}`,
    ],
  });
  return queueMail(transaction, context.clock.now(), {
    ...{ to: email, userId, language, purpose: "evaluation", ...letter },
    onceKey: `evaluation/${id}/${kind}/${kind === "opened" ? "" : `${revision}/`}${userId}`,
  });
}
