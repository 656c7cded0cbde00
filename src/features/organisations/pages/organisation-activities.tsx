import { choiceMessage, message } from "../../../messages/message.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { type KeyFigure, KeyFigures } from "../../../web/components/key-figures.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { summariseActivity } from "../../activities/summarise.ts";
import type { OrganisationRecord } from "./organisation-record.ts";

/** How much of what is on record, and the newest of it. */
export function OrganisationActivities({ record }: { record: OrganisationRecord }) {
  const { organisation, activities, total, language, today } = record;
  const more = {
    text: message(language, "organisationPage.allActivities", { count: total }),
    href: links.activities(language, { organisation: organisation.id }),
  };
  return (
    <Section
      id="activities"
      title={message(language, "organisationPage.activities")}
      lead={total === 0 ? undefined : message(language, "organisationPage.activitiesLead")}
      more={total === 0 ? undefined : more}
    >
      {total === 0 ? (
        <EmptyState title={message(language, "organisationPage.noActivities")} />
      ) : (
        <>
          <KeyFigures figures={countKinds(record)} />
          <ActivityList activities={activities.map((activity) => summariseActivity(activity, record, today))} />
        </>
      )}
    </Section>
  );
}

/** Every kind with its records, the most frequent first. */
function countKinds({ tally, language }: OrganisationRecord): KeyFigure[] {
  const sums = new Map<string, { held: number; expected: number }>();
  for (const { kind, held, expected } of tally) {
    const sum = sums.get(kind) ?? { held: 0, expected: 0 };
    sums.set(kind, { held: sum.held + held, expected: sum.expected + expected });
  }
  return [...sums]
    .toSorted(([, a], [, b]) => b.held - a.held)
    .map(([kind, { held, expected }]) => ({
      label: choiceMessage(language, "activity.kind", kind),
      value: held.toLocaleString("en"),
      unit: message(language, "organisationPage.records", { count: held }),
      note: expected === 0 ? undefined : message(language, "partnershipPage.expected", { count: expected }),
    }));
}
