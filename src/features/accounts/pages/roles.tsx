import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { permissions, roleNames, ruleOf } from "../roles.ts";

/** roles.ts as people read it: the same data that decides. */
export const showRoles: PageHandler<MemberRequest> = async ({ language }) => {
  const title = message(language, "role.title");
  const rows = [
    ...permissions
      .filter((permission) => permission !== "account.own")
      .map((permission) => ({
        key: permission,
        cells: {
          right: choiceMessage(language, "role.permission", permission.replace(".", "-")),
          ...Object.fromEntries(
            roleNames.map((role) => [
              role,
              ruleOf(role).permissions.includes(permission) ? message(language, "role.yes") : "",
            ]),
          ),
        },
      })),
    ...(["reads", "writes", "approves"] as const).map((scope) => ({
      key: scope,
      cells: {
        right: message(language, `role.${scope}.label`),
        ...Object.fromEntries(
          roleNames.map((role) => [role, choiceMessage(language, `role.${scope}`, ruleOf(role)[scope])]),
        ),
      },
    })),
  ];
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
          <DataTable
            id="role-matrix"
            caption={message(language, "role.matrix")}
            captionHidden
            columns={[
              { key: "right", label: message(language, "role.right"), rowHeader: true, width: "medium" },
              ...roleNames.map((role) => ({
                key: role,
                label: message(language, `role.${role}.name`),
                align: "center" as const,
              })),
            ]}
            rows={rows}
            scrollHint={message(language, "tables.scrollHint")}
            emptyText=""
            stickyFirst
          />
          <p>{message(language, "role.within")}</p>
          <p>{message(language, "role.fits")}</p>
        </Section>
      </>
    ),
  };
};
