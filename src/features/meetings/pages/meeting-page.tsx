import type { ComponentChildren } from "preact";
import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { findMeeting } from "../../concerns/meetings.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { findStanding } from "../../records/access.ts";
import { listLetters } from "../issue-letter.ts";
import { isMaterialOverdue, type Meeting } from "../meeting.ts";
import { isEmpty } from "../read-fields.ts";
import { isInvited } from "../save-part.ts";
import { sayWhen } from "../say.ts";
import { getMeeting, listMeetings, listTasks, type TaskForActor } from "../service.ts";
import { sayMarked } from "../untranslated.ts";
import { DocumentsForm } from "./documents-form.tsx";
import { ManageSection } from "./manage-section.tsx";
import { Decisions, Minutes, TaskLine, Tasks } from "./meeting-outcome.tsx";
import { Agenda, Materials, Participants } from "./meeting-papers.tsx";
import { type FormProblem, type MeetingPage, nameOrganisation } from "./meeting-words.ts";
import { Said, SaidShort } from "./said.tsx";

export const showMeeting: PageHandler<MemberRequest> = (request) => describeMeeting(request, null);

/** The page again, with what went wrong at the row of the form. */
export async function describeMeeting(request: MemberRequest, problem: FormProblem | null): Promise<PageContent> {
  const { context, actor, language, params } = request;
  const found = await getMeeting(context, actor, params.id ?? "");
  const { meeting } = found;
  const [directory, programme, meetings, tasks] = await Promise.all([
    getDirectory(context),
    getProgramme(context),
    listMeetings(context, actor),
    listTasks(context, actor),
  ]);
  const letters = await listLetters(context, found);
  const record =
    meeting.activity === null ? null : await findMeeting(context, await findStanding(context, actor), meeting.activity);
  const page: MeetingPage = {
    language,
    found,
    directory,
    programme,
    today: context.clock.today(),
    problem,
    letters,
    record,
  };
  const carried = tasks.filter(({ carriedTo }) => carriedTo === meeting.id);
  const title = localize(meeting.title, language);
  return {
    title: title.text,
    description: sayWhen(meeting, language),
    area: null,
    unlisted: true,
    here: title,
    trail: [{ text: message(language, "meeting.title"), href: links.meetings(language) }],
    body: (
      <div class="meeting-page">
        <PageHeading
          title={title}
          kicker={message(language, `meeting.kind.${meeting.kind}`)}
          links={[
            { text: message(language, "meeting.page.calendar"), href: links.meetingCalendar(language, meeting.id) },
            ...(found.manages
              ? [
                  {
                    text: message(language, "meeting.editOf", { part: message(language, "meeting.part.facts") }),
                    href: links.editMeeting(language, meeting.id, "facts"),
                  },
                ]
              : []),
          ]}
        />
        <OnlyLanguage text={meeting.title} language={language} />
        <Done request={request} />
        {problem?.row === "" && (
          <Notice tone="error">
            <p>{problem.text}</p>
          </Notice>
        )}
        {meeting.state === "cancelled" && (
          <Notice tone="warning" title={message(language, "meeting.page.cancelledNotice")}>
            {!isEmpty(meeting.cancelReason) && (
              <p>
                <Said text={meeting.cancelReason} language={language} />
              </p>
            )}
          </Notice>
        )}
        <Facts page={page} />
        {!found.manages && meeting.state === "planned" && <Duties page={page} />}
        <Agenda page={page} />
        <Participants page={page} mayName={meeting.state === "planned" && isInvited(meeting, found.own)} />
        <Materials page={page} />
        <Minutes page={page} />
        <Decisions page={page} />
        <Tasks page={page} meetings={meetings} />
        {carried.length > 0 && <Carried page={page} tasks={carried} meetings={meetings} />}
        {meeting.activity !== null && hasPermission(actor, "concerns.raise") && (
          <Section id="concerns" title={message(language, "meeting.page.concern")}>
            <p>{message(language, "meeting.page.concernLead")}</p>
            <p>
              <a href={links.newConcern(language, { meeting: meeting.activity })}>
                {message(language, "meeting.page.concern")}
              </a>
            </p>
          </Section>
        )}
        <DocumentsForm page={page} />
        {found.manages && <ManageSection page={page} />}
      </div>
    ),
  };
}

function Facts({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const { meeting } = found;
  const list = (names: readonly string[]) => names.join(message(language, "list.separator"));
  const rows: { term: string; value: ComponentChildren }[] = [
    { term: message(language, "meeting.page.when"), value: sayWhen(meeting, language) },
    {
      term: message(language, "meeting.page.where"),
      value: isEmpty(meeting.place) ? (
        message(language, "meeting.page.none")
      ) : (
        <SaidShort text={meeting.place} language={language} field="place" />
      ),
    },
  ];
  if (meeting.onlineLink !== null)
    rows.push({
      term: message(language, "meeting.page.online"),
      value: (
        <a href={meeting.onlineLink} rel="noreferrer">
          {meeting.onlineLink}
        </a>
      ),
    });
  rows.push(
    { term: message(language, "meeting.field.host"), value: nameOrganisation(page, meeting.host) },
    {
      term: message(language, "meeting.field.languages"),
      value: message(language, "field.inLanguage", {
        label: list(meeting.languages.map((of) => message(language, `meeting.language.${of}`))),
        language: message(language, `meeting.interpretation.${meeting.interpretation}`),
      }),
    },
  );
  if (meeting.invited.length > 0)
    rows.push({
      term: message(language, "meeting.field.invited"),
      value: list(meeting.invited.map((id) => nameOrganisation(page, id))),
    });
  if (!isEmpty(meeting.contact))
    rows.push({
      term: message(language, "meeting.letter.contact"),
      value: (
        <>
          <SaidShort text={meeting.contact} language={language} field="contact" /> {meeting.contactEmail}
        </>
      ),
    });
  rows.push({
    term: message(language, "meeting.field.state"),
    value: <span class={`badge meeting-${meeting.state}`}>{sayState(meeting, language)}</span>,
  });
  if (meeting.activity !== null)
    rows.push({ term: message(language, "meeting.page.record"), value: <RecordLink page={page} /> });
  return (
    <dl class="meeting-facts">
      {rows.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The record once it is approved; before that its entry, for those who run the meeting. */
function RecordLink({ page: { language, found, record } }: { page: MeetingPage }) {
  const { activity, entry } = found.meeting;
  if (record !== null)
    return (
      <a href={links.memberRecord(language, "activity", record.id)}>
        <Words value={localize(record.title, language)} />
      </a>
    );
  if (entry !== null && found.manages)
    return <a href={links.entry(language, entry)}>{message(language, "meeting.manage.entry")}</a>;
  return <>{entry === null ? activity : message(language, "meeting.page.recordWaits")}</>;
}

export function sayState({ state }: Pick<Meeting, "state">, language: Language): string {
  return message(language, `meeting.state.${state}`);
}

/** What the reader's own organisation is asked for, with the way to it. */
function Duties({ page }: { page: MeetingPage }) {
  const { language, found, today } = page;
  const { papers, own } = found;
  const isOwn = ({ organisation }: { organisation: string }) => own.includes(organisation);
  const waiting = papers.participants.filter((person) => isOwn(person) && person.answer === "invited").length;
  const owed = papers.materials.filter((material) => isOwn(material) && material.file === null);
  const tasks = papers.tasks.filter((task) => isOwn(task) && task.state === "open");
  const namesNobody = page.found.meeting.invited.some((id) => own.includes(id)) && !papers.participants.some(isOwn);
  if (waiting + owed.length + tasks.length === 0 && !namesNobody) return null;
  return (
    <section class="meeting-duties" aria-labelledby="duties">
      <h2 id="duties">{message(language, "meeting.page.duty")}</h2>
      <ul>
        {namesNobody && (
          <li>
            <a href={links.editMeeting(language, page.found.meeting.id, "participants")}>
              {message(language, "meeting.page.dutyName")}
            </a>
          </li>
        )}
        {waiting > 0 && (
          <li>
            <a href="#participants">{message(language, "meeting.page.dutyAnswer", { count: waiting })}</a>
          </li>
        )}
        {owed.map((material) => (
          <li key={material.id} class={isMaterialOverdue(material, today) ? "is-missing" : undefined}>
            <a href={`#material-${material.id}`}>
              {message(language, "meeting.page.dutyMaterial", { title: sayMarked(material.title, language) })}
            </a>{" "}
            {material.due !== null &&
              message(language, "meeting.page.dueBy", { date: writeEdtf(material.due, language) })}
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.id}>
            <a href={`#task-${task.id}`}>
              {message(language, "meeting.page.dutyTask", { text: sayMarked(task.text, language) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Carried({
  page,
  tasks,
  meetings,
}: {
  page: MeetingPage;
  tasks: readonly TaskForActor[];
  meetings: readonly Meeting[];
}) {
  const { language } = page;
  return (
    <Section id="carried" title={message(language, "meeting.page.carriedFrom")}>
      <ul class="meeting-tasks">
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            page={page}
            task={task}
            action={links.meeting(language, task.meeting)}
            mine={false}
            meetings={meetings.filter(({ id }) => id !== page.found.meeting.id)}
            at={task.at}
          />
        ))}
      </ul>
    </Section>
  );
}

function Done({ request: { url, language } }: { request: MemberRequest }) {
  const done = url.searchParams.get("done");
  if (done === null) return null;
  const number = Number(url.searchParams.get("number")) || 0;
  const text = choiceMessage(language, "meeting.done", done, number);
  if (text === done) return null;
  const tone = done === "late" || done === "unchanged" ? "warning" : done === "same" ? "information" : "success";
  return (
    <Notice tone={tone}>
      <p>{text}</p>
    </Notice>
  );
}
