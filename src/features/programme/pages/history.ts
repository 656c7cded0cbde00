import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { TimelineEvent, TimelineProps } from "../../../web/components/timeline.tsx";
import { links } from "../../../web/links.ts";
import type { Activity } from "../../activities/activity.ts";
import { getActivities } from "../../activities/service.ts";
import { nameStatus, writeDate } from "../../activities/summarise.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../books.ts";
import type { Programme } from "../programme.ts";

/** More than a government dialogue fills in decades; a bound for a sheet that someone misuses. */
const mostEvents = 300;

/** What the governments themselves have on record: the ledgers that a ministry keeps, oldest first. */
export async function gatherHistory(context: Context): Promise<Activity[]> {
  const { ledgers } = await getBooks(context);
  const directory = await getDirectory(context);
  const governmental = ledgers.filter(({ owner }) => owner !== null && directory.get(owner).tier === "ministry");
  const lists = await Promise.all(
    governmental.map(({ id }) => getActivities(context, { ledger: id }, { limit: mostEvents, order: "oldest" })),
  );
  return lists.flat();
}

export function assembleHistory(
  activities: readonly Activity[],
  programme: Programme,
  language: Language,
): TimelineProps["years"] {
  const years = [...new Set(activities.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  return years.map((year) => ({
    label: fiscalYearLabel(programme.calendar, year, language),
    events: activities
      .filter((activity) => activity.fiscalYear === year)
      .map((activity) => toEvent(activity, language)),
  }));
}

function toEvent(activity: Activity, language: Language): TimelineEvent {
  const note = [activity.theme, activity.result, activity.remark]
    .map((text) => localize(text, language))
    .find(({ text }) => text !== "");
  return {
    id: activity.id,
    kind: "other",
    kindLabel: choiceMessage(language, "activity.kind", activity.kind),
    ...writeDate(activity.date, activity.dateText, language),
    title: localize(activity.title, language),
    href: links.activity(language, activity.id),
    note,
    status: nameStatus(activity.status, language),
  };
}
