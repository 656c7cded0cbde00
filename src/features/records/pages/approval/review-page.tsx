import { formatMoment } from "../../../../core/format-moment.ts";
import { message } from "../../../../messages/message.ts";
import { recordKind } from "../../../../records/registry.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { Section } from "../../../../web/components/section.tsx";
import { wordingText } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../../web/page.ts";
import { hasPermission } from "../../../accounts/actor.ts";
import { EntryRemarks } from "../../../comments/entry-remarks.tsx";
import { findRemarks } from "../../../comments/service.ts";
import { findEndedNeeds } from "../../../matching/ended-needs.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { findStanding } from "../../access.ts";
import { nameOrganisation } from "../../record-state.ts";
import { getReview, type Refusal, type Review } from "../../review.ts";
import { describePurpose, EntryTag } from "../entry/entries-rows.tsx";
import type { CellReader } from "../record/record-cell.tsx";
import { RecordFields } from "../record/record-content.tsx";
import { Differences } from "../record/record-differences.tsx";
import { gatherPeople, gatherReader, titleOf } from "../record/record-reader.ts";
import { VisibilityBanner } from "../record/record-visibility.tsx";
import { EndedNeedNotice } from "./ended-need.tsx";
import { Checks } from "./review-checks.tsx";
import { DecisionForm } from "./review-form.tsx";
import { describeRefusal } from "./review-refusal.ts";

/** What was entered beside what stands, and the decision. */
export const showReview: PageHandler<MemberRequest> = (request) => renderReview(request, null);

export interface RefusedDecision {
  refusal: Refusal;
  comment: string;
}

/** The same with the reason why a decision was not taken; what was written stays. */
export async function renderReview(request: MemberRequest, refused: RefusedDecision | null): Promise<PageContent> {
  const { context, language, actor, params } = request;
  const review = await getReview(context, actor, params.id ?? "", language);
  const { entry, record, base, current } = review;
  const kind = recordKind(entry.kind);
  const contents = [entry.content, base, current].filter((content) => content !== null);
  const standing = await findStanding(context, actor);
  const reader = await gatherReader(context, standing, language, kind, contents);
  const directory = await getDirectory(context);
  const people = await gatherPeople(context, language, [entry.author, entry.editedBy, entry.decidedBy]);
  const title = titleOf(entry, language);
  const ended = entry.state === "submitted" ? (await findEndedNeeds(context, [entry])).get(entry.id) : undefined;
  return {
    title: wordingText(title),
    description: message(language, "approval.reviewDescription"),
    area: null,
    trail: [
      { text: message(language, "site.area.members"), href: links.members(language) },
      review.mayDecide || refused
        ? { text: message(language, "approval.title"), href: links.approvals(language) }
        : { text: message(language, "entry.listTitle"), href: links.entries(language) },
    ],
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          kicker={`${message(language, `record.kind.${entry.kind}`)}${message(language, "list.slash")}${describePurpose(entry, language)}`}
          meta={[
            {
              term: message(language, "entry.stateLabel"),
              value: <EntryTag state={entry.state} language={language} />,
            },
            { term: message(language, "entry.owner"), value: nameOrganisation(directory, entry.owner, language) },
            { term: message(language, "entry.author"), value: people(entry.author) },
            ...(entry.submittedAt
              ? [{ term: message(language, "entry.submittedAt"), value: formatMoment(language, entry.submittedAt) }]
              : []),
            ...(entry.decidedAt
              ? [
                  {
                    term: message(language, "entry.decidedAt"),
                    value: `${formatMoment(language, entry.decidedAt)}${message(language, "list.slash")}${people(entry.decidedBy)}`,
                  },
                ]
              : []),
          ]}
        />
        <VisibilityBanner scope={entry} directory={directory} language={language} isEntry />
        {ended && (
          <EndedNeedNotice ended={ended} seesMatch={hasPermission(actor, "needs.broker")} language={language} />
        )}
        <Notices request={request} review={review} refused={refused} />
        <EntryRemarks comments={await findRemarks(context, actor, entry)} directory={directory} language={language} />
        {entry.reason !== null && (
          <Section id="reason" title={message(language, "history.reason")} level={3}>
            <p class="free-text">{entry.reason}</p>
          </Section>
        )}
        {entry.state === "submitted" && <Checks review={review} language={language} />}
        <Entered reader={reader} review={review} />
        {review.mayDecide && <DecisionForm entry={entry} refused={refused} language={language} />}
        {record && (
          <p>
            <a href={links.memberRecord(language, entry.kind, entry.record)}>
              {message(language, "approval.toRecord")}
            </a>
          </p>
        )}
      </>
    ),
  };
}

function Notices({
  request: { language },
  review: { entry, record, isStale },
  refused,
}: {
  request: MemberRequest;
  review: Review;
  refused: RefusedDecision | null;
}) {
  const isCommentMissing = refused?.refusal.reason === "comment-missing";
  return (
    <>
      {refused && !isCommentMissing && (
        <Notice tone="error" title={message(language, "approval.notDone")}>
          <p>{describeRefusal(refused.refusal, language)}</p>
        </Notice>
      )}
      {entry.comment !== null && (
        <Notice
          tone={entry.state === "returned" ? "warning" : "information"}
          title={message(language, "entry.comment")}
        >
          <p class="free-text">{entry.comment}</p>
        </Notice>
      )}
      {entry.removal && (
        <Notice tone="warning" title={message(language, "entry.purpose.removal")}>
          <p>{message(language, "approval.removalText")}</p>
        </Notice>
      )}
      {isStale && record && (
        <Notice tone="warning" title={message(language, "approval.staleTitle")}>
          <p>{message(language, "approval.staleText", { from: entry.baseVersion, to: record.version })}</p>
          <p>
            <a
              href={links.recordHistory(language, entry.kind, entry.record, {
                from: entry.baseVersion,
                to: record.version,
              })}
            >
              {message(language, "approval.staleLink")}
            </a>
          </p>
        </Notice>
      )}
    </>
  );
}

/** A new record has nothing to be compared with; of a correction the changes come first and the whole is folded. */
function Entered({ reader, review }: { reader: CellReader; review: Review }) {
  const { entry, base, record, differences } = review;
  const { language } = reader;
  const kind = recordKind(entry.kind);
  const all = <RecordFields reader={reader} kind={kind} content={entry.content} />;
  if (!base || !record)
    return (
      <Section id="entered" title={message(language, "approval.entered")}>
        {all}
      </Section>
    );
  return (
    <Section
      id="entered"
      title={message(language, "approval.changes")}
      lead={message(language, "approval.changesLead", { version: entry.baseVersion })}
    >
      <Differences
        reader={reader}
        kind={kind}
        differences={differences}
        visibility={{ before: record.visibility, after: entry.visibility }}
      />
      <details class="whole-entry">
        <summary>{message(language, "approval.whole")}</summary>
        {all}
      </details>
    </Section>
  );
}
