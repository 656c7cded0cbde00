import type { PublicRoute } from "../../web/page.ts";
import { showProject } from "./pages/project-page.tsx";
import { showProjects } from "./pages/projects-page.tsx";

export const projectRoutes: readonly PublicRoute[] = [
  { path: "/projects", access: "public", page: showProjects },
  { path: "/projects/:id", access: "public", page: showProject },
];
