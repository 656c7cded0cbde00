import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationRecord } from "./organisation-record.ts";

/** Its offices, and apart from them the local governments within it. */
export function OrganisationOffices({ record }: { record: OrganisationRecord }) {
  const { offices, language } = record;
  const groups = [
    { id: "offices", own: offices.filter((office) => office.government !== office.id) },
    { id: "governments", own: offices.filter((office) => office.government === office.id) },
  ] as const;
  return (
    <>
      {groups.map(
        ({ id, own }) =>
          own.length > 0 && (
            <Section key={id} id={id} title={message(language, `organisationPage.${id}`)}>
              <LinkList
                columns={own.length > 4}
                items={own.map((office) => ({
                  text: localize(office.name, language),
                  href: links.organisation(language, office.id),
                }))}
              />
            </Section>
          ),
      )}
    </>
  );
}
