import type { Language } from "../core/language.ts";
import { type Actor, hasPermission } from "../features/accounts/actor.ts";
import type { Permission } from "../features/accounts/roles.ts";
import { type MessageKey, message } from "../messages/message.ts";
import { links } from "./links.ts";

interface Entry {
  key: MessageKey;
  permission: Permission;
  href: (language: Language) => string;
  below: RegExp;
}

interface Group {
  key: MessageKey;
  entries: readonly Entry[];
}

/** A group of which somebody may use one entry only is that entry. */
const groups: readonly Group[] = [
  {
    key: "memberBar.work",
    entries: [{ key: "memberBar.work", permission: "members.read", href: links.members, below: /^\/members$/ }],
  },
  {
    key: "memberBar.recordsGroup",
    entries: [
      {
        key: "memberBar.records",
        permission: "members.read",
        href: (language) => links.memberRecords(language, "activity"),
        below: /^\/members\/(records|enter|correct)/,
      },
      { key: "memberBar.entries", permission: "records.enter", href: links.entries, below: /^\/members\/entries/ },
      {
        key: "memberBar.approvals",
        permission: "records.approve",
        href: links.approvals,
        below: /^\/members\/approvals/,
      },
      {
        key: "memberBar.exchange",
        permission: "records.enter",
        href: links.exchange,
        below: /^\/members\/(exchange|imports)/,
      },
      { key: "memberBar.years", permission: "members.read", href: links.memberYears, below: /^\/members\/years/ },
    ],
  },
  {
    key: "memberBar.needsGroup",
    entries: [
      { key: "memberBar.needs", permission: "members.read", href: links.memberNeeds, below: /^\/members\/needs/ },
      { key: "memberBar.offers", permission: "members.read", href: links.memberOffers, below: /^\/members\/offers/ },
      {
        key: "memberBar.matching",
        permission: "members.read",
        href: links.matching,
        below: /^\/members\/matching/,
      },
      {
        key: "memberBar.milestones",
        permission: "members.read",
        href: links.memberMilestones,
        below: /^\/members\/milestones/,
      },
      {
        key: "memberBar.companies",
        permission: "companies.keep",
        href: links.companyCases,
        below: /^\/members\/companies/,
      },
    ],
  },
  {
    key: "memberBar.dialogueGroup",
    entries: [
      { key: "memberBar.meetings", permission: "members.read", href: links.meetings, below: /^\/members\/meetings/ },
      { key: "memberBar.tasks", permission: "members.read", href: links.meetingTasks, below: /^\/members\/tasks/ },
      { key: "memberBar.surveys", permission: "members.read", href: links.surveys, below: /^\/members\/surveys/ },
      {
        key: "memberBar.concerns",
        permission: "members.read",
        href: links.memberConcerns,
        below: /^\/members\/concerns/,
      },
    ],
  },
  {
    key: "memberBar.policiesGroup",
    entries: [
      {
        key: "memberBar.desk",
        permission: "members.read",
        href: links.desk,
        below: /^\/members\/(desk|follows)/,
      },
      {
        key: "memberBar.translations",
        permission: "translations.write",
        href: links.translations,
        below: /^\/members\/(translations|terms|memory)/,
      },
    ],
  },
  {
    key: "memberBar.documentsGroup",
    entries: [
      {
        key: "memberBar.evaluations",
        permission: "members.read",
        href: links.evaluations,
        below: /^\/members\/evaluations/,
      },
      {
        key: "memberBar.documents",
        permission: "members.read",
        href: links.memberDocuments,
        below: /^\/members\/(documents|templates)/,
      },
    ],
  },
  {
    key: "memberBar.search",
    entries: [
      { key: "memberBar.search", permission: "members.read", href: links.memberSearch, below: /^\/members\/search/ },
    ],
  },
  {
    key: "memberBar.peopleGroup",
    entries: [
      { key: "memberBar.people", permission: "people.invite", href: links.people, below: /^\/members\/people/ },
      { key: "memberBar.audit", permission: "audit.read", href: links.audit, below: /^\/members\/audit/ },
    ],
  },
];

/** Where a signed-in person goes, and who that is. */
export function MemberBar({ language, url, actor }: { language: Language; url: URL; actor: Actor }) {
  const path = url.pathname.slice(language.length + 1);
  return (
    <nav class="member-bar" aria-label={message(language, "memberBar.label")}>
      <div>
        <ul>
          {groups.map((group) => (
            <GroupItem key={group.key} language={language} path={path} actor={actor} group={group} />
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

interface GroupItemProps {
  language: Language;
  path: string;
  actor: Actor;
  group: Group;
}

/** Opens without a script; only one is open at a time. */
function GroupItem({ language, path, actor, group }: GroupItemProps) {
  const entries = group.entries.filter(({ permission }) => hasPermission(actor, permission));
  const [first] = entries;
  if (first === undefined) return null;
  if (entries.length === 1)
    return (
      <li>
        <EntryLink language={language} path={path} entry={first} />
      </li>
    );
  const isHere = entries.some(({ below }) => below.test(path));
  return (
    <li>
      <details name="member-menu">
        <summary class={isHere ? "is-here" : undefined}>{message(language, group.key)}</summary>
        <ul>
          {entries.map((entry) => (
            <li key={entry.key}>
              <EntryLink language={language} path={path} entry={entry} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function EntryLink({ language, path, entry }: { language: Language; path: string; entry: Entry }) {
  return (
    <a href={entry.href(language)} aria-current={entry.below.test(path) ? "page" : undefined}>
      {message(language, entry.key)}
    </a>
  );
}
