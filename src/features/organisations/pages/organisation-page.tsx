import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler, PageRequest } from "../../../web/page.ts";
import type { Reader } from "../../policies/service.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { governmentTiers, type Organisation } from "../organisation.ts";
import { describeOrganisation } from "./describe-organisation.tsx";
import { OrganisationActivities } from "./organisation-activities.tsx";
import { OrganisationCooperation } from "./organisation-cooperation.tsx";
import { OrganisationOffices } from "./organisation-offices.tsx";
import { OrganisationPolicies } from "./organisation-policies.tsx";
import { type OrganisationRecord, readOrganisationRecord } from "./organisation-record.ts";

/** One organisation: what it is called, what it belongs to, what it does in the programme. */
export const showOrganisation: PageHandler = (request) => describePage(request, null);

/** The same with what only members see of its policies. */
export const showMemberOrganisation: PageHandler<MemberRequest> = async (request) => ({
  ...(await describePage(request, request.actor)),
  area: null,
  unlisted: true,
});

async function describePage({ context, language, params, url }: PageRequest, reader: Reader): Promise<PageContent> {
  const record = await readOrganisationRecord(context, reader, params.id ?? "", language);
  const { organisation, directory } = record;
  const title = directory.name(organisation.id, language);
  const parent = organisation.parent;
  return {
    title,
    description: message(language, "organisationPage.description", { name: title }),
    area: "partnerships",
    trail: [
      { text: message(language, "site.area.partnerships"), href: links.partnerships(language) },
      { text: message(language, "site.organisations"), href: links.organisations(language) },
      ...(parent === null
        ? []
        : [{ text: directory.name(parent, language), href: links.organisation(language, parent) }]),
    ],
    jsonLd: writeJsonLd(record, url.origin),
    body: (
      <>
        <PageHeading
          kicker={choiceMessage(language, "organisation.tier", organisation.tier)}
          title={localize(organisation.name, language)}
        />
        <DefinitionList items={describeOrganisation(record)} />
        <OrganisationCooperation record={record} />
        <OrganisationActivities record={record} />
        {record.region && (
          <OrganisationPolicies organisation={organisation.id} region={record.region} words={record.policyWords} />
        )}
        <OrganisationOffices record={record} />
        <Section id="sources" title={message(language, "projects.sources")}>
          <SourceList
            documents={citeSources(
              [organisation.source, ...record.roles.map((role) => role.source)],
              record.books,
              language,
            )}
          />
        </Section>
      </>
    ),
  };
}

function writeJsonLd({ organisation, directory, language }: OrganisationRecord, origin: string): unknown {
  const { codes, position, website, parent } = organisation;
  const names = [...Object.values(organisation.name), ...organisation.names.map(({ name }) => name)];
  const title = directory.name(organisation.id, language);
  return {
    "@context": "https://schema.org",
    "@type": schemaType(organisation),
    name: title,
    alternateName: [...new Set(names)].filter((name) => name !== title),
    url: `${origin}${links.organisation(language, organisation.id)}`,
    ...(website === null ? {} : { sameAs: website }),
    identifier: Object.values(codes).filter((code) => code !== null),
    ...(position === null ? {} : { location: { "@type": "Place", geo: { "@type": "GeoCoordinates", ...position } } }),
    ...(parent === null
      ? {}
      : {
          parentOrganization: {
            "@type": "Organization",
            name: directory.name(parent, language),
            url: `${origin}${links.organisation(language, parent)}`,
          },
        }),
  };
}

function schemaType({ tier }: Organisation): string {
  const isGovernment = [...governmentTiers, "ministry", "department", "bureau"].includes(tier);
  if (isGovernment) return "GovernmentOrganization";
  return tier === "company" ? "Corporation" : tier === "university" ? "CollegeOrUniversity" : "Organization";
}
