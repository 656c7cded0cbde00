import { fiscalYearLabel, fiscalYearOf } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import type { Activity } from "../../activities/activity.ts";
import { getActivities } from "../../activities/service.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { getDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeListedDate } from "../../programme/write-listed-date.ts";
import { managesMeetings } from "../access.ts";
import { isComing, type Meeting } from "../meeting.ts";
import { sayWhen } from "../say.ts";
import { listMeetings, listTasks } from "../service.ts";
import { type MeetingDay, MonthPicture, TaskPicture } from "./meeting-pictures.tsx";

/** Meetings that the programme's documents state; papers of them are not held here. */
const recordedKinds = ["domestic-meeting", "joint-meeting"];

export const showMeetings: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language } = request;
  const [meetings, tasks, directory, programme, recorded] = await Promise.all([
    listMeetings(context, actor),
    listTasks(context, actor),
    getDirectory(context),
    getProgramme(context),
    getActivities(context, { kinds: recordedKinds, onceEachEvent: true }, { limit: 500, order: "newest" }),
  ]);
  const today = context.clock.today();
  const papered = new Set(meetings.map(({ activity }) => activity));
  const others = recorded.filter(({ id }) => !papered.has(id));
  const coming = meetings.filter((meeting) => isComing(meeting, today)).toReversed();
  const past = meetings.filter((meeting) => !isComing(meeting, today));
  const words = { language, directory };
  return {
    title: message(language, "meeting.title"),
    description: message(language, "meeting.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={message(language, "meeting.title")}
          lead={message(language, "meeting.lead")}
          links={[
            ...(managesMeetings(actor)
              ? [{ text: message(language, "meeting.new"), href: links.newMeeting(language) }]
              : []),
            { text: message(language, "meeting.tasksBy.all"), href: links.meetingTasks(language) },
          ]}
        />
        <div class="meeting-pictures">
          <MonthPicture days={listDays(meetings, others, programme, today)} programme={programme} language={language} />
          <TaskPicture tasks={tasks} directory={directory} language={language} today={today} />
        </div>
        <Section id="coming" title={message(language, "meeting.coming")}>
          {coming.length > 0 ? (
            <MeetingList meetings={coming} {...words} />
          ) : (
            <EmptyState
              title={message(language, "meeting.comingNone")}
              text={message(language, "meeting.comingNoneText")}
              links={
                managesMeetings(actor)
                  ? [{ text: message(language, "meeting.new"), href: links.newMeeting(language) }]
                  : []
              }
            />
          )}
        </Section>
        {past.length > 0 && (
          <Section id="past" title={message(language, "meeting.past")}>
            <MeetingList meetings={past} {...words} />
          </Section>
        )}
        {others.length > 0 && (
          <Section
            id="on-record"
            title={message(language, "meeting.onRecord")}
            lead={message(language, "meeting.onRecordLead")}
          >
            {groupByYear(others).map(([year, activities]) => (
              <div key={year} class="meeting-year">
                <h3>{fiscalYearLabel(programme.calendar, year, language)}</h3>
                <RecordedList activities={activities} {...words} />
              </div>
            ))}
          </Section>
        )}
      </>
    ),
  };
};

interface ListWords {
  language: MemberRequest["language"];
  directory: OrganisationDirectory;
}

function MeetingList({ meetings, language, directory }: { meetings: readonly Meeting[] } & ListWords) {
  return (
    <ul class="meeting-list">
      {meetings.map((meeting) => {
        const place = localize(meeting.place, language);
        return (
          <li key={meeting.id} class={`meeting-${meeting.state}`}>
            <p class="meeting-when">{sayWhen(meeting, language)}</p>
            <p class="meeting-name">
              <a href={links.meeting(language, meeting.id)}>
                <Words value={localize(meeting.title, language)} />
              </a>
              <OnlyLanguage text={meeting.title} language={language} />
            </p>
            <p class="meeting-person-facts">
              <span class="badge">{message(language, `meeting.kind.${meeting.kind}`)}</span>
              {meeting.state !== "planned" && (
                <span class={meeting.state === "cancelled" ? "badge badge-bad" : "badge"}>
                  {message(language, `meeting.state.${meeting.state}`)}
                </span>
              )}
              <span>{directory.find(meeting.host) ? directory.shortName(meeting.host, language) : meeting.host}</span>
              <span>
                {place.text === "" ? (
                  meeting.onlineLink && message(language, "meeting.page.online2")
                ) : (
                  <Words value={place} />
                )}
              </span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function RecordedList({ activities, language, directory }: { activities: readonly Activity[] } & ListWords) {
  return (
    <ul class="meeting-list is-recorded">
      {activities.map((activity) => (
        <li key={activity.id}>
          {activity.date !== null && <p class="meeting-when">{writeListedDate(activity.date, language, "open")}</p>}
          <p class="meeting-name">
            <a href={links.activity(language, activity.id)}>
              <Words value={localize(activity.title, language)} />
            </a>
          </p>
          <p class="meeting-person-facts">
            <span class="badge">{choiceMessage(language, "activity.kind", activity.kind, 1)}</span>
            {activity.place !== null && directory.find(activity.place) && (
              <span>{directory.shortName(activity.place, language)}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function groupByYear(activities: readonly Activity[]): [number, Activity[]][] {
  const years = Map.groupBy(activities, ({ fiscalYear }) => fiscalYear);
  return [...years].toSorted(([a], [b]) => b - a);
}

function listDays(
  meetings: readonly Meeting[],
  recorded: readonly Activity[],
  { calendar }: Programme,
  today: string,
): MeetingDay[] {
  return [
    ...meetings
      .filter(({ state }) => state !== "cancelled")
      .map((meeting) => ({
        fiscalYear: fiscalYearOf(calendar, meeting.startsOn),
        month: Number(meeting.startsOn.slice(5, 7)),
        coming: isComing(meeting, today),
      })),
    ...recorded
      .filter(({ status }) => status !== "cancelled")
      .map(({ fiscalYear, dateFrom, dateTo }) => ({
        fiscalYear: dateFrom === null ? fiscalYear : fiscalYearOf(calendar, dateFrom),
        // 「1月頃」 has a month, 「2015年度」 none.
        month: dateFrom !== null && dateFrom.slice(0, 7) === dateTo?.slice(0, 7) ? Number(dateFrom.slice(5, 7)) : null,
        coming: dateFrom !== null && dateFrom >= today,
      })),
  ];
}
