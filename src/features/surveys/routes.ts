import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showAnswerSurvey, submitAnswerSurvey } from "./pages/answer.tsx";
import { sendAnswerFile, sendQuestionnaire } from "./pages/files.ts";
import { showNewSurvey, submitNewSurvey } from "./pages/new-survey.tsx";
import { showPreview } from "./pages/preview.tsx";
import { showProxy, submitProxy } from "./pages/proxy.tsx";
import { showPublicSurvey } from "./pages/public-survey.tsx";
import { showPublicSurveys } from "./pages/public-surveys.tsx";
import { showQuestions, submitQuestions } from "./pages/questions.tsx";
import { sendResults, showResults, submitResults } from "./pages/results.tsx";
import { showSurvey, submitSurvey } from "./pages/survey.tsx";
import { showSurveys } from "./pages/surveys.tsx";

export const publicSurveyRoutes: readonly PublicRoute[] = [
  { path: "/surveys", access: "public", page: showPublicSurveys },
  { path: "/surveys/:id", access: "public", page: showPublicSurvey },
];

export const surveyRoutes: readonly MemberRoute[] = [
  { path: "/members/surveys", access: "members.read", page: showSurveys },
  { path: "/members/surveys/new", access: "surveys.manage", page: showNewSurvey },
  { path: "/members/surveys/new", access: "surveys.manage", action: submitNewSurvey },
  { path: "/members/surveys/:id", access: "surveys.manage", page: showSurvey },
  { path: "/members/surveys/:id", access: "surveys.manage", action: submitSurvey },
  { path: "/members/surveys/:id/questions", access: "surveys.manage", page: showQuestions },
  { path: "/members/surveys/:id/questions", access: "surveys.manage", action: submitQuestions },
  { path: "/members/surveys/:id/preview", access: "surveys.manage", page: showPreview },
  { path: "/members/surveys/:id/answer", access: "surveys.answer", page: showAnswerSurvey },
  { path: "/members/surveys/:id/answer", access: "surveys.answer", action: submitAnswerSurvey },
  { path: "/members/surveys/:id/questionnaire.xlsx", access: "members.read", raw: sendQuestionnaire },
  { path: "/members/surveys/:id/answers/:answer/files/:question", access: "members.read", raw: sendAnswerFile },
  { path: "/members/surveys/:id/proxy/:organisation", access: "surveys.manage", page: showProxy },
  { path: "/members/surveys/:id/proxy/:organisation", access: "surveys.manage", action: submitProxy },
  { path: "/members/surveys/:id/results", access: "members.read", page: showResults },
  { path: "/members/surveys/:id/results", access: "surveys.manage", action: submitResults },
  { path: "/members/surveys/:id/results.xlsx", access: "members.read", raw: sendResults },
];
