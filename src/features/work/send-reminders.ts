import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { ruleOf } from "../accounts/roles.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { canSee, type Standing } from "../records/access.ts";
import { readStandingReaders } from "../records/standing-readers.ts";
import { type ReminderStage, writeReminder } from "./mails.ts";
import { addDays } from "./service.ts";
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
  const { readers, activities } = await read(context.database, async (transaction) => ({
    readers: (await readStandingReaders(context, transaction)).filter(({ reminders }) => reminders),
    activities: await findDated(transaction, days, today),
  }));
  const due = activities.flatMap((activity) => {
    const stage = findStage(activity, today);
    return stage === null ? [] : [{ activity, stage }];
  });
  if (due.length === 0) return 0;
  let queued = 0;
  for (const reader of readers) {
    const own = due
      .filter(({ activity }) => takesPart(reader.standing, activity))
      .map(({ activity, stage }) => ({ ...reader, activity, stage }));
    if (own.length === 0) continue;
    queued += await write(context.database, (transaction) =>
      mailReaders(context, transaction, own, ({ activity, stage, ...to }, site) =>
        writeReminder(site, to, activity, stage),
      ),
    );
  }
  return queued;
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
