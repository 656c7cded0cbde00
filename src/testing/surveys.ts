import type { Actor } from "../features/accounts/actor.ts";
import { saveQuestion } from "../features/surveys/change-question.ts";
import { createSurvey, openSurvey, type SurveyFacts } from "../features/surveys/change-survey.ts";
import { inviteOrganisations } from "../features/surveys/invite.ts";
import { noOptions } from "../features/surveys/question.ts";
import type { Question } from "../features/surveys/survey.ts";
import type { Context } from "../platform/context.ts";

export const surveyFacts: SurveyFacts = {
  title: { ja: "2026年度の調査", zh: "2026年度调查", en: "Survey of 2026" },
  introduction: {},
  fiscalYear: 2026,
  languages: ["ja", "zh"],
  deadline: "2026-12-18",
  acceptsLate: false,
  reminderDays: 7,
  anonymous: false,
  results: "platform",
};

export const both = (ja: string, zh: string) => ({ ja, zh });
export const twoChoices = [
  { id: "c1", text: both("十分", "充分") },
  { id: "c2", text: both("不十分", "不足") },
];
export const draftOf = (
  kind: Question["kind"],
  text: Question["text"],
  options: Partial<Question["options"]> = {},
) => ({
  id: null,
  kind,
  text,
  help: {},
  required: kind === "choice",
  options: { ...noOptions, ...options },
});

/** A survey that is open to four organisations, with the ids of its questions. */
export async function makeSurvey(
  context: Context,
  manager: Actor,
  changes: Partial<SurveyFacts>,
  questions: ReturnType<typeof draftOf>[],
): Promise<{ id: string; ids: string[] }> {
  const id = await createSurvey(
    context,
    manager,
    { ...surveyFacts, ...changes },
    { basedOn: null, formKey: crypto.randomUUID() },
  );
  const ids: string[] = [];
  for (const [index, question] of questions.entries()) {
    const result = await saveQuestion(context, manager, id, question, { questionsRevision: index + 1 });
    if (result.state === "saved") ids.push(result.id);
  }
  await inviteOrganisations(context, manager, id, {
    groups: [],
    organisations: ["toyama", "hyogo", "tianjin", "nagano"],
    language: null,
  });
  const problems = await openSurvey(context, manager, id);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { id, ids };
}
