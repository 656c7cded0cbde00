import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { RawHandler } from "../../web/page.ts";
import { readTexts } from "../../web/query.ts";
import { type Activity, statusOn } from "./activity.ts";
import { describePeople, describePlace } from "./describe.ts";
import { gatherKnowledge, type Knowledge } from "./filter-knowledge.ts";
import { readActivityFilter } from "./read-filter.ts";
import { getActivities } from "./service.ts";

/** Calendar programs read a feed again and again; more than the newest thousand nobody leafs through. */
const mostEvents = 1_000;

/** RFC 5545: all-day events for activities whose days are known; `activity=ID` gives single ones. */
export const sendCalendar: RawHandler = async ({ context, language, url }) => {
  const knowledge = await gatherKnowledge(context, language);
  const { filter } = readActivityFilter(url, knowledge);
  const ids = readTexts(url, "activity");
  const wanted = { ...filter, ...(ids.length > 0 ? { ids } : { onceEachEvent: true }), exactDays: true };
  const activities = await getActivities(context, wanted, { limit: mostEvents, order: "newest" });
  return {
    content: writeCalendar(activities, url.origin, knowledge),
    contentType: "text/calendar; charset=utf-8",
    fileName: "activities.ics",
  };
};

export function writeCalendar(activities: readonly Activity[], origin: string, knowledge: Knowledge): string {
  const { language, programme } = knowledge;
  const calendar = ical({
    name: message(language, "feeds.calendarTitle", { programme: localize(programme.shortName, language).text }),
    prodId: { company: "Renkei", product: "activities", language: languageTags[language].toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const activity of activities) {
    if (activity.dateFrom === null || activity.dateTo === null) continue;
    const url = `${origin}${links.activity(language, activity.id)}`;
    calendar.createEvent({
      id: `${activity.id}@${programme.id}.renkei`,
      start: Temporal.PlainDate.from(activity.dateFrom),
      // RFC 5545 §3.6.1: the end of an all-day event is the day after its last.
      end: Temporal.PlainDate.from(activity.dateTo).add({ days: 1 }),
      allDay: true,
      // RFC 5545 §3.8.7.2 asks for a stamp; that of the records makes the file the same on every request.
      stamp: new Date(`${programme.asOf}T00:00:00Z`),
      summary: localize(activity.title, language).text,
      description: describe(activity, url, knowledge),
      location: describePlace(activity, knowledge) || null,
      status: statusOf(activity, knowledge.today),
      url,
    });
  }
  return calendar.toString();
}

function describe(activity: Activity, url: string, knowledge: Knowledge): string {
  const { language } = knowledge;
  const texts = [activity.theme, activity.result].map((text) => localize(text, language).text);
  return [...texts, describePeople(activity.people, knowledge), url].filter((text) => text !== "").join("\n");
}

function statusOf(activity: Activity, today: string): ICalEventStatus {
  const status = statusOn(activity, today);
  if (status === "cancelled") return ICalEventStatus.CANCELLED;
  return status === "done" ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}
