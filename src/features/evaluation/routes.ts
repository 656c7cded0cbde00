import type { PublicRoute } from "../../web/page.ts";
import { showEvaluation } from "./pages/evaluation.tsx";

export const evaluationRoutes: readonly PublicRoute[] = [
  { path: "/evaluation", access: "public", page: showEvaluation },
];
