import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { AnswerInput } from "./answer-survey.ts";
import type { Survey } from "./survey.ts";

/**
 * Keeps an answer so that nothing in the database leads from it to who gave it: no organisation, no author, no moment of its own,
 * a new id. Rows that one transaction wrote carry its number (PostgreSQL's xmin) and stand one behind the other, so every
 * anonymous answer of the survey is written again, in an order that chance decides: all carry the newest number.
 */
export async function keepAnonymously(
  transaction: WriteTransaction,
  survey: Survey,
  input: AnswerInput,
  now: Date,
): Promise<void> {
  const draft = transaction
    .deleteFrom("survey_answers")
    .where("survey", "=", survey.id)
    .where("organisation", "=", input.organisation);
  await draft.execute();
  await transaction
    .insertInto("survey_answers")
    .values({
      id: randomUUID(),
      survey: survey.id,
      organisation: null,
      state: "submitted",
      language: input.language,
      answers: JSON.stringify(input.answers),
      questions_revision: survey.questionsRevision,
      author: null,
      started_at: survey.createdAt,
      changed_at: survey.createdAt,
      submitted_at: null,
    })
    .execute();
  await sql`
    DO $$
    DECLARE answer uuid;
    BEGIN
      FOR answer IN
        SELECT id FROM survey_answers WHERE survey = ${sql.lit(survey.id)} AND organisation IS NULL ORDER BY random()
      LOOP
        UPDATE survey_answers SET changed_at = changed_at WHERE id = answer;
      END LOOP;
    END $$`.execute(transaction);
  await transaction
    .updateTable("survey_invitations")
    // Only that it answered: a moment would stand in the order of the answers.
    .set({ answered_at: survey.createdAt < now ? survey.createdAt : now })
    .where("survey", "=", survey.id)
    .where("organisation", "=", input.organisation)
    .execute();
}
