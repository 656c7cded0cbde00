import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { ruleOf } from "../accounts/roles.ts";
import { getProgramme } from "../programme/service.ts";
import { canSee, findStanding, type Standing } from "../records/access.ts";
import { type ReminderStage, writeReminder } from "./mails.ts";
import { addDays } from "./service.ts";
import { readSubscribers } from "./store.ts";
import { type DatedActivity, findDated } from "./store-activities.ts";

/** First day before, last day after: what lies further away is reminded of by nobody. */
const daysBefore = 14;
const daysAfter = 60;

/**
 * Queues the reminders that are due to people who enter records for an organisation that takes part. A day on which the
 * program did not run is made up for by the next one; running it again adds nothing.
 */
export async function sendReminders(context: Context): Promise<number> {
  const today = context.clock.today();
  const days = { from: addDays(today, -daysAfter), to: addDays(today, daysBefore) };
  const { subscribers, activities } = await read(context.database, async (transaction) => ({
    subscribers: (await readSubscribers(transaction)).filter(({ reminders }) => reminders),
    activities: await findDated(transaction, days, today),
  }));
  const due = activities.flatMap((activity) => {
    const stage = findStage(activity, today);
    return stage === null ? [] : [{ activity, stage }];
  });
  if (due.length === 0) return 0;
  const desk = { config: context.config, programme: await getProgramme(context), today };
  let queued = 0;
  for (const subscriber of subscribers) {
    const standing = await findStanding(context, { ...subscriber, network: null });
    const mails = due
      .filter(({ activity }) => takesPart(standing, activity))
      .map(({ activity, stage }) => writeReminder(desk, subscriber, activity, stage));
    queued += await queueAll(context, mails);
  }
  return queued;
}

async function queueAll(context: Context, mails: Parameters<typeof queueMail>[2][]): Promise<number> {
  if (mails.length === 0) return 0;
  return write(context.database, async (transaction) => {
    let queued = 0;
    for (const mail of mails) if (await queueMail(transaction, context.clock.now(), mail)) queued += 1;
    return queued;
  });
}

/** Which reminder the day asks for. 「1月頃」 has no day to remind of beforehand, but is over when January is. */
export function findStage(
  activity: Pick<DatedActivity, "status" | "date" | "dateFrom" | "dateTo" | "stillPlanned" | "noResult">,
  today: string,
): ReminderStage | null {
  const { dateFrom, dateTo, date } = activity;
  const isExact = date !== null && /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/.test(date);
  if (["planned", "adjusting"].includes(activity.status) && isExact && dateFrom !== null && dateFrom >= today) {
    if (dateFrom <= addDays(today, 3)) return "before-3";
    return dateFrom <= addDays(today, daysBefore) ? "before-14" : null;
  }
  if (!(activity.stillPlanned || activity.noResult) || dateTo === null || dateTo < addDays(today, -daysAfter))
    return null;
  if (dateTo <= addDays(today, -30)) return "after-30";
  return dateTo <= addDays(today, -7) ? "after-7" : null;
}

/** People who enter activities for an organisation that the activity names, and may see it. */
function takesPart(standing: Standing, activity: DatedActivity): boolean {
  const named = [...activity.sides, ...(activity.owner === null ? [] : [activity.owner])];
  const enters = standing.stands.some(
    ({ role, organisations }) =>
      ruleOf(role).enters.includes("activity") && organisations.some((id) => named.includes(id)),
  );
  return enters && canSee(standing, { ...activity, kind: "activity" });
}
