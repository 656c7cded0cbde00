import type { MemberRoute } from "../../web/page.ts";
import { showNewMeeting, submitNewMeeting } from "./pages/edit-facts.tsx";
import { showEditPart, submitEditPart } from "./pages/edit-part.tsx";
import { sendLetter, sendMaterial, sendMeetingCalendar, sendMeetingDocument } from "./pages/files.ts";
import { showMeeting } from "./pages/meeting-page.tsx";
import { showMeetings } from "./pages/meetings.tsx";
import { submitMeeting, submitTask } from "./pages/submit-meeting.ts";
import { showTasks } from "./pages/tasks.tsx";

export const meetingRoutes: readonly MemberRoute[] = [
  { path: "/members/meetings", access: "members.read", page: showMeetings },
  { path: "/members/meetings/new", access: "meetings.manage", page: showNewMeeting },
  { path: "/members/meetings/new", access: "meetings.manage", action: submitNewMeeting },
  { path: "/members/meetings/:id", access: "members.read", page: showMeeting },
  { path: "/members/meetings/:id", access: "members.read", action: submitMeeting },
  { path: "/members/meetings/:id/meeting.ics", access: "members.read", raw: sendMeetingCalendar },
  { path: "/members/meetings/:id/letters/:file", access: "members.read", raw: sendLetter },
  { path: "/members/meetings/:id/:document{.+\\.(?:docx|pdf)}", access: "members.read", raw: sendMeetingDocument },
  { path: "/members/meetings/:id/materials/:material", access: "members.read", raw: sendMaterial },
  { path: "/members/meetings/:id/:part", access: "members.read", page: showEditPart },
  { path: "/members/meetings/:id/:part", access: "members.read", action: submitEditPart },
  { path: "/members/tasks", access: "members.read", page: showTasks },
  { path: "/members/tasks", access: "members.read", action: submitTask },
];
