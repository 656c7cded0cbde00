import type { ComponentChildren } from "preact";
import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { sayStatus } from "../../projects/say-status.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** Projects, needs, plans and achievements; a section without records is left out. */
export function PartnershipSections({ record }: { record: PartnershipRecord }) {
  const { language, names } = record;
  const sections = [
    { id: "projects", items: listProjects(record), lead: undefined },
    { id: "needs", items: listNeeds(record), lead: undefined },
    { id: "plans", items: listPlans(record), lead: undefined },
    {
      id: "achievements",
      items: listAchievements(record),
      lead: message(language, "partnershipPage.achievementsLead", { home: names.home }),
    },
  ] as const;
  return (
    <>
      {sections.map(
        ({ id, items, lead }) =>
          items.length > 0 && (
            <Section key={id} id={id} title={message(language, `partnershipPage.${id}`)} lead={lead}>
              <ul class="record-list">
                {items.map((item, index) => (
                  <li key={index}>{item}</li>
                ))}
              </ul>
            </Section>
          ),
      )}
    </>
  );
}

function listProjects({ projects, books, today, language }: PartnershipRecord): ComponentChildren[] {
  return projects.map((project) => (
    <>
      <p class="record-title">
        <a href={links.project(language, project.id)}>
          <Words value={localize(project.title, language)} />
        </a>
      </p>
      <p class="record-facts">
        <span>{choiceMessage(language, "project.kind", project.kind)}</span>
        <span>{sayStatus(project, { books, today, language })}</span>
      </p>
    </>
  ));
}

function listNeeds({ needs, directory, language }: PartnershipRecord): ComponentChildren[] {
  return needs.map((need) => (
    <>
      <p class="record-title">
        <Words value={localize(need.title, language)} />
      </p>
      <p class="record-facts">
        <span>
          {message(language, "partnershipPage.needOf", { name: directory.name(need.organisation, language) })}
        </span>
        {need.learnt !== null && <span>{writeEdtf(need.learnt, language)}</span>}
      </p>
    </>
  ));
}

function listPlans({ plans, programme, language }: PartnershipRecord): ComponentChildren[] {
  return plans.map((plan) => (
    <>
      <p class="record-title">
        <Words value={localize(plan.content, language)} />
      </p>
      <p class="record-facts">
        <span>
          {message(language, "partnershipPage.planFor", {
            year: fiscalYearLabel(programme.calendar, plan.fiscalYear, language),
          })}
        </span>
      </p>
    </>
  ));
}

function listAchievements({ achievements, language }: PartnershipRecord): ComponentChildren[] {
  return achievements.map(({ text, note, type, period }) => (
    <>
      <p class="record-title">
        <Words value={localize(text, language)} />
      </p>
      <p class="record-facts">
        <span>{choiceMessage(language, "partnership.type", type)}</span>
        <span>{writeEdtf(period, language)}</span>
        {localize(note, language).text !== "" && <span>{localize(note, language).text}</span>}
      </p>
    </>
  ));
}
