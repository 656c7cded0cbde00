import { parseEdtf } from "../../core/edtf.ts";
import { formatEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { ListedActivity } from "../../web/components/activity-list.tsx";
import type { ActivityStatus } from "../../web/components/badges.tsx";
import { links } from "../../web/links.ts";
import { type Activity, statusOn } from "./activity.ts";
import { type DescribeContext, describePeople, describePlace } from "./describe.ts";

/** One activity as a line of a list. */
export function summariseActivity(activity: Activity, context: DescribeContext, today: string): ListedActivity {
  const { language } = context;
  const people = describePeople(activity.people, context);
  return {
    id: activity.id,
    ...writeDate(activity.date, activity.dateText, language),
    kind: choiceMessage(language, "activity.kind", activity.kind),
    title: localize(activity.title, language),
    href: links.activity(language, activity.id),
    place: describePlace(activity, context) || undefined,
    status: nameStatus(statusOn(activity, today), language),
    note: people || undefined,
  };
}

/** The date in the reader's language, and for machines where it is one exact day, month or year. */
export function writeDate(
  date: string | null,
  printed: string | null,
  language: Language,
): { date: string; dateTime: string | undefined } {
  const parsed = date === null ? null : parseEdtf(date);
  if (!parsed?.ok) return { date: printed ?? message(language, "projects.undated"), dateTime: undefined };
  return {
    date: formatEdtf(parsed.value, language),
    dateTime: /^\d{4}(-\d{2}){0,2}$/.test(date ?? "") ? (date ?? undefined) : undefined,
  };
}

/** Undefined for what has been held: it needs no mark. */
export function nameStatus(status: string, language: Language): { status: ActivityStatus; label: string } | undefined {
  if (status !== "planned" && status !== "adjusting" && status !== "cancelled") return undefined;
  return { status, label: choiceMessage(language, "activity.status", status) };
}
