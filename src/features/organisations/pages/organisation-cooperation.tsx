import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { LinkList, type LinkListItem } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { writeDate } from "../../activities/summarise.ts";
import { sayStatus } from "../../projects/say-status.ts";
import type { OrganisationRecord } from "./organisation-record.ts";

/** Partnerships, projects, agreements and needs in which it has a part. */
export function OrganisationCooperation({ record }: { record: OrganisationRecord }) {
  const { language } = record;
  const groups = [
    { id: "partnerships", items: listPartnerships(record) },
    { id: "projects", items: listProjects(record) },
    { id: "agreements", items: listAgreements(record) },
  ] as const;
  const needs = record.needs.map((need) => ({
    id: need.id,
    text: localize(need.title, language).text,
    note: [
      message(language, "partnershipPage.needOf", { name: record.directory.name(need.organisation, language) }),
      ...(need.addressedTo === null
        ? []
        : [message(language, "partnershipPage.needTo", { name: record.directory.name(need.addressedTo, language) })]),
    ].join(message(language, "list.separator")),
  }));
  return (
    <>
      {groups.map(
        ({ id, items }) =>
          items.length > 0 && (
            <Section key={id} id={id} title={message(language, `organisationPage.${id}`)}>
              <LinkList items={items} />
            </Section>
          ),
      )}
      {record.offers.length > 0 && (
        <Section
          id="offers"
          title={message(language, "offers.title")}
          more={{
            text: message(language, "offers.publicTitle"),
            href: links.offers(language, { organisation: record.organisation.id }),
          }}
        >
          <ul class="record-list">
            {record.offers.map(({ id, title, organisation, kinds }) => (
              <li key={id}>
                <Words value={localize(title, language)} />{" "}
                <span class="record-facts">
                  {[
                    ...(organisation === record.organisation.id ? [] : [record.directory.name(organisation, language)]),
                    ...kinds.map((kind) => message(language, `need.kinds.${kind}`)),
                  ].join(message(language, "list.separator"))}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {needs.length > 0 && (
        <Section
          id="needs"
          title={message(language, "partnershipPage.needs")}
          more={{ text: message(language, "needs.publicTitle"), href: links.needs(language) }}
        >
          <ul class="record-list">
            {needs.map(({ id, text, note }) => (
              <li key={id}>
                {text} <span class="record-facts">{note}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function listPartnerships({ organisation, partnerships, directory, language }: OrganisationRecord): LinkListItem[] {
  return partnerships.map(({ id, home, partner, basis }) => ({
    text: directory.name(home === organisation.id ? partner : home, language),
    href: links.partnership(language, id),
    note: choiceMessage(language, "partnership.basis", basis),
  }));
}

function listProjects({ projects, books, today, language }: OrganisationRecord): LinkListItem[] {
  return projects.map((project) => ({
    text: localize(project.title, language),
    href: links.project(language, project.id),
    note: [choiceMessage(language, "project.kind", project.kind), sayStatus(project, { books, today, language })].join(
      message(language, "list.separator"),
    ),
  }));
}

function listAgreements({ agreements, language }: OrganisationRecord): LinkListItem[] {
  return agreements.map((agreement) => ({
    text: localize(agreement.title, language),
    href: links.agreement(language, agreement.id),
    note: [
      choiceMessage(language, "agreement.kind", agreement.kind),
      // An understanding that is agreed says it already.
      ...(agreement.status === "agreed" ? [] : [choiceMessage(language, "agreement.status", agreement.status)]),
      writeDate(agreement.signed, agreement.signedText, language).date,
    ].join(message(language, "list.separator")),
  }));
}
