import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { limits } from "./question.ts";

/** Puts an answer's words into another language, by hand; an empty text takes the translation away. */
export async function translateAnswer(
  context: Context,
  actor: Actor,
  survey: string,
  { answer, place, language, text }: { answer: string; place: string; language: Language; text: string },
): Promise<void> {
  requirePermission(actor, "surveys.manage");
  if (text.length > limits.textLength || place.length > 200) throw new AppError("invalid-input", { reason: "long" });
  await change(context, actor, async (transaction, audit) => {
    const present = await transaction
      .selectFrom("survey_answers")
      .select("id")
      .where("id", "=", answer)
      .where("survey", "=", survey)
      .where("state", "<>", "draft")
      .executeTakeFirst();
    if (!present) throw new AppError("not-found", { kind: "survey", id: survey });
    const row = { text, by: actor.userId, at: context.clock.now() };
    if (text === "")
      await transaction
        .deleteFrom("survey_translations")
        .where("answer", "=", answer)
        .where("place", "=", place)
        .where("language", "=", language)
        .execute();
    else
      await transaction
        .insertInto("survey_translations")
        .values({ answer, place, language, ...row })
        .onConflict((conflict) => conflict.columns(["answer", "place", "language"]).doUpdateSet(row))
        .execute();
    audit({ action: "survey.answer-translated", subject: `survey/${survey}`, details: { language } });
  });
}
