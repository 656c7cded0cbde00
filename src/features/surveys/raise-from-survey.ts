import { randomBytes } from "node:crypto";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { RecordAudit } from "../audit/change.ts";
import { raiseRevision } from "../programme/revision.ts";
import type { ConcernRow, Survey, SurveyAnswer } from "./survey.ts";

/** A row of an answer as a concern of the list that is followed over the years; in an anonymous survey nobody raised it. */
export async function raiseFromSurvey(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  { survey, answer, row }: { survey: Survey; answer: SurveyAnswer; row: ConcernRow },
): Promise<string> {
  const now = context.clock.now();
  const today = context.clock.today();
  const id = `concern-${today.slice(0, 4)}-${randomBytes(4).toString("hex")}`;
  await transaction
    .insertInto("concern_items")
    .values({
      id,
      origin: "member",
      organisation: answer.organisation,
      survey: survey.id,
      raised: today,
      raised_from: today,
      raised_to: today,
      theme: row.theme,
      language: answer.language,
      text: JSON.stringify({ [answer.language]: row.text }),
      state: "open",
      visibility: "members",
      created_by: actor.userId,
      created_at: now,
      changed_at: now,
    })
    .execute();
  audit({
    action: "survey.concern-raised",
    subject: `concern/${id}`,
    details: { survey: survey.id, theme: row.theme },
  });
  await raiseRevision(transaction);
  return id;
}
