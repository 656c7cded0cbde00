import { writeEdtf } from "../../../core/edtf-format.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import { languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { isTaskOverdue, type Meeting, type MeetingTask } from "../meeting.ts";
import { isEmpty } from "../read-fields.ts";
import { sayMarked } from "../untranslated.ts";
import { PartSection } from "./meeting-papers.tsx";
import { type MeetingPage, nameOrganisation } from "./meeting-words.ts";
import { Said } from "./said.tsx";

/** In the reader's language first; the others stay a click away. */
export function Minutes({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const minutes = found.papers.minutes.toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  );
  return (
    <PartSection page={page} part="minutes" empty={minutes.length === 0}>
      {minutes[0] !== undefined && minutes[0].language !== language && (
        <p class="quiet">
          {message(language, "meeting.letter.notYet", {
            language: message(language, `meeting.language.${minutes[0].language}`),
          })}
        </p>
      )}
      {minutes.map((one, index) => (
        <details key={one.id} open={index === 0} class="meeting-minutes">
          <summary>
            {message(language, `meeting.language.${one.language}`)}{" "}
            <span class="badge">{message(language, `meeting.minutesState.${one.state}`)}</span>
          </summary>
          <div lang={languageTags[one.language]} class="prose">
            {one.text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} class="meeting-paragraph">
                {paragraph}
              </p>
            ))}
          </div>
          {one.translatedBy !== null && (
            <p class="quiet">{message(language, "meeting.page.translatedBy", { by: one.translatedBy })}</p>
          )}
        </details>
      ))}
    </PartSection>
  );
}

export function Decisions({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const { decisions } = found.papers;
  return (
    <PartSection page={page} part="decisions" empty={decisions.length === 0}>
      <ol class="meeting-decisions">
        {decisions.map(({ id, text }) => (
          <li key={id}>
            <Said text={text} language={language} />
          </li>
        ))}
      </ol>
    </PartSection>
  );
}

export function Tasks({ page, meetings }: { page: MeetingPage; meetings: readonly Meeting[] }) {
  const { found } = page;
  const { tasks } = found.papers;
  return (
    <PartSection page={page} part="tasks" empty={tasks.length === 0}>
      <ul class="meeting-tasks">
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            page={page}
            task={task}
            action={links.meeting(page.language, task.meeting)}
            mine={found.manages || found.own.includes(task.organisation)}
            meetings={meetings}
            at={null}
          />
        ))}
      </ul>
    </PartSection>
  );
}

/** One task with its day, its state, and the form that says what came of it. */
export function TaskLine({
  page,
  task,
  action,
  mine,
  meetings,
  at,
}: {
  page: Pick<MeetingPage, "language" | "directory" | "today" | "problem">;
  task: MeetingTask;
  action: string;
  mine: boolean;
  meetings: readonly Meeting[];
  /** the meeting that asked for it, where the page is another's */
  at: Meeting | null;
}) {
  const { language, today, problem } = page;
  const overdue = isTaskOverdue(task, today);
  const carried = meetings.find(({ id }) => id === task.carriedTo);
  const failed = problem?.row === task.id;
  return (
    <li class={`task-${task.state}${overdue ? " is-missing" : ""}`} id={`task-${task.id}`}>
      <p class="meeting-task-text">
        <Said text={task.text} language={language} />
      </p>
      <p class="meeting-person-facts">
        <span>{nameOrganisation(page, task.organisation)}</span>
        <span>
          {task.due === null
            ? message(language, "meeting.page.noDay")
            : message(language, "meeting.page.dueBy", { date: writeEdtf(task.due, language) })}
        </span>
        <span class={overdue ? "badge badge-bad" : "badge"}>
          {message(language, overdue ? "meeting.page.overdue" : `meeting.taskState.${task.state}`)}
        </span>
        {task.closedAt !== null && <span>{formatMoment(language, task.closedAt, "day")}</span>}
      </p>
      {at !== null && (
        <p class="quiet">
          <a href={links.meeting(language, at.id)}>
            {message(language, "meeting.tasks.at", { meeting: sayMarked(at.title, language) })}
          </a>
        </p>
      )}
      {carried && (
        <p class="quiet">
          <a href={links.meeting(language, carried.id)}>
            {message(language, "meeting.page.carried", {
              title: sayMarked(carried.title, language),
              date: writeEdtf(carried.startsOn, language),
            })}
          </a>
        </p>
      )}
      {!isEmpty(task.note) && (
        <p class="meeting-note">
          <Said text={task.note} language={language} />
        </p>
      )}
      {mine && task.state === "open" && (
        <details class="no-print" open={failed}>
          <summary>{message(language, "meeting.page.close")}</summary>
          <form method="post" action={action} class="entry-form meeting-close">
            <input type="hidden" name="intent" value="task" />
            <input type="hidden" name="meeting" value={task.meeting} />
            <input type="hidden" name="row" value={task.id} />
            <div class={failed ? "form-field has-error" : "form-field"}>
              <label for={`note-${task.id}`}>{message(language, "meeting.field.note")}</label>
              {failed && <p class="form-error">{problem.text}</p>}
              <textarea id={`note-${task.id}`} name="note" rows={2} aria-invalid={failed ? true : undefined} />
            </div>
            <p class="meeting-buttons">
              <button type="submit" name="state" value="done">
                {message(language, "meeting.page.done")}
              </button>
              <button type="submit" name="state" value="dropped" class="button-second">
                {message(language, "meeting.page.drop")}
              </button>
            </p>
          </form>
        </details>
      )}
      {mine && task.state !== "open" && (
        <form method="post" action={action} class="meeting-inline no-print">
          <input type="hidden" name="intent" value="task" />
          <input type="hidden" name="meeting" value={task.meeting} />
          <input type="hidden" name="row" value={task.id} />
          <button type="submit" name="state" value="open" class="button-second">
            {message(language, "meeting.page.reopen")}
          </button>
        </form>
      )}
    </li>
  );
}
