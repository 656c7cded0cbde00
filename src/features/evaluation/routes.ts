import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showAssessment, submitAssessment } from "./pages/assessment.tsx";
import { showDeepening } from "./pages/deepening.tsx";
import { showEvaluation } from "./pages/evaluation.tsx";
import { sendEvaluationFile } from "./pages/evaluation-file.ts";
import { showEvaluations } from "./pages/evaluations-list.tsx";
import { showFinish, submitFinish } from "./pages/finish-evaluation.tsx";
import { showMemberEvaluation } from "./pages/member-evaluation.tsx";
import { showNewEvaluation, submitNewEvaluation } from "./pages/new-evaluation.tsx";
import { showStatement, submitStatement } from "./pages/statement.tsx";
import { submitMemberEvaluation } from "./pages/submit-evaluation.ts";

export const evaluationRoutes: readonly PublicRoute[] = [
  { path: "/evaluation", access: "public", page: showEvaluation },
  { path: "/evaluation/deepening", access: "public", page: showDeepening },
];

const one = "/members/evaluations/:id";

export const memberEvaluationRoutes: readonly MemberRoute[] = [
  { path: "/members/evaluations", access: "members.read", page: showEvaluations },
  { path: "/members/evaluations/new", access: "evaluations.write", page: showNewEvaluation },
  { path: "/members/evaluations/new", access: "evaluations.write", action: submitNewEvaluation },
  { path: "/members/evaluations/:file{[^/]+\\.(?:docx|pdf)}", access: "members.read", raw: sendEvaluationFile },
  { path: one, access: "members.read", page: showMemberEvaluation },
  { path: one, access: "evaluations.write", action: submitMemberEvaluation },
  { path: `${one}/finish`, access: "evaluations.write", page: showFinish },
  { path: `${one}/finish`, access: "evaluations.write", action: submitFinish },
  { path: `${one}/statements/:statement`, access: "evaluations.write", page: showStatement },
  { path: `${one}/statements/:statement`, access: "evaluations.write", action: submitStatement },
  { path: `${one}/partnerships/:partnership`, access: "members.read", page: showAssessment },
  { path: `${one}/partnerships/:partnership`, access: "members.read", action: submitAssessment },
];
