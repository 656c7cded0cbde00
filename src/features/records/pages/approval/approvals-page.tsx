import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { EmptyState, Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { LinkedWords, wordingText } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../../web/page.ts";
import { readText } from "../../../../web/query.ts";
import { getDirectory, type OrganisationDirectory } from "../../../organisations/directory.ts";
import type { Entry } from "../../record.ts";
import { nameOrganisation } from "../../record-state.ts";
import { type Approval, approveEntries } from "../../review.ts";
import { listEntriesForActor } from "../../service.ts";
import { describePurpose } from "../entry/entries-rows.tsx";
import { gatherPeople, titleOf } from "../record/record-reader.ts";
import { VisibilityTag } from "../record/record-visibility.tsx";
import { ApprovalResults } from "./approvals-results.tsx";
import { countDays } from "./count-days.ts";

/** More than a platform has ever had at once; what is beyond them comes up when some are decided. */
const mostEntries = 500;
const dones = ["approved", "returned"] as const;

/** What waits for the reader's platform, by organisation, what has waited longest first. */
export const showApprovals: PageHandler<MemberRequest> = (request) => renderApprovals(request, []);

/** Approves what was ticked; says of each what became of it. */
export const approveTicked: ActionHandler = async (request) => {
  const { context, language, actor, form } = request;
  const steps = form.getAll("entry").flatMap((value) => {
    const [, id, revision] = String(value).match(/^([0-9a-f-]{36}):([1-9]\d{0,8})$/) ?? [];
    return id !== undefined && revision !== undefined ? [{ id, revision: Number(revision) }] : [];
  });
  const approvals = await approveEntries(context, actor, steps.slice(0, mostEntries));
  const isAllDone = approvals.length > 0 && approvals.every(({ refusal }) => refusal === null);
  if (isAllDone) return { redirect: links.approvals(language, { done: "approved", count: approvals.length }) };
  if (approvals.length === 0) return { redirect: links.approvals(language, { done: "nothing" }) };
  return { page: await renderApprovals(request, approvals), status: 200 };
};

async function renderApprovals(request: MemberRequest, approvals: readonly Approval[]): Promise<PageContent> {
  const { context, language, url, actor } = request;
  const { entries, total } = await listEntriesForActor(context, actor, {
    scope: "decide",
    page: { limit: mostEntries, offset: 0 },
  });
  const oldestFirst = entries.toSorted((a, b) => submittedAt(a).getTime() - submittedAt(b).getTime());
  const groups = [...Map.groupBy(oldestFirst, ({ owner }) => owner)];
  const directory = await getDirectory(context);
  const people = await gatherPeople(
    context,
    language,
    entries.map(({ editedBy }) => editedBy),
  );
  const title = message(language, "approval.title");
  return {
    title,
    description: message(language, "approval.description"),
    area: null,
    trail: [{ text: message(language, "site.area.members"), href: links.members(language) }],
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} lead={message(language, "approval.lead", { count: total })} />
        <Done language={language} url={url} />
        {approvals.length > 0 && <ApprovalResults approvals={approvals} language={language} />}
        {groups.length === 0 ? (
          <EmptyState title={message(language, "approval.none")} text={message(language, "approval.noneText")} />
        ) : (
          <form method="post" action={links.approvals(language)} class="approvals">
            {groups.map(([owner, waiting]) => (
              <Group
                key={owner}
                owner={owner}
                entries={waiting}
                people={people}
                directory={directory}
                now={context.clock.now()}
                language={language}
              />
            ))}
            <div class="approvals-actions">
              <p>{message(language, "approval.tickedText")}</p>
              <button type="submit">{message(language, "approval.approveTicked")}</button>
            </div>
          </form>
        )}
        {total > entries.length && (
          <p class="quiet">{message(language, "approval.more", { shown: entries.length, total })}</p>
        )}
      </>
    ),
  };
}

function submittedAt(entry: Entry): Date {
  return entry.submittedAt ?? entry.changedAt;
}

function Done({ language, url }: { language: Language; url: URL }) {
  const asked = readText(url, "done");
  if (asked === "nothing")
    return (
      <Notice tone="warning">
        <p>{message(language, "approval.nothingTicked")}</p>
      </Notice>
    );
  const done = dones.find((candidate) => candidate === asked);
  if (!done) return null;
  const count = readText(url, "count") ?? "1";
  return (
    <Notice tone="success">
      <p>{message(language, `approval.done.${done}`, { count: /^\d{1,3}$/.test(count) ? Number(count) : 1 })}</p>
    </Notice>
  );
}

function Group({
  owner,
  entries,
  people,
  directory,
  now,
  language,
}: {
  owner: string;
  entries: readonly Entry[];
  people: (userId: string | null) => string;
  directory: OrganisationDirectory;
  now: Date;
  language: Language;
}) {
  return (
    <fieldset>
      <legend>
        {nameOrganisation(directory, owner, language)}
        <span class="approvals-count">{message(language, "approval.groupCount", { count: entries.length })}</span>
      </legend>
      <ul class="member-rows approval-rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p class="approval-tick">
              <label>
                <input type="checkbox" name="entry" value={`${entry.id}:${entry.revision}`} />
                <span class="visually-hidden">
                  {message(language, "approval.tick", { title: wordingText(titleOf(entry, language)) })}
                </span>
              </label>
            </p>
            <div class="member-row-what">
              <p class="member-row-title">
                <LinkedWords text={titleOf(entry, language)} href={links.entryReview(language, entry.id)} />
              </p>
              <p class="member-row-facts">
                <span>{message(language, `record.kind.${entry.kind}`)}</span>
                <span>{describePurpose(entry, language)}</span>
                <span>{people(entry.editedBy)}</span>
                <VisibilityTag visibility={entry.visibility} language={language} />
              </p>
              {entry.reason !== null && (
                <p class="member-row-comment">
                  <span>{message(language, "history.reason")}</span> <span class="free-text">{entry.reason}</span>
                </p>
              )}
            </div>
            <p class="member-row-state approval-wait">
              <strong>{message(language, "approval.waiting", { days: countDays(submittedAt(entry), now) })}</strong>
              <span class="quiet">{formatMoment(language, submittedAt(entry), "day")}</span>
            </p>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
