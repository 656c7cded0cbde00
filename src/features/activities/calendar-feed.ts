import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { AppError } from "../../core/errors.ts";
import { languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { RawHandler } from "../../web/page.ts";
import { readTexts } from "../../web/query.ts";
import { type Activity, statusOn } from "./activity.ts";
import { describePeople, describePlace } from "./describe.ts";
import { describeFilterValue, gatherKnowledge, type Knowledge } from "./filter-knowledge.ts";
import { type FilterParameter, type ReadFilter, readActivityFilter } from "./read-filter.ts";
import { getActivities, getActivity } from "./service.ts";

/** Calendar programs read a feed again and again; more than the newest thousand nobody leafs through. */
const mostEvents = 1_000;

/** What is a number or one of a fixed choice, and no id of a record. */
const readByForm: readonly FilterParameter[] = ["fiscalYear", "month", "kind", "status"];

/** RFC 5545: all-day events for activities whose days are known; `activity=ID` gives single ones. */
export const sendCalendar: RawHandler = async ({ context, language, url }) => {
  const knowledge = await gatherKnowledge(context, language);
  const read = readActivityFilter(url, knowledge);
  refuseIgnored(read);
  const { filter } = read;
  const ids = readTexts(url, "activity");
  for (const id of ids) await getActivity(context, id);
  const wanted = { ...filter, ...(ids.length > 0 ? { ids } : { onceEachEvent: true }), exactDays: true };
  const activities = await getActivities(context, wanted, { limit: mostEvents, order: "newest" });
  return {
    content: writeCalendar(activities, url.origin, knowledge, describeFilter(read, knowledge)),
    contentType: "text/calendar; charset=utf-8",
    fileName: "activities.ics",
  };
};

/**
 * A page says which part of its filter it left out; a calendar program has nobody to tell, and would fill somebody's calendar with
 * everything. Throws `not-found` for an id that is not on record, `invalid-input` for a value that cannot be read.
 */
function refuseIgnored({ ignored }: ReadFilter): void {
  const [first] = ignored;
  if (!first) return;
  const { name, value } = first;
  if (readByForm.includes(name)) throw new AppError("invalid-input", { field: name });
  throw new AppError("not-found", { kind: name, id: value });
}

/** 「埼玉県」, 「2015年度・研修」: what tells a subscription from the others; empty for the whole calendar. */
function describeFilter({ active, organisations }: ReadFilter, knowledge: Knowledge): string {
  const { language, directory } = knowledge;
  const names = active.map(({ name, value }) => {
    const [organisation, ...others] = name === "organisation" ? organisations : [];
    return organisation && others.length === 0
      ? directory.name(organisation.id, language)
      : describeFilterValue(name, value, knowledge);
  });
  return names.join(message(language, "list.separator"));
}

/** `part` names what the calendar is narrowed to. */
export function writeCalendar(
  activities: readonly Activity[],
  origin: string,
  knowledge: Knowledge,
  part: string,
): string {
  const { language, programme } = knowledge;
  const whole = message(language, "feeds.calendarTitle", { programme: localize(programme.shortName, language).text });
  const calendar = ical({
    name: part === "" ? whole : message(language, "feeds.calendarTitleOf", { calendar: whole, part }),
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
