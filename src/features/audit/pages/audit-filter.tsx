import { message } from "../../../messages/message.ts";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery } from "../../../web/query.ts";
import { auditActions } from "../actions.ts";
import type { AuditFilter } from "../store.ts";
import { type AuditReader, nameAction, namePerson } from "./audit-words.ts";

const fields = ["actor", "action", "subject", "from", "to"] as const;

/** By person, action, subject and days. */
export function AuditFilterForm({ url, filter, reader }: { url: URL; filter: AuditFilter; reader: AuditReader }) {
  const { language, people } = reader;
  const say = (key: "from" | "to" | "subject" | "actor" | "action") => message(language, `audit.page.${key}`);
  const described = {
    actor: (value: string) => namePerson(value === "none" ? null : value, reader),
    action: (value: string) => nameAction(value, language),
    subject: (value: string) => value,
    from: (value: string) => value,
    to: (value: string) => value,
  };
  return (
    <FilterForm
      id="audit"
      action={links.audit(language)}
      title={message(language, "audit.page.filter")}
      fields={[
        {
          kind: "select",
          name: "actor",
          label: say("actor"),
          value: filter.actor,
          options: [
            { value: "", text: message(language, "audit.page.anyone") },
            { value: "none", text: message(language, "audit.page.nobody") },
            ...[...people.values()].map(({ userId, erased }) => ({
              value: userId,
              text: `${namePerson(userId, reader)}${erased ? ` ${userId.slice(0, 8)}` : ""}`,
            })),
          ],
        },
        {
          kind: "select",
          name: "action",
          label: say("action"),
          value: filter.action,
          options: [
            { value: "", text: message(language, "audit.page.anyAction") },
            ...auditActions.map((action) => ({ value: action, text: nameAction(action, language) })),
          ],
        },
        {
          kind: "text",
          name: "subject",
          label: say("subject"),
          value: filter.subject,
          hint: message(language, "audit.page.subjectHint"),
        },
        { kind: "day", name: "from", label: say("from"), value: filter.from },
        { kind: "day", name: "to", label: say("to"), value: filter.to },
      ]}
      applyLabel={message(language, "audit.page.apply")}
      clearLabel={message(language, "audit.page.clear")}
      clearHref={links.audit(language)}
      activeLabel={message(language, "audit.page.active")}
      active={fields.flatMap((name) => {
        const value = filter[name];
        if (value === undefined) return [];
        return [
          {
            text: `${say(name)}: ${described[name](value)}`,
            removeHref: changeQuery(url, { [name]: undefined, below: undefined }),
            removeLabel: message(language, "audit.page.remove"),
          },
        ];
      })}
    />
  );
}
