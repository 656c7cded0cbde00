import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { permissions, type Role, roleNames, ruleOf } from "../roles.ts";

const scopes = ["reads", "writes", "approves"] as const;
const rights = permissions.filter((permission) => permission !== "account.own");

/** Rights by role: one table where there is room for eight columns, one card for each role where there is not. */
export function RoleMatrix({ language, own }: { language: Language; own: readonly Role[] }) {
  // Whoever looks this up asks about the own role first.
  const roles = [...roleNames].sort((a, b) => Number(own.includes(b)) - Number(own.includes(a)));
  return (
    <>
      <div class="role-table">
        <DataTable
          id="role-matrix"
          caption={message(language, "role.matrix")}
          captionHidden
          columns={[
            { key: "right", label: message(language, "role.right"), rowHeader: true, width: "medium" },
            ...roles.map((role) => ({
              key: role,
              label: message(language, `role.${role}.name`),
              align: "center" as const,
            })),
          ]}
          rows={[
            ...rights.map((permission) => ({
              key: permission,
              cells: {
                right: nameRight(language, permission),
                ...Object.fromEntries(
                  roles.map((role) => [role, <Mark key={role} has={has(role, permission)} language={language} />]),
                ),
              },
            })),
            ...scopes.map((scope) => ({
              key: scope,
              cells: {
                right: message(language, `role.${scope}.label`),
                ...Object.fromEntries(roles.map((role) => [role, nameScope(language, role, scope)])),
              },
            })),
          ]}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText=""
          stickyFirst
        />
      </div>
      <ul class="role-cards">
        {roles.map((role) => (
          <li key={role}>
            <h3>{message(language, `role.${role}.name`)}</h3>
            <DefinitionList
              items={[
                ...rights.map((permission) => ({
                  term: nameRight(language, permission),
                  values: [<Mark key={permission} has={has(role, permission)} language={language} />],
                })),
                ...scopes.map((scope) => ({
                  term: message(language, `role.${scope}.label`),
                  values: [nameScope(language, role, scope)],
                })),
              ]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A mark for the eye, a word for the ear: screen readers pass over 「－」 and read 「○」 as a circle. */
function Mark({ has, language }: { has: boolean; language: Language }) {
  return (
    <>
      <span aria-hidden="true">{message(language, has ? "role.markYes" : "role.markNo")}</span>
      <span class="visually-hidden">{message(language, has ? "role.yes" : "role.no")}</span>
    </>
  );
}

function has(role: Role, permission: (typeof rights)[number]): boolean {
  return ruleOf(role).permissions.includes(permission);
}

function nameRight(language: Language, permission: string): string {
  return choiceMessage(language, "role.permission", permission.replace(".", "-"));
}

function nameScope(language: Language, role: Role, scope: (typeof scopes)[number]): string {
  return choiceMessage(language, `role.${scope}`, ruleOf(role)[scope]);
}
