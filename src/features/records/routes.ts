import type { MemberRoute } from "../../web/page.ts";
import { approveTicked, showApprovals } from "./pages/approval/approvals-page.tsx";
import { decideEntry } from "./pages/approval/review-decide.ts";
import { showReview } from "./pages/approval/review-page.tsx";
import { showEntries } from "./pages/entry/entries-page.tsx";
import { showHistory } from "./pages/history/history-page.tsx";
import { restoreVersion } from "./pages/history/history-restore.ts";
import { showMemberRecords } from "./pages/record/record-list.tsx";
import { showMemberRecord } from "./pages/record/record-page.tsx";

export const recordRoutes: readonly MemberRoute[] = [
  { path: "/members/records/:kind", access: "members.read", page: showMemberRecords },
  { path: "/members/records/:kind/:id", access: "members.read", page: showMemberRecord },
  { path: "/members/records/:kind/:id/history", access: "members.read", page: showHistory },
  { path: "/members/records/:kind/:id/history", access: "records.enter", action: restoreVersion },
  { path: "/members/entries", access: "records.enter", page: showEntries },
  { path: "/members/approvals", access: "records.approve", page: showApprovals },
  { path: "/members/approvals", access: "records.approve", action: approveTicked },
  // Its author reads it there as well, and so does the ministry: the service shows it to those who may see it.
  { path: "/members/entries/:id/review", access: "members.read", page: showReview },
  { path: "/members/entries/:id/review", access: "records.approve", action: decideEntry },
];
