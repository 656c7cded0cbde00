import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showEditNeed, showNewNeed, submitEditNeed, submitNewNeed } from "./pages/edit-need.tsx";
import { showMemberNeeds, showNeedBoard } from "./pages/member-needs.tsx";
import { submitNeed } from "./pages/need-actions.ts";
import { showNeed } from "./pages/need-page.tsx";
import { showPublicNeeds } from "./pages/public-needs.tsx";

export const needRoutes: readonly PublicRoute[] = [{ path: "/needs", access: "public", page: showPublicNeeds }];

export const memberNeedRoutes: readonly MemberRoute[] = [
  { path: "/members/needs", access: "members.read", page: showMemberNeeds },
  { path: "/members/needs/board", access: "members.read", page: showNeedBoard },
  { path: "/members/needs/new", access: "needs.enter", page: showNewNeed },
  { path: "/members/needs/new", access: "needs.enter", action: submitNewNeed },
  { path: "/members/needs/:id", access: "members.read", page: showNeed },
  { path: "/members/needs/:id", access: "needs.enter", action: submitNeed },
  { path: "/members/needs/:id/edit", access: "needs.enter", page: showEditNeed },
  { path: "/members/needs/:id/edit", access: "needs.enter", action: submitEditNeed },
];
