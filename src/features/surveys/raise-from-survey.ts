import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { RecordAudit } from "../audit/change.ts";
import { concernThemes } from "../concerns/concern.ts";
import { raiseConcern } from "../concerns/service.ts";
import type { ConcernRow, Survey, SurveyAnswer } from "./survey.ts";

/** A row of an answer as a concern of the list that is followed over the years; in an anonymous survey nobody is named. */
export function raiseFromSurvey(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  { survey, answer, row }: { survey: Survey; answer: SurveyAnswer; row: ConcernRow },
): Promise<string> {
  const theme = concernThemes.find((each) => each === row.theme);
  if (theme === undefined) throw new AppError("invalid-input", { reason: "theme" });
  return raiseConcern(context, transaction, audit, {
    organisation: answer.organisation,
    survey: survey.id,
    raised: context.clock.today(),
    theme,
    language: answer.language,
    text: { [answer.language]: row.text },
    by: actor.userId,
    formKey: `survey/${answer.id}/${row.key}`,
    now: context.clock.now(),
  });
}
