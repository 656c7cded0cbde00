import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { sayTitle } from "../say.ts";
import type { WorkLine } from "./work-list.tsx";
import type { WorkPage } from "./work-sections.tsx";

export function meetingLines({ request: { language }, work }: WorkPage): WorkLine[] {
  return work.meetings.items.map(({ is, id, meeting, title, meetingTitle, due }) => ({
    key: `${is}/${id}`,
    title: sayTitle(title, language),
    href:
      is === "name"
        ? links.editMeeting(language, meeting, "participants")
        : `${links.meeting(language, meeting)}#${is === "answer" ? "participants" : `${is}-${id}`}`,
    kind: message(language, `meeting.duty.${is}`),
    ...(due === null
      ? {}
      : {
          when:
            is === "answer" || is === "name"
              ? writeEdtf(due, language)
              : message(language, "meeting.page.dueBy", { date: writeEdtf(due, language) }),
        }),
    ...(is === "answer" || is === "name" ? {} : { note: localize(meetingTitle, language).text }),
  }));
}
