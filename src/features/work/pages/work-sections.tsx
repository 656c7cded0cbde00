import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { type EndedNeed, sayEndedNeed } from "../../matching/ended-needs.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Entry } from "../../records/record.ts";
import { findActivityPage, findChangePage, sayChange, sayDay, sayMissing, sayTitle } from "../say.ts";
import type {
  Share,
  Work,
  WorkActivity,
  WorkAssessment,
  WorkConcern,
  WorkEvaluation,
  WorkMatch,
  WorkNeed,
  WorkSurvey,
} from "../work.ts";
import { type WorkLine, WorkList } from "./work-list.tsx";

/** What the sections of the page are put together with. */
export interface WorkPage {
  request: MemberRequest;
  work: Work;
  directory: OrganisationDirectory;
  programme: Programme;
  /** of entries to approve, what they came of and is no more, by entry */
  ended: ReadonlyMap<string, EndedNeed>;
  /** the list that is shown whole */
  whole: string | undefined;
}

type ListName =
  | "returned"
  | "approvals"
  | "clippings"
  | "translations"
  | "concernsToAnswer"
  | "concernsToJudge"
  | "needs"
  | "surveys"
  | "meetings"
  | "matches"
  | "assessments"
  | "evaluations"
  | "needChanges"
  | "drafts"
  | "afterwards"
  | "older"
  | "milestones"
  | "comments"
  | "next"
  | "changes";

/** A section of the page, or nothing where its list is empty. */
export function WorkSection({ page, name, lines }: { page: WorkPage; name: ListName; lines: WorkLine[] }) {
  const { language } = page.request;
  const { total } = page.work[name];
  if (total === 0) return null;
  const since = sayDay(page.work.since, language);
  return (
    <Section
      id={name}
      title={message(language, `work.section.${name}`)}
      lead={message(language, `work.section.${name}Lead`, { since })}
      more={findMore(language, name, total, lines.length, page.whole === name)}
    >
      <WorkList lines={lines} />
    </Section>
  );
}

function findMore(language: Language, name: ListName, total: number, shown: number, whole: boolean) {
  if (whole) return { text: message(language, "work.fewer"), href: `${links.members(language)}#${name}` };
  if (total <= shown) return undefined;
  if (name === "returned" || name === "drafts")
    return {
      text: message(language, "work.more", { count: total }),
      href: links.entries(language, { state: name === "drafts" ? "draft" : "returned" }),
    };
  if (name === "surveys")
    return { text: message(language, "work.more", { count: total }), href: links.surveys(language) };
  if (name === "assessments" || name === "evaluations")
    return { text: message(language, "work.more", { count: total }), href: links.evaluations(language) };
  if (name === "matches")
    return { text: message(language, "work.more", { count: total }), href: links.matching(language) };
  if (name === "needs")
    return {
      text: message(language, "work.more", { count: total }),
      href: links.memberNeeds(language, { state: "heard" }),
    };
  if (name === "concernsToAnswer" || name === "concernsToJudge")
    return { text: message(language, "work.more", { count: total }), href: links.memberConcerns(language) };
  const href = name === "approvals" ? links.approvals(language) : `${links.members(language, { all: name })}#${name}`;
  return { text: message(language, "work.more", { count: total }), href };
}

export function entryLines({ request: { language }, directory, ended }: WorkPage, list: Share<Entry>): WorkLine[] {
  return list.items.map((entry) => {
    const owner = directory.find(entry.owner) ? directory.name(entry.owner, language) : entry.owner;
    const isSubmitted = entry.state === "submitted";
    const when = isSubmitted ? entry.submittedAt : entry.state === "returned" ? entry.decidedAt : entry.changedAt;
    const gone = ended.get(entry.id);
    const key = isSubmitted ? "submittedOn" : entry.state === "returned" ? "returnedOn" : "changedOn";
    return {
      key: entry.id,
      title: sayTitle(entry.title, language),
      href: isSubmitted ? links.entryReview(language, entry.id) : links.entry(language, entry.id),
      kind: message(language, `work.kind.${entry.kind}`),
      when: message(language, `work.${key}`, { date: sayDay(when ?? entry.changedAt, language) }),
      ...(isSubmitted ? { note: owner } : {}),
      ...(gone ? { marks: [sayEndedNeed(gone, language)] } : {}),
      ...(entry.state === "returned" && entry.comment ? { words: entry.comment } : {}),
    };
  });
}

export function activityLines(
  { request: { language, actor } }: WorkPage,
  list: readonly WorkActivity[],
  over: boolean,
) {
  return list.map(
    (activity): WorkLine => ({
      key: activity.id,
      title: sayTitle(activity.title, language),
      href: activity.meeting
        ? links.meeting(language, activity.id)
        : over
          ? findActivityPage(actor, activity.id, language)
          : links.memberRecord(language, "activity", activity.id),
      kind: activity.meeting
        ? message(language, `meeting.kind.${activity.meeting}`)
        : choiceMessage(language, "activity.kind", activity.kind, 1),
      ...(activity.date ? { when: writeEdtf(activity.date, language) } : {}),
      ...(over ? { marks: sayMissing(activity, language) } : {}),
    }),
  );
}

/** Old gaps stand behind one link; asked for, they are a list of their own. */
export function OlderSection({ page }: { page: WorkPage }) {
  const { language } = page.request;
  const { older } = page.work;
  if (older.total === 0) return null;
  if (page.whole === "older")
    return <WorkSection page={page} name="older" lines={activityLines(page, older.items, true)} />;
  return (
    <p class="quiet">
      <a href={`${links.members(language, { all: "older" })}#older`}>
        {message(language, "work.older", { count: older.total })}
      </a>
    </p>
  );
}

/** Overdue steps of projects: what became of them is said in the record of the project. */
export function milestoneLines({ request: { language }, work }: WorkPage): WorkLine[] {
  return work.milestones.items.map((milestone) => ({
    key: `${milestone.project}-${milestone.position}`,
    title: sayTitle(milestone.title, language),
    href: links.correctRecord(language, "project", milestone.project),
    ...(milestone.date ? { when: writeEdtf(milestone.date, language) } : {}),
    words: sayTitle(milestone.projectTitle, language),
  }));
}

export function OlderMilestones({ page }: { page: WorkPage }) {
  const { language } = page.request;
  const { olderMilestones } = page.work;
  if (olderMilestones === 0) return null;
  return (
    <p class="quiet">
      <a href={links.memberMilestones(language, { own: "1" })}>
        {message(language, "work.olderMilestones", { count: olderMilestones })}
      </a>
    </p>
  );
}

/** What the loaded sources state as heard: a number and the way to the list, where it is confirmed one by one. */
export function LoadedNeeds({ page }: { page: WorkPage }) {
  const { language } = page.request;
  const { loadedNeeds, needs } = page.work;
  if (loadedNeeds === 0) return null;
  const link = (
    <p class="quiet">
      <a href={links.memberNeeds(language, { state: "heard" })}>
        {message(language, "work.loadedNeeds", { count: loadedNeeds })}
      </a>
    </p>
  );
  if (needs.total > 0) return link;
  return (
    <Section id="needs" title={message(language, "work.section.needs")}>
      {link}
    </Section>
  );
}

export function commentLines({ request: { language }, work, directory }: WorkPage): WorkLine[] {
  return work.comments.items.map((comment) => ({
    key: String(comment.id),
    title: sayTitle(comment.title, language),
    href: `${links.memberRecord(language, comment.kind, comment.record)}#comments`,
    kind: message(language, `work.kind.${comment.kind}`),
    when: sayDay(comment.at, language),
    note: directory.find(comment.organisation) ? directory.name(comment.organisation, language) : comment.organisation,
    words: {
      text: comment.body.length > 160 ? `${[...comment.body].slice(0, 160).join("")}…` : comment.body,
      language: isLanguage(comment.language) ? comment.language : language,
    },
  }));
}

export function clippingLines({ request: { language }, work }: WorkPage): WorkLine[] {
  return work.clippings.items.map(({ item, title, month, at }) => ({
    key: item,
    title: sayTitle(title, language),
    href: links.clipping(language, item),
    when: message(language, "work.sentOn", { date: sayDay(at, language) }),
    ...(month === null ? {} : { note: message(language, "work.forBulletin", { month: writeEdtf(month, language) }) }),
  }));
}

export function surveyLines(
  { request: { language }, directory }: WorkPage,
  surveys: readonly WorkSurvey[],
): WorkLine[] {
  return surveys.map(({ id, title, organisation, hasDraft, deadline }) => ({
    key: `${id} ${organisation}`,
    title: sayTitle(title, language),
    href: links.answerSurvey(language, id, { organisation }),
    kind: message(language, hasDraft ? "survey.answer.draft" : "survey.answer.none"),
    when: deadline === null ? undefined : message(language, "surveys.until", { date: writeEdtf(deadline, language) }),
    note: directory.find(organisation) ? directory.name(organisation, language) : organisation,
  }));
}

/** To the finish itself: what is open is read there first. */
export function finishLines({ request: { language } }: WorkPage, list: readonly WorkEvaluation[]): WorkLine[] {
  return list.map(({ id, title, at }) => ({
    key: id,
    title: sayTitle(title, language),
    href: links.finishEvaluation(language, id),
    when: message(language, "work.proposedOn", { date: sayDay(at, language) }),
  }));
}

export function assessmentLines({ request: { language } }: WorkPage, list: readonly WorkAssessment[]): WorkLine[] {
  return list.map(({ evaluation, partnership, title, evaluationTitle, hasDraft }) => ({
    key: `${evaluation} ${partnership}`,
    title: sayTitle(title, language),
    href: links.evaluationAssessment(language, evaluation, partnership),
    kind: message(language, hasDraft ? "survey.answer.draft" : "survey.answer.none"),
    note: sayTitle(evaluationTitle, language).text,
  }));
}

export function matchLines({ request: { language }, directory }: WorkPage, matches: readonly WorkMatch[]): WorkLine[] {
  return matches.map(({ id, title, organisation, waitsFor, at }) => ({
    key: id,
    title: sayTitle(title, language),
    href: links.match(language, id),
    kind: message(language, `matching.work.${waitsFor}`),
    when: sayDay(at, language),
    note: directory.find(organisation) ? directory.name(organisation, language) : organisation,
  }));
}

export function needLines({ request: { language }, directory }: WorkPage, needs: readonly WorkNeed[]): WorkLine[] {
  return needs.map(({ id, title, organisation, state, at }) => ({
    key: id,
    title: sayTitle(title, language),
    href: links.memberNeed(language, id),
    kind: message(language, `need.states.${state}`),
    when: sayDay(at, language),
    note: directory.find(organisation) ? directory.name(organisation, language) : organisation,
  }));
}

export function translationLines({ request: { language }, work }: WorkPage): WorkLine[] {
  return work.translations.items.map((translation) => ({
    key: translation.id,
    title: sayTitle(translation.title, language),
    href: links.translation(language, translation.id, { view: "review" }),
    when: message(language, "work.sentOn", { date: sayDay(translation.at, language) }),
    note: message(language, `work.into.${translation.language}`),
  }));
}

export function concernLines(
  { request: { language }, directory }: WorkPage,
  concerns: readonly WorkConcern[],
): WorkLine[] {
  return concerns.map(({ id, theme, title, organisation, raised }) => ({
    key: id,
    title: sayTitle(title, language),
    href: links.memberConcern(language, id),
    kind: message(language, `concern.theme.${theme}`),
    when: writeEdtf(raised, language),
    ...(organisation === null || !directory.find(organisation) ? {} : { note: directory.name(organisation, language) }),
  }));
}

export function changeLines({ request: { language }, work }: WorkPage): WorkLine[] {
  return work.changes.items.map((change, index) => ({
    key: String(index),
    title: sayTitle(change.title, language),
    href: findChangePage(change, language),
    kind: message(language, `work.kind.${change.kind}`),
    when: sayDay(change.at, language),
    note: sayChange(change, language),
    ...("version" in change.what && change.what.reason ? { words: change.what.reason } : {}),
  }));
}

export function YearsSection({ page: { request, work, programme } }: { page: WorkPage }) {
  const { language } = request;
  if (work.years.length === 0) return null;
  return (
    <Section
      id="years"
      title={message(language, "work.section.years")}
      lead={message(language, "work.section.yearsLead")}
    >
      <WorkList
        lines={work.years.map((year) => ({
          key: String(year),
          title: fiscalYearLabel(programme.calendar, year, language),
          href: links.memberYear(language, year),
        }))}
      />
    </Section>
  );
}
