import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { ListedActivity } from "../../web/components/activity-list.tsx";
import type { CitedDocument } from "../../web/components/source-list.tsx";
import { links } from "../../web/links.ts";
import type { Activity } from "./activity.ts";
import { getEvents } from "./events.ts";
import type { Knowledge } from "./filter-knowledge.ts";
import { getActivitiesById } from "./service.ts";
import { summariseActivity } from "./summarise.ts";

/** Activities as lines of a list, each with the other ledgers' records of the same event. */
export async function listItems(
  context: Context,
  activities: readonly Activity[],
  knowledge: Knowledge,
): Promise<ListedActivity[]> {
  const { same } = await getEvents(context);
  const otherIds = [...new Set(activities.flatMap(({ id }) => same.get(id) ?? []))];
  const others = new Map((await getActivitiesById(context, otherIds)).map((other) => [other.id, other]));
  return activities.map((activity) => {
    const records = (same.get(activity.id) ?? []).flatMap((id) => others.get(id) ?? []);
    return {
      ...summariseActivity(activity, knowledge, knowledge.today),
      parties: listGovernments(activity, knowledge),
      also: records.length === 0 ? undefined : describeOthers(records, knowledge),
    };
  });
}

function describeOthers(records: readonly Activity[], { language, books }: Knowledge): ListedActivity["also"] {
  return {
    label: message(language, "activities.alsoRecorded"),
    links: records.map((record) => ({
      text: localize(books.ledger(record.ledger).name, language),
      href: links.activity(language, record.id),
    })),
  };
}

/** Those who act, as the governments or bodies that they belong to; the programme's own country first. */
export function listGovernments(activity: Activity, { directory, language, programme }: Knowledge): string[] {
  const acting = activity.parties.filter(({ role }) => ["lead", "sender", "receiver", "host"].includes(role));
  const governments = [...new Set(acting.map(({ organisation }) => directory.get(organisation).government))];
  const isAbroad = (id: string) => Number(directory.get(id).country !== programme.homeCountry);
  return governments
    .toSorted((a, b) => isAbroad(a) - isAbroad(b))
    .map((id) => directory.name(id, language, activity.dateFrom));
}

/** The documents behind a list, each once, in the order of the books. */
export function citeDocuments(activities: readonly Activity[], { books, language }: Knowledge): CitedDocument[] {
  const cited = new Set(activities.map(({ source }) => source.document));
  return books.documents
    .filter(({ id }) => cited.has(id))
    .map(({ id, title }) => ({ id, title: localize(title, language), href: links.document(language, id) }));
}
