import type { MemberRoute } from "../../web/page.ts";
import { showParticipants } from "./pages/participants.tsx";
import { submitParticipants } from "./pages/submit-participants.tsx";

export const participantRoutes: readonly MemberRoute[] = [
  { path: "/members/records/activity/:id/participants", access: "participants.keep", page: showParticipants },
  { path: "/members/records/activity/:id/participants", access: "participants.keep", action: submitParticipants },
];
