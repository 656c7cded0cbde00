import type { MemberRoute } from "../../web/page.ts";
import { downloadAttachment, showAttachments, submitAttachment } from "./pages/attachments.tsx";

export const attachmentRoutes: readonly MemberRoute[] = [
  { path: "/members/records/:kind/:id/attachments", access: "members.read", page: showAttachments },
  { path: "/members/records/:kind/:id/attachments", access: "records.enter", action: submitAttachment },
  { path: "/members/attachments/:id", access: "members.read", raw: downloadAttachment },
];
