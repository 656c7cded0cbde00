import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { listPublicNeeds } from "../needs/service.ts";
import { getKnowledge } from "../policies/knowledge.ts";
import type { ApprovedBulletin, BulletinEntry } from "./bulletin.ts";
import { writeBulletinMail } from "./mails.ts";
import { describeWishes, matches } from "./match-follows.ts";
import { readFollowers } from "./store-follows.ts";

/**
 * Queues a mail about a number to everybody who follows the bulletin, or a region, topic or need that it speaks of, and wants
 * mails. Of a number for members only those hear who may read it. `again`: when somebody asked for it to be sent once more.
 */
export async function deliverBulletin(
  context: Context,
  transaction: WriteTransaction,
  bulletin: Pick<ApprovedBulletin, "month" | "number" | "visibility" | "pages" | "content">,
  again: Date | null = null,
): Promise<number> {
  const { visibility, content } = bulletin;
  const knowledge = await getKnowledge(context);
  const needs = await listPublicNeeds(context);
  const readers = (await read(context.database, readFollowers)).flatMap((follower) => {
    if (follower.rhythm === "none" || (visibility === "members" && !follower.isMember)) return [];
    const wishes = follower.follows.map((follow) => describeWishes(follow, knowledge, needs));
    const own = content.entries.filter((entry) => wishes.some((wish) => matches(wish, subjectOf(entry))));
    return own.length > 0 || follower.follows.some(({ kind }) => kind === "bulletin") ? [{ ...follower, own }] : [];
  });
  return mailReaders(context, transaction, readers, ({ own, ...to }, site) =>
    writeBulletinMail(site, to, bulletin, { own, again }),
  );
}

function subjectOf({ regionIds, topicIds }: BulletinEntry) {
  return { regions: regionIds, topics: topicIds };
}
