import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { downloadAttachment, showAttachments, submitAttachment } from "./pages/attachments.tsx";
import { sendMemberPhotograph, sendPublicPhotograph } from "./pages/send-photograph.ts";

export const attachmentRoutes: readonly MemberRoute[] = [
  { path: "/members/records/:kind/:id/attachments", access: "members.read", page: showAttachments },
  { path: "/members/records/:kind/:id/attachments", access: "records.enter", action: submitAttachment },
  { path: "/members/attachments/:id", access: "members.read", raw: downloadAttachment },
  { path: "/members/photographs/:file{.+\\.jpg}", access: "members.read", raw: sendMemberPhotograph },
];

export const photographRoutes: readonly PublicRoute[] = [
  { path: "/photographs/:file{.+\\.jpg}", access: "public", raw: sendPublicPhotograph },
];
