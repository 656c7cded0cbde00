import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { submitConcern } from "./pages/concern-actions.ts";
import { showConcern } from "./pages/concern-page.tsx";
import { showConcerns } from "./pages/concerns.tsx";
import { showMemberConcerns } from "./pages/member-concerns.tsx";
import { showNewConcern, submitNewConcern } from "./pages/new-concern.tsx";

export const concernRoutes: readonly PublicRoute[] = [{ path: "/concerns", access: "public", page: showConcerns }];

export const memberConcernRoutes: readonly MemberRoute[] = [
  { path: "/members/concerns", access: "members.read", page: showMemberConcerns },
  { path: "/members/concerns/new", access: "concerns.raise", page: showNewConcern },
  { path: "/members/concerns/new", access: "concerns.raise", action: submitNewConcern },
  { path: "/members/concerns/:id", access: "members.read", page: showConcern },
  { path: "/members/concerns/:id", access: "members.read", action: submitConcern },
];
