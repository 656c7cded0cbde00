import type { Route } from "../../web/page.ts";
import { showEvaluation } from "./pages/evaluation.tsx";

export const evaluationRoutes: readonly Route[] = [{ path: "/evaluation", access: "public", page: showEvaluation }];
