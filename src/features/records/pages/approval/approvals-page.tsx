import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { EmptyState, Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../../web/page.ts";
import { readText } from "../../../../web/query.ts";
import { findEndedNeeds } from "../../../matching/ended-needs.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { type Approval, approveEntries } from "../../review.ts";
import { listEntriesForActor } from "../../service.ts";
import { gatherPeople } from "../record/record-reader.ts";
import { ApprovalResults } from "./approvals-results.tsx";
import { ElsewhereSection, type RowWords, submittedAt, WaitingGroup } from "./approvals-rows.tsx";

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
  const page = { limit: mostEntries, offset: 0 };
  const { entries, total } = await listEntriesForActor(context, actor, { scope: "decide", page });
  const elsewhere = await listEntriesForActor(context, actor, { scope: "elsewhere", page });
  const oldestFirst = entries.toSorted((a, b) => submittedAt(a).getTime() - submittedAt(b).getTime());
  const groups = [...Map.groupBy(oldestFirst, ({ owner }) => owner)];
  const all = [...entries, ...elsewhere.entries];
  const words: RowWords = {
    directory: await getDirectory(context),
    people: await gatherPeople(
      context,
      language,
      all.map(({ editedBy }) => editedBy),
    ),
    ended: await findEndedNeeds(context, all),
    now: context.clock.now(),
    language,
  };
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
              <WaitingGroup key={owner} owner={owner} entries={waiting} words={words} />
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
        <ElsewhereSection entries={elsewhere.entries} words={words} />
      </>
    ),
  };
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
