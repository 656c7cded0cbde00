import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { readSubscribers, type Subscriber } from "../accounts/readers.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { writeDigest } from "./mails.ts";
import { dayOf } from "./say.ts";
import { getWork } from "./service.ts";
import { markDigest } from "./store.ts";
import type { Work } from "./work.ts";

const longestNewsDays = { daily: 3, weekly: 14 };

/** Queues a digest for everybody whose day it is and for whom there is something to say. Running it again adds nothing. */
export async function sendDigests(context: Context): Promise<number> {
  const today = context.clock.today();
  let queued = 0;
  for (const subscriber of await read(context.database, readSubscribers)) {
    const rhythm = findRhythm(subscriber, today);
    if (rhythm === null) continue;
    const now = context.clock.now();
    const work = await getWork(
      context,
      { ...subscriber, network: null },
      { since: beginOfNews(subscriber, rhythm, now), limit: 5, daysAhead: 14 },
    );
    const readers = hasSomethingToSay(work, rhythm) ? [subscriber] : [];
    queued += await write(context.database, async (transaction) => {
      await markDigest(transaction, subscriber.userId, now);
      return mailReaders(context, transaction, readers, (to, site) => writeDigest(site, to, work, today));
    });
  }
  return queued;
}

/** Weekly digests go out on Mondays, or on the first day after one on which the program ran. */
function findRhythm({ digest, digestSentAt }: Subscriber, today: string): "daily" | "weekly" | null {
  const last = digestSentAt === null ? null : dayOf(digestSentAt);
  if (digest === "daily") return last === null || last < today ? "daily" : null;
  if (digest !== "weekly") return null;
  const day = Temporal.PlainDate.from(today);
  const monday = day.subtract({ days: day.dayOfWeek - 1 }).toString();
  if (last === null) return day.dayOfWeek === 1 ? "weekly" : null;
  return last < monday ? "weekly" : null;
}

/** After a long silence of the program nobody wants the news of months. */
function beginOfNews({ digestSentAt }: Subscriber, rhythm: "daily" | "weekly", now: Date): Date {
  const usual = new Date(now.getTime() - (rhythm === "daily" ? 1 : 7) * 86_400_000);
  const earliest = new Date(now.getTime() - longestNewsDays[rhythm] * 86_400_000);
  if (digestSentAt === null) return usual;
  return digestSentAt < earliest ? earliest : digestSentAt;
}

/** Every day only what is new; once a week also what still waits. */
function hasSomethingToSay(work: Work, rhythm: "daily" | "weekly"): boolean {
  const { clippings, translations, needs, evaluations, since } = work;
  const sent = [...clippings.items, ...translations.items, ...needs.items, ...evaluations.items].filter(
    ({ at }) => at > since,
  ).length;
  const news = work.changes.total + work.comments.total + sent;
  const lists = [
    work.returned,
    work.approvals,
    clippings,
    translations,
    needs,
    work.surveys,
    work.meetings,
    work.matches,
    work.assessments,
    work.evaluations,
    work.milestones,
    work.next,
  ];
  const waiting = lists.reduce((sum, { total }) => sum + total, 0);
  return news > 0 || (rhythm === "weekly" && waiting > 0);
}
