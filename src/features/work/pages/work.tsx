import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { entersKind, hasPermission } from "../../accounts/actor.ts";
import { findEndedNeeds } from "../../matching/ended-needs.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { sayDay } from "../say.ts";
import { getWork, markWorkSeen } from "../service.ts";
import { countWaiting } from "../work.ts";
import { meetingLines } from "./meeting-lines.ts";
import { WorkBoard, type WorkFigure } from "./work-list.tsx";
import {
  activityLines,
  assessmentLines,
  changeLines,
  clippingLines,
  commentLines,
  concernLines,
  entryLines,
  finishLines,
  LoadedNeeds,
  matchLines,
  milestoneLines,
  needLines,
  OlderMilestones,
  OlderSection,
  surveyLines,
  translationLines,
  type WorkPage,
  WorkSection,
  YearsSection,
} from "./work-sections.tsx";

/** Where a member's day begins: counts first, then what they count. */
export const showWork: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language, url } = request;
  const whole = readText(url, "all");
  const work = await getWork(context, actor, whole === undefined ? {} : { limit: 200 });
  const page: WorkPage = {
    request,
    work: whole === undefined ? work : shorten(work, whole),
    directory: await getDirectory(context),
    ended: await findEndedNeeds(context, work.approvals.items),
    programme: await getProgramme(context),
    whole,
  };
  return {
    title: message(language, "work.title"),
    description: message(language, "work.description"),
    area: null,
    unlisted: true,
    body: <WorkBody page={page} />,
  };
};

/** POST: what was new has been read, up to the moment at which the page was made. */
export const acceptSeen: ActionHandler = async ({ context, actor, language, form }) => {
  const until = new Date(String(form.get("until") ?? ""));
  await markWorkSeen(context, actor, Number.isNaN(until.getTime()) ? context.clock.now() : until);
  return { redirect: links.members(language, { done: "seen" }) };
};

/** Every list but the one asked for is cut to its usual length again. */
function shorten(work: WorkPage["work"], whole: string): WorkPage["work"] {
  const cut = <Shown extends { items: unknown[] }>(name: string, list: Shown): Shown =>
    name === whole ? list : { ...list, items: list.items.slice(0, 8) };
  return {
    ...work,
    returned: cut("returned", work.returned),
    approvals: cut("approvals", work.approvals),
    clippings: cut("clippings", work.clippings),
    translations: cut("translations", work.translations),
    concernsToAnswer: cut("concernsToAnswer", work.concernsToAnswer),
    concernsToJudge: cut("concernsToJudge", work.concernsToJudge),
    needs: cut("needs", work.needs),
    surveys: cut("surveys", work.surveys),
    meetings: cut("meetings", work.meetings),
    matches: cut("matches", work.matches),
    assessments: cut("assessments", work.assessments),
    evaluations: cut("evaluations", work.evaluations),
    needChanges: cut("needChanges", work.needChanges),
    drafts: cut("drafts", work.drafts),
    afterwards: cut("afterwards", work.afterwards),
    older: cut("older", work.older),
    milestones: cut("milestones", work.milestones),
    comments: cut("comments", work.comments),
    next: cut("next", work.next),
    changes: cut("changes", work.changes),
  };
}

function WorkBody({ page }: { page: WorkPage }): PageContent["body"] {
  const { request, work } = page;
  const { language, actor, url } = request;
  return (
    <>
      <PageHeading
        kicker={message(language, "work.greeting", { name: actor.name })}
        title={message(language, "work.title")}
      />
      {readText(url, "done") === "seen" && (
        <Notice tone="success">
          <p>{message(language, "work.seenDone")}</p>
        </Notice>
      )}
      <WorkBoard label={message(language, "work.board")} figures={listFigures(page)} />
      {countWaiting(work) === 0 && <p class="work-none">{message(language, "work.boardNone")}</p>}
      <WorkSection page={page} name="returned" lines={entryLines(page, work.returned)} />
      <WorkSection page={page} name="approvals" lines={entryLines(page, work.approvals)} />
      <WorkSection page={page} name="clippings" lines={clippingLines(page)} />
      <WorkSection page={page} name="translations" lines={translationLines(page)} />
      <WorkSection page={page} name="concernsToAnswer" lines={concernLines(page, work.concernsToAnswer.items)} />
      <WorkSection page={page} name="concernsToJudge" lines={concernLines(page, work.concernsToJudge.items)} />
      <WorkSection page={page} name="meetings" lines={meetingLines(page)} />
      <WorkSection page={page} name="surveys" lines={surveyLines(page, work.surveys.items)} />
      <WorkSection page={page} name="assessments" lines={assessmentLines(page, work.assessments.items)} />
      <WorkSection page={page} name="evaluations" lines={finishLines(page, work.evaluations.items)} />
      <WorkSection page={page} name="matches" lines={matchLines(page, work.matches.items)} />
      <WorkSection page={page} name="needs" lines={needLines(page, work.needs.items)} />
      <LoadedNeeds page={page} />
      <YearsSection page={page} />
      <WorkSection page={page} name="comments" lines={commentLines(page)} />
      <WorkSection page={page} name="drafts" lines={entryLines(page, work.drafts)} />
      <NextSection page={page} />
      <WorkSection page={page} name="afterwards" lines={activityLines(page, work.afterwards.items, true)} />
      <OlderSection page={page} />
      <WorkSection page={page} name="milestones" lines={milestoneLines(page)} />
      <OlderMilestones page={page} />
      <WorkSection page={page} name="needChanges" lines={needLines(page, work.needChanges.items)} />
      <ChangesSection page={page} />
    </>
  );
}

function listFigures({ request: { language, actor }, work }: WorkPage): WorkFigure[] {
  const figure = (key: keyof typeof counts, urgent = false): WorkFigure => ({
    key,
    label: message(language, `work.count.${key}`),
    count: counts[key],
    unit: message(language, "work.unit", { count: counts[key] }),
    href: `#${key}`,
    urgent,
  });
  const counts = {
    returned: work.returned.total,
    drafts: work.drafts.total,
    approvals: work.approvals.total,
    clippings: work.clippings.total,
    translations: work.translations.total,
    concernsToAnswer: work.concernsToAnswer.total,
    concernsToJudge: work.concernsToJudge.total,
    needs: work.needs.total + work.loadedNeeds,
    surveys: work.surveys.total,
    meetings: work.meetings.total,
    matches: work.matches.total,
    assessments: work.assessments.total,
    evaluations: work.evaluations.total,
    years: work.years.length,
    afterwards: work.afterwards.total,
    milestones: work.milestones.total,
    comments: work.comments.total,
    next: work.next.total,
    changes: work.changes.total,
  };
  return [
    ...(hasPermission(actor, "records.approve") ? [figure("approvals", true)] : []),
    ...(hasPermission(actor, "policies.approve") ? [figure("clippings", true)] : []),
    ...(hasPermission(actor, "translations.review") ? [figure("translations", true)] : []),
    ...(hasPermission(actor, "concerns.respond") ? [figure("concernsToAnswer", true)] : []),
    ...(hasPermission(actor, "concerns.raise") ? [figure("concernsToJudge", true)] : []),
    ...(hasPermission(actor, "surveys.answer") ? [figure("surveys", true)] : []),
    ...(work.meetings.total > 0 ? [figure("meetings", true)] : []),
    ...(work.assessments.total > 0 ? [figure("assessments", true)] : []),
    ...(work.evaluations.total > 0 ? [figure("evaluations", true)] : []),
    ...(hasPermission(actor, "needs.enter") || hasPermission(actor, "offers.enter") ? [figure("matches", true)] : []),
    ...(hasPermission(actor, "needs.broker") ? [figure("needs", true)] : []),
    ...(hasPermission(actor, "years.close") ? [figure("years", true)] : []),
    ...(hasPermission(actor, "records.enter") ? [figure("returned", true), figure("drafts")] : []),
    ...(entersKind(actor, "activity") ? [figure("afterwards")] : []),
    ...(entersKind(actor, "project") ? [figure("milestones")] : []),
    ...(hasPermission(actor, "records.comment") ? [figure("comments", true)] : []),
    figure("next"),
    figure("changes"),
  ];
}

/** A quiet time ahead is usual between fiscal years: the empty list says what to do about it. */
function NextSection({ page }: { page: WorkPage }) {
  const { language, actor } = page.request;
  if (page.work.next.total > 0)
    return <WorkSection page={page} name="next" lines={activityLines(page, page.work.next.items, false)} />;
  const enters = entersKind(actor, "activity");
  return (
    <Section id="next" title={message(language, "work.section.next")}>
      <EmptyState
        title={message(language, "work.section.nextEmpty")}
        text={message(language, enters ? "work.section.nextEmptyText" : "work.section.nextEmptyTextRead")}
        links={[
          ...(enters ? [{ text: message(language, "work.enter"), href: links.newEntry(language, "activity") }] : []),
          { text: message(language, "work.history"), href: links.memberRecords(language, "activity", { own: "1" }) },
          { text: message(language, "work.calendar"), href: links.activityCalendar(language) },
        ]}
      />
    </Section>
  );
}

function ChangesSection({ page }: { page: WorkPage }) {
  const { language } = page.request;
  const { changes, comments, needChanges, since } = page.work;
  const nothingNew = changes.total + comments.total + needChanges.total === 0;
  return (
    <>
      <WorkSection page={page} name="changes" lines={changeLines(page)} />
      {changes.total === 0 && (
        <Section id="changes" title={message(language, "work.section.changes")}>
          <p>{message(language, "work.section.changesNone", { since: sayDay(since, language) })}</p>
        </Section>
      )}
      {!nothingNew && (
        <form method="post" action={links.members(language)} class="work-seen">
          <input
            type="hidden"
            name="until"
            value={newest(changes.items, comments.items, needChanges.items).toISOString()}
          />
          <button type="submit">{message(language, "work.seen")}</button>
        </form>
      )}
    </>
  );
}

/** What comes in while the page is being read is newer than anything on it, and stays new. */
function newest(...lists: readonly { at: Date }[][]): Date {
  return new Date(Math.max(...lists.flat().map(({ at }) => at.getTime())));
}
