import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { type Reader, readReaders } from "../accounts/readers.ts";
import { roleNames, ruleOf } from "../accounts/roles.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { readDirectory } from "../organisations/directory.ts";
import type { Entry } from "./record.ts";

type Letter = "submitted" | "approved" | "returned";
type Sender = Pick<Context, "clock" | "config">;

/**
 * Tells the officers of each platform that something waits for them, in the transaction of the submission: one mail, however
 * many entries a sheet has brought.
 */
export async function notifyOfSubmissions(
  context: Sender,
  transaction: WriteTransaction,
  entries: readonly Entry[],
  submitter: string,
): Promise<void> {
  for (const [platform, submitted] of Map.groupBy(entries, (entry) => entry.platform)) {
    const [first] = submitted;
    if (!first) continue;
    const roles = roleNames.filter((role) => ruleOf(role).approves === platform);
    const officers = await readReaders(transaction, { roles });
    const others = officers.filter(({ userId }) => userId !== submitter);
    await sendLetters(context, transaction, { entry: first, count: submitted.length }, others, "submitted");
  }
}

/** Tells those who wrote an entry what became of it; in the transaction of the decision. */
export async function notifyOfDecision(
  context: Sender,
  transaction: WriteTransaction,
  entry: Entry,
  decision: "approved" | "returned",
): Promise<void> {
  const writers = [...new Set([entry.author, entry.editedBy])].filter((userId) => userId !== entry.decidedBy);
  const readers = await readReaders(transaction, { userIds: writers });
  await sendLetters(context, transaction, { entry, count: 1 }, readers, decision);
}

/**
 * A mail leaves the house unencrypted: it carries the title of the record, the word of the officer who decided, and nothing else
 * that the record says.
 */
async function sendLetters(
  context: Sender,
  transaction: WriteTransaction,
  { entry, count }: { entry: Entry; count: number },
  readers: readonly Reader[],
  letter: Letter,
): Promise<void> {
  const directory = await readDirectory(transaction);
  const template = letter === "submitted" && count > 1 ? "submittedSeveral" : letter;
  await mailReaders(context, transaction, readers, ({ userId, language }, site) => {
    const words = {
      title: localize(entry.title, language).text || message(language, "entry.untitled"),
      kind: message(language, `record.kind.${entry.kind}`),
      organisation: directory.find(entry.owner) ? directory.name(entry.owner, language) : entry.owner,
      count,
    };
    return {
      purpose: `entry-${letter}`,
      subject: message(language, `entry.mail.${template}.subject`, words),
      paragraphs: [
        message(language, `entry.mail.${template}.text`, words),
        ...(entry.comment === null ? [] : [message(language, "entry.mail.comment", { comment: entry.comment })]),
        `${site}${findPage(language, entry, template)}`,
      ],
      onceKey: `entry/${entry.id}/${entry.revision}/${letter}/${userId}`,
    };
  });
}

function findPage(language: Language, entry: Entry, letter: Letter | "submittedSeveral"): string {
  if (letter === "submittedSeveral") return links.approvals(language);
  if (letter === "submitted") return links.entryReview(language, entry.id);
  return letter === "returned"
    ? links.entry(language, entry.id)
    : links.memberRecord(language, entry.kind, entry.record);
}
