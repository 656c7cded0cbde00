import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { roleNames } from "../roles.ts";
import { RoleMatrix } from "./role-matrix.tsx";

/** roles.ts as people read it: the same data that decides. */
export const showRoles: PageHandler<MemberRequest> = async ({ language, actor }) => {
  const title = message(language, "role.title");
  return {
    title,
    description: message(language, "role.lead"),
    area: null,
    unlisted: true,
    landscape: true,
    trail: [{ text: message(language, "account.title"), href: links.account(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "role.lead")} />
        <Section id="roles" title={message(language, "role.each")}>
          <DefinitionList
            items={roleNames.map((role) => ({
              term: message(language, `role.${role}.name`),
              values: [message(language, `role.${role}.text`)],
            }))}
          />
        </Section>
        <Section id="matrix" title={message(language, "role.matrix")}>
          <RoleMatrix language={language} own={actor.memberships.map(({ role }) => role)} />
          <p>{message(language, "role.within")}</p>
          <p>{message(language, "role.fits")}</p>
        </Section>
      </>
    ),
  };
};
