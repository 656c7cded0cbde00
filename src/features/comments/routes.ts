import type { MemberRoute } from "../../web/page.ts";
import { showComments, submitComment } from "./pages/comments.tsx";

export const commentRoutes: readonly MemberRoute[] = [
  { path: "/members/records/:kind/:id/comments", access: "records.comment", page: showComments },
  { path: "/members/records/:kind/:id/comments", access: "records.comment", action: submitComment },
];
