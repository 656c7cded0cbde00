import { isExact, parseEdtf } from "../../core/edtf.ts";
import { languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { links } from "../../web/links.ts";
import type { Activity } from "./activity.ts";
import { describePlace } from "./describe.ts";
import type { Knowledge } from "./filter-knowledge.ts";

/** schema.org/Event for search engines. What the record leaves open is left out, never rounded to a day. */
export function describeEventAsJsonLd(activity: Activity, origin: string, knowledge: Knowledge): unknown {
  const { language, directory } = knowledge;
  const place = describePlace(activity, knowledge);
  const description = localize(activity.theme, language).text;
  const organizers = activity.parties.filter(({ role }) => role === "host" || role === "lead");
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": `${origin}${links.activity(language, activity.id)}`,
    url: `${origin}${links.activity(language, activity.id)}`,
    name: localize(activity.title, language).text,
    inLanguage: languageTags[language],
    ...exactDays(activity),
    eventStatus: `https://schema.org/${activity.status === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    ...(description === "" ? {} : { description }),
    ...(place === "" ? {} : { location: { "@type": "Place", name: place, address: place } }),
    ...(organizers.length === 0
      ? {}
      : {
          organizer: organizers.map(({ organisation }) => ({
            "@type": "Organization",
            name: directory.name(organisation, language, activity.dateFrom),
            url: `${origin}${links.organisation(language, organisation)}`,
          })),
        }),
  };
}

/** ISO 8601 days of schema.org/Date; nothing where a day is not known or doubtful. */
function exactDays({ date, dateFrom, dateTo }: Activity): { startDate?: string; endDate?: string } {
  const parsed = date === null ? null : parseEdtf(date);
  if (!parsed?.ok || !isExact(parsed.value) || dateFrom === null || dateTo === null) return {};
  return { startDate: dateFrom, endDate: dateTo };
}
