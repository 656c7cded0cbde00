import type { Language } from "../core/language.ts";
import { type Actor, hasPermission } from "../features/accounts/actor.ts";
import type { Permission } from "../features/accounts/roles.ts";
import { type MessageKey, message } from "../messages/message.ts";
import { links } from "./links.ts";

const entries: { key: MessageKey; permission: Permission; href: (language: Language) => string; below: RegExp }[] = [
  { key: "memberBar.work", permission: "members.read", href: links.members, below: /^\/members$/ },
  {
    key: "memberBar.records",
    permission: "members.read",
    href: (language) => links.memberRecords(language, "activity"),
    below: /^\/members\/(records|enter|correct)/,
  },
  { key: "memberBar.entries", permission: "records.enter", href: links.entries, below: /^\/members\/entries/ },
  { key: "memberBar.approvals", permission: "records.approve", href: links.approvals, below: /^\/members\/approvals/ },
  {
    key: "memberBar.exchange",
    permission: "records.enter",
    href: links.exchange,
    below: /^\/members\/(exchange|imports)/,
  },
  {
    key: "memberBar.desk",
    permission: "members.read",
    href: (language) => links.desk(language),
    below: /^\/members\/(desk|follows)/,
  },
  { key: "memberBar.years", permission: "members.read", href: links.memberYears, below: /^\/members\/years/ },
  {
    key: "memberBar.documents",
    permission: "members.read",
    href: links.memberDocuments,
    below: /^\/members\/(documents|templates)/,
  },
  { key: "memberBar.search", permission: "members.read", href: links.memberSearch, below: /^\/members\/search/ },
  {
    key: "memberBar.translations",
    permission: "translations.write",
    href: links.translations,
    below: /^\/members\/(translations|terms|memory)/,
  },
  { key: "memberBar.people", permission: "people.invite", href: links.people, below: /^\/members\/people/ },
  { key: "memberBar.audit", permission: "audit.read", href: links.audit, below: /^\/members\/audit/ },
];

/** Where a signed-in person goes, and who that is. */
export function MemberBar({ language, url, actor }: { language: Language; url: URL; actor: Actor }) {
  const path = url.pathname.slice(language.length + 1);
  return (
    <nav class="member-bar" aria-label={message(language, "memberBar.label")}>
      <div>
        <ul>
          {entries
            .filter(({ permission }) => hasPermission(actor, permission))
            .map(({ key, href, below }) => (
              <li key={key}>
                <a href={href(language)} aria-current={below.test(path) ? "page" : undefined}>
                  {message(language, key)}
                </a>
              </li>
            ))}
        </ul>
        <div class="member-bar-person">
          <a href={links.account(language)} aria-current={path.startsWith("/members/account") ? "page" : undefined}>
            {actor.name}
          </a>
          <form method="post" action={links.signOut(language)}>
            <button type="submit">{message(language, "memberBar.signOut")}</button>
          </form>
        </div>
      </div>
    </nav>
  );
}
