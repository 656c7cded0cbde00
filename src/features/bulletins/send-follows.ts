import type { Language } from "../../core/language.ts";
import { read, write } from "../../db/transaction.ts";
import { homeTimeZone } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { listPublicNeeds } from "../needs/service.ts";
import { getKnowledge } from "../policies/knowledge.ts";
import { gatherPolicyWords } from "../policies/policy-words.ts";
import { listTargets } from "../policies/service.ts";
import { chooseNews } from "./choose-news.ts";
import type { Rhythm } from "./follow.ts";
import { type FollowMailWords, writeFollowMail } from "./mails.ts";
import { ensureSettings, type Follower, findTold, markTold, readFollowers } from "./store-follows.ts";
import { type FollowNews, findNewsSince } from "./store-news.ts";

/** Days that are looked back beyond the last mail: what was committed late is told late and not never. */
const marginDays = 2;
const longestDays = 31;

/** Queues a mail for everybody whose day it is and for whom something is new. Running it again adds nothing. */
export async function sendFollows(context: Context): Promise<number> {
  const today = context.clock.today();
  const due = (await read(context.database, readFollowers)).filter((follower) => isDue(follower, today));
  if (due.length === 0) return 0;
  const knowledge = await getKnowledge(context);
  const needs = await listPublicNeeds(context);
  const now = context.clock.now();
  const earliest = new Date(Math.max(Math.min(...due.map(beginOfNews)), now.getTime() - longestDays * 86_400_000));
  const news = await read(context.database, (transaction) => findNewsSince(transaction, earliest));
  const more = await gatherWords(context, news);
  let queued = 0;
  for (const follower of due) {
    const since = beginOfNews(follower);
    const own = chooseNews(news, follower, knowledge, needs).filter(({ at }) => at.getTime() > since);
    queued += await write(context.database, async (transaction) => {
      // Two processes at once: the second finds everything told.
      await ensureSettings(transaction, follower.userId, now);
      const told = await findTold(
        transaction,
        follower.userId,
        own.map(({ subject }) => subject),
      );
      const untold = own.filter(({ subject }) => !told.has(subject));
      const subjects = untold.flatMap(({ kind, item, subject }) =>
        kind === "clipping" ? [subject, `policy/${item}`] : [subject],
      );
      // Whoever was looked for today is not looked for again, news or not.
      await markTold(transaction, follower.userId, subjects, now);
      const readers = untold.length > 0 ? [follower] : [];
      return mailReaders(context, transaction, readers, (to, site) => writeFollowMail(site, to, untold, more, today));
    });
  }
  return queued;
}

async function gatherWords(context: Context, news: readonly FollowNews[]): Promise<FollowMailWords> {
  const gather = (language: Language) => gatherPolicyWords(context, language);
  const words = { ja: await gather("ja"), zh: await gather("zh"), en: await gather("en") };
  if (!news.some(({ kind }) => kind === "target")) return { words, targets: new Map() };
  const targets = await read(context.database, (transaction) =>
    listTargets(transaction, { members: true, states: ["confirmed"] }),
  );
  return { words, targets: new Map(targets.map((target) => [`target/${target.id}`, target])) };
}

function beginOfNews({ sentUntil }: Follower): number {
  return sentUntil.getTime() - marginDays * 86_400_000;
}

/** Daily ones once a day; weekly ones on Mondays, or on the first day after one on which the program ran. */
function isDue({ rhythm, sentUntil }: { rhythm: Rhythm; sentUntil: Date }, today: string): boolean {
  if (rhythm === "none") return false;
  const last = Temporal.Instant.fromEpochMilliseconds(sentUntil.getTime())
    .toZonedDateTimeISO(homeTimeZone)
    .toPlainDate()
    .toString();
  if (rhythm === "daily") return last < today;
  const day = Temporal.PlainDate.from(today);
  return last < day.subtract({ days: day.dayOfWeek - 1 }).toString();
}
