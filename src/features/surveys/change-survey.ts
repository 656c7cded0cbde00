import { randomBytes } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findGaps, type QuestionGap } from "./question.ts";
import { lockSurvey, readQuestions } from "./store.ts";
import type { ResultReaders, Survey } from "./survey.ts";

export interface SurveyFacts {
  title: Localized;
  introduction: Localized;
  fiscalYear: number;
  languages: Language[];
  deadline: string | null;
  acceptsLate: boolean;
  reminderDays: number;
  anonymous: boolean;
  results: ResultReaders;
}

/** An empty survey, or another one's questions under the same ids: by them the years are compared. */
export async function createSurvey(
  context: Context,
  actor: Actor,
  facts: SurveyFacts,
  { basedOn, formKey }: { basedOn: string | null; formKey: string },
): Promise<string> {
  requirePermission(actor, "surveys.manage");
  return change(context, actor, async (transaction, audit) => {
    const same = await transaction
      .selectFrom("survey_items")
      .select("id")
      .where("form_key", "=", formKey)
      .executeTakeFirst();
    if (same) return same.id;
    const now = context.clock.now();
    const id = `survey-${facts.fiscalYear}-${randomBytes(3).toString("hex")}`;
    await transaction
      .insertInto("survey_items")
      .values({
        id,
        origin: "member",
        state: "draft",
        based_on: basedOn,
        created_by: actor.userId,
        created_at: now,
        changed_at: now,
        form_key: formKey,
        ...toColumns(facts),
      })
      .execute();
    const questions = basedOn === null ? 0 : await copyQuestions(transaction, basedOn, id);
    audit({ action: "survey.created", subject: `survey/${id}`, details: { basedOn, questions } });
    return id;
  });
}

async function copyQuestions(transaction: WriteTransaction, from: string, to: string): Promise<number> {
  const source = await transaction
    .selectFrom("survey_items")
    .select("origin")
    .where("id", "=", from)
    .executeTakeFirst();
  const questions = (await readQuestions(transaction, from)).filter(({ retired }) => !retired);
  for (const [index, { options, text, help, earlier: _, ...question }] of questions.entries())
    await transaction
      .insertInto("survey_item_questions")
      .values({
        ...question,
        survey: to,
        position: index + 1,
        text: JSON.stringify(text),
        // With a question of the documents stands how its words were recovered: nothing for whoever answers.
        help: JSON.stringify(source?.origin === "programme" ? {} : help),
        options: JSON.stringify(options),
      })
      .execute();
  return questions.length;
}

/** Throws `conflict` {reason: "stale" | "programme" | "anonymous"}. */
export function saveSurveyFacts(
  context: Context,
  actor: Actor,
  id: string,
  facts: SurveyFacts,
  revision: number,
): Promise<void> {
  return changeSurvey(context, actor, id, async (survey, transaction, audit) => {
    if (survey.revision !== revision) throw new AppError("conflict", { reason: "stale" });
    // Whoever answered was told what becomes of the answer.
    if (facts.anonymous !== survey.anonymous && (await hasAnswers(transaction, id)))
      throw new AppError("conflict", { reason: "anonymous" });
    await transaction.updateTable("survey_items").set(toColumns(facts)).where("id", "=", id).execute();
    audit({
      action: "survey.changed",
      subject: `survey/${id}`,
      details: { deadline: facts.deadline, acceptsLate: facts.acceptsLate, results: facts.results },
    });
  });
}

async function hasAnswers(transaction: WriteTransaction, survey: string): Promise<boolean> {
  const row = await transaction
    .selectFrom("survey_answers")
    .select("id")
    .where("survey", "=", survey)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type OpeningProblem =
  | { reason: "no-questions" | "no-deadline" | "past-deadline" | "no-invitations" }
  | { reason: "title"; languages: Language[] }
  | { reason: "gap"; question: string; gap: QuestionGap };

/** Opens it, or says everything that keeps it from being opened. */
export async function openSurvey(context: Context, actor: Actor, id: string): Promise<OpeningProblem[]> {
  const problems: OpeningProblem[] = [];
  await changeSurvey(context, actor, id, async (survey, transaction, audit) => {
    const questions = (await readQuestions(transaction, id)).filter(({ retired }) => !retired);
    const invited = await transaction
      .selectFrom("survey_invitations")
      .select("organisation")
      .where("survey", "=", id)
      .execute();
    const untitled = survey.languages.filter((language) => !survey.title[language]);
    if (untitled.length > 0) problems.push({ reason: "title", languages: untitled });
    if (questions.length === 0) problems.push({ reason: "no-questions" });
    if (survey.deadline === null) problems.push({ reason: "no-deadline" });
    else if (survey.deadline < context.clock.today()) problems.push({ reason: "past-deadline" });
    if (invited.length === 0) problems.push({ reason: "no-invitations" });
    for (const question of questions)
      for (const gap of findGaps(question, survey)) problems.push({ reason: "gap", question: question.id, gap });
    if (problems.length > 0) return;
    await setState(transaction, id, "open");
    audit({
      action: survey.state === "closed" ? "survey.reopened" : "survey.opened",
      subject: `survey/${id}`,
      details: { questions: questions.length, invited: invited.length },
    });
  });
  return problems;
}

export function closeSurvey(context: Context, actor: Actor, id: string): Promise<void> {
  return changeSurvey(context, actor, id, async (survey, transaction, audit) => {
    if (survey.state !== "open") throw new AppError("conflict", { reason: "not-open" });
    await setState(transaction, id, "closed");
    audit({ action: "survey.closed", subject: `survey/${id}` });
  });
}

async function setState(transaction: WriteTransaction, id: string, state: Survey["state"]): Promise<void> {
  await transaction.updateTable("survey_items").set({ state }).where("id", "=", id).execute();
}

/** One change of a survey with its lock; what the documents state is changed in the programme's sheet. */
export async function changeSurvey(
  context: Context,
  actor: Actor,
  id: string,
  work: (survey: Survey, transaction: WriteTransaction, audit: RecordAudit) => Promise<void>,
): Promise<void> {
  requirePermission(actor, "surveys.manage");
  await change(context, actor, async (transaction, audit) => {
    const survey = await lockSurvey(transaction, id);
    if (!survey) throw new AppError("not-found", { kind: "survey", id });
    if (survey.origin === "programme") throw new AppError("conflict", { reason: "programme" });
    await work(survey, transaction, audit);
    await transaction
      .updateTable("survey_items")
      .set((builder) => ({ revision: builder("revision", "+", 1), changed_at: context.clock.now() }))
      .where("id", "=", id)
      .execute();
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

function toColumns(facts: SurveyFacts) {
  return {
    title: JSON.stringify(facts.title),
    introduction: JSON.stringify(facts.introduction),
    fiscal_year: facts.fiscalYear,
    languages: [...facts.languages],
    deadline: facts.deadline,
    accepts_late: facts.acceptsLate,
    reminder_days: facts.reminderDays,
    anonymous: facts.anonymous,
    results: facts.results,
  };
}
