import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showMilestones } from "./pages/milestones-page.tsx";
import { showProject } from "./pages/project-page.tsx";
import { showProjects } from "./pages/projects-page.tsx";
import { showProjectResults } from "./pages/results-page.tsx";
import { showProjectTimeline } from "./pages/timeline-page.tsx";

/** The views of all stand before the one project, whose id they would else be taken for. */
export const projectRoutes: readonly PublicRoute[] = [
  { path: "/projects", access: "public", page: showProjects },
  { path: "/projects/timeline", access: "public", page: showProjectTimeline },
  { path: "/projects/results", access: "public", page: showProjectResults },
  { path: "/projects/:id", access: "public", page: showProject },
];

export const projectMemberRoutes: readonly MemberRoute[] = [
  { path: "/members/milestones", access: "members.read", page: showMilestones },
];
