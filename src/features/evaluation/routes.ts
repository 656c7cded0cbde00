import type { PublicRoute } from "../../web/page.ts";
import { showDeepening } from "./pages/deepening.tsx";
import { showEvaluation } from "./pages/evaluation.tsx";

export const evaluationRoutes: readonly PublicRoute[] = [
  { path: "/evaluation", access: "public", page: showEvaluation },
  { path: "/evaluation/deepening", access: "public", page: showDeepening },
];
