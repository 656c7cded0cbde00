import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { toAnswer, toInvitation, toOutcome, toQuestion, toSurvey } from "./rows.ts";
import type { AnswerTranslation, Invitation, Outcome, Question, Survey, SurveyAnswer } from "./survey.ts";

/** Newest first. */
export async function readSurveys(transaction: ReadTransaction): Promise<Survey[]> {
  const rows = await transaction
    .selectFrom("survey_items")
    .selectAll()
    .orderBy("fiscal_year", "desc")
    .orderBy(sql`coalesce(asked_from, created_at::date) DESC`)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toSurvey);
}

export async function findSurvey(transaction: ReadTransaction, id: string): Promise<Survey | null> {
  const row = await transaction.selectFrom("survey_items").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toSurvey(row) : null;
}

/** Holds the survey until the transaction ends: its questions and answers change one after the other. */
export async function lockSurvey(transaction: WriteTransaction, id: string): Promise<Survey | null> {
  const query = transaction.selectFrom("survey_items").selectAll().where("id", "=", id).forUpdate();
  const row = await query.executeTakeFirst();
  return row ? toSurvey(row) : null;
}

export async function readQuestions(transaction: ReadTransaction, survey: string): Promise<Question[]> {
  const rows = await transaction
    .selectFrom("survey_item_questions")
    .selectAll()
    .where("survey", "=", survey)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(toQuestion);
}

export async function readInvitations(transaction: ReadTransaction, survey: string): Promise<Invitation[]> {
  const rows = await transaction
    .selectFrom("survey_invitations")
    .selectAll()
    .where("survey", "=", survey)
    .orderBy("organisation")
    .execute();
  return rows.map(toInvitation);
}

/** Of these organisations, in every survey. */
export async function readInvitationsOf(
  transaction: ReadTransaction,
  organisations: readonly string[],
): Promise<Invitation[]> {
  if (organisations.length === 0) return [];
  const rows = await transaction
    .selectFrom("survey_invitations")
    .selectAll()
    .where("organisation", "in", organisations)
    .execute();
  return rows.map(toInvitation);
}

export async function findAnswer(
  transaction: ReadTransaction,
  survey: string,
  organisation: string,
): Promise<SurveyAnswer | null> {
  const row = await transaction
    .selectFrom("survey_answers")
    .selectAll()
    .where("survey", "=", survey)
    .where("organisation", "=", organisation)
    .executeTakeFirst();
  return row ? toAnswer(row) : null;
}

/** What was submitted; drafts are nobody else's. Anonymous ones come in no order that tells anything. */
export async function readSubmitted(
  transaction: ReadTransaction,
  survey: string,
  limit: number,
): Promise<SurveyAnswer[]> {
  const rows = await transaction
    .selectFrom("survey_answers")
    .selectAll()
    .where("survey", "=", survey)
    .where("state", "<>", "draft")
    .orderBy("organisation")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toAnswer);
}

export interface AnswerState {
  organisation: string;
  state: SurveyAnswer["state"];
  changedAt: Date;
}

/** How far each organisation is, without what it answered. */
export async function readAnswerStates(transaction: ReadTransaction, survey: string): Promise<AnswerState[]> {
  const rows = await transaction
    .selectFrom("survey_answers")
    .select(["organisation", "state", "changed_at"])
    .where("survey", "=", survey)
    .where("organisation", "is not", null)
    .execute();
  return rows.map((row) => ({
    organisation: row.organisation ?? "",
    state: row.state,
    changedAt: new Date(row.changed_at),
  }));
}

/** Submitted answers, and how many were asked for. */
export async function countReplies(
  transaction: ReadTransaction,
  survey: string,
): Promise<{ invited: number; answered: number }> {
  const { rows } = await sql<{ invited: number; answered: number }>`
    SELECT (SELECT count(*)::int FROM survey_invitations WHERE survey = ${survey}) AS invited,
      (SELECT count(*)::int FROM survey_answers WHERE survey = ${survey} AND state <> 'draft') AS answered`.execute(
    transaction,
  );
  return rows[0] ?? { invited: 0, answered: 0 };
}

/** Drafts count too: what somebody wrote there would be lost as well. */
export async function countAnswersTo(transaction: ReadTransaction, survey: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ question: string; count: number }>`
    SELECT question, count(*)::int AS count FROM survey_answers, jsonb_object_keys(answers) AS question
    WHERE survey = ${survey} GROUP BY question`.execute(transaction);
  return new Map(rows.map(({ question, count }) => [question, count]));
}

export async function readTranslations(transaction: ReadTransaction, survey: string): Promise<AnswerTranslation[]> {
  return transaction
    .selectFrom("survey_translations")
    .innerJoin("survey_answers", "survey_answers.id", "survey_translations.answer")
    .select(["answer", "place", "survey_translations.language", "text"])
    .where("survey", "=", survey)
    .execute();
}

export async function readOutcomes(transaction: ReadTransaction, survey: string): Promise<Outcome[]> {
  const rows = await transaction
    .selectFrom("survey_outcomes")
    .innerJoin("survey_answers", "survey_answers.id", "survey_outcomes.answer")
    .selectAll("survey_outcomes")
    .where("survey", "=", survey)
    .execute();
  return rows.map(toOutcome);
}
