import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { managesMeetings } from "../access.ts";
import { isTaskOverdue, type Meeting } from "../meeting.ts";
import { listMeetings, listTasks, type TaskForActor } from "../service.ts";
import { TaskLine } from "./meeting-outcome.tsx";
import { TaskPicture } from "./meeting-pictures.tsx";
import type { MeetingPage } from "./meeting-words.ts";

export const showTasks: PageHandler<MemberRequest> = (request) => describeTasks(request, null);

/** What all meetings asked for: overdue ones first, then open ones, then what became of the others. */
export async function describeTasks(
  request: MemberRequest,
  problem: { row: string; text: string } | null,
): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const [tasks, meetings, directory] = await Promise.all([
    listTasks(context, actor),
    listMeetings(context, actor),
    getDirectory(context),
  ]);
  const today = context.clock.today();
  const filter = readTaskFilter(url);
  const { organisation } = filter;
  const mine = filter.view === "mine";
  const shown = tasks
    .filter((task) => !mine || task.mine)
    .filter((task) => organisation === undefined || task.organisation === organisation);
  const open = shown.filter(({ state }) => state === "open");
  const groups = [
    { name: "overdue", tasks: open.filter((task) => isTaskOverdue(task, today)) },
    { name: "open", tasks: open.filter((task) => !isTaskOverdue(task, today)) },
    {
      name: "closed",
      tasks: shown
        .filter(({ state }) => state !== "open")
        .toSorted((a, b) => (b.closedAt?.getTime() ?? 0) - (a.closedAt?.getTime() ?? 0)),
    },
  ] as const;
  const page = { language, directory, today, problem };
  return {
    title: message(language, "meeting.tasks.title"),
    description: message(language, "meeting.tasks.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "meeting.title"), href: links.meetings(language) }],
    body: (
      <>
        <PageHeading title={message(language, "meeting.tasks.title")} lead={message(language, "meeting.tasks.lead")} />
        {readText(url, "done") === "closed" && (
          <Notice tone="success">
            <p>{message(language, "meeting.done.closed")}</p>
          </Notice>
        )}
        <TaskPicture tasks={tasks} directory={directory} language={language} today={today} />
        <LinkTabs
          label={message(language, "meeting.tasks.view")}
          tabs={[
            {
              text: message(language, "meeting.tasks.all"),
              href: links.meetingTasks(language),
              current: !mine && organisation === undefined,
            },
            {
              text: message(language, "meeting.tasks.mine"),
              href: links.meetingTasks(language, { view: "mine" }),
              current: mine,
            },
            ...(organisation === undefined || !directory.find(organisation)
              ? []
              : [
                  {
                    text: directory.name(organisation, language),
                    href: links.meetingTasks(language, { organisation }),
                    current: true,
                  },
                ]),
          ]}
        />
        {open.length === 0 && (
          <EmptyState
            title={message(language, "meeting.tasks.none")}
            text={message(language, "meeting.tasks.noneText")}
            links={[{ text: message(language, "meeting.title"), href: links.meetings(language) }]}
          />
        )}
        {groups.map(({ name, tasks: some }) => (
          <TaskGroup
            key={name}
            name={name}
            tasks={some}
            page={page}
            meetings={meetings}
            manages={managesMeetings(actor)}
            action={links.meetingTasks(language, filter)}
          />
        ))}
      </>
    ),
  };
}

/** Which tasks are shown; whoever closes one stays among them. */
export function readTaskFilter(url: URL): { view: string | undefined; organisation: string | undefined } {
  return { view: readText(url, "view"), organisation: readText(url, "organisation") };
}

function TaskGroup({
  name,
  tasks,
  page,
  meetings,
  manages,
  action,
}: {
  name: "overdue" | "open" | "closed";
  tasks: readonly TaskForActor[];
  page: Pick<MeetingPage, "language" | "directory" | "today" | "problem">;
  meetings: readonly Meeting[];
  manages: boolean;
  action: string;
}) {
  const { language } = page;
  if (tasks.length === 0) return null;
  return (
    <Section id={name} title={message(language, `meeting.tasks.${name}`)}>
      <ul class="meeting-tasks">
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            page={page}
            task={task}
            action={action}
            mine={task.mine || manages}
            meetings={meetings}
            at={task.at}
          />
        ))}
      </ul>
    </Section>
  );
}
