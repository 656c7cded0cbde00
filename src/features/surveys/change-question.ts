import { randomBytes } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { changeSurvey } from "./change-survey.ts";
import { changesOnlyWords, limits, rewordedIn } from "./question.ts";
import { countAnswersTo, readQuestions } from "./store.ts";
import type { Question } from "./survey.ts";

export type QuestionDraft = Omit<Question, "id" | "position" | "retired" | "earlier"> & { id: string | null };

/**
 * `held`: the question has answers, and the change would make them answers to something else. It is retired and asked anew
 * instead; only its words may be corrected. `confirm`: its words would change under those answers, which somebody has to say is meant;
 * the earlier words are kept and shown. `reworded`: how many answers were given to other words.
 */
export type QuestionResult =
  | { state: "saved"; id: string; reworded: number }
  | { state: "held"; answers: number }
  | { state: "confirm"; before: Question; answers: number; languages: Language[] };

/** Throws `conflict` {reason: "stale"} where the question was changed in between. */
export async function saveQuestion(
  context: Context,
  actor: Actor,
  survey: string,
  draft: QuestionDraft,
  { questionsRevision, confirmed = false }: { questionsRevision: number; confirmed?: boolean },
): Promise<QuestionResult> {
  const outcome: { result: QuestionResult } = { result: { state: "held", answers: 0 } };
  await changeSurvey(context, actor, survey, async (present, transaction, audit) => {
    if (present.questionsRevision !== questionsRevision) throw new AppError("conflict", { reason: "stale" });
    const questions = await readQuestions(transaction, survey);
    const before = questions.find(({ id }) => id === draft.id) ?? null;
    if (draft.id !== null && !before) throw new AppError("not-found", { kind: "question", id: draft.id });
    if (!before && questions.length >= limits.questions) throw new AppError("conflict", { reason: "too-many" });
    const question: Question = {
      ...draft,
      id: before?.id ?? `q-${randomBytes(4).toString("hex")}`,
      position: before?.position ?? (questions.at(-1)?.position ?? 0) + 1,
      retired: before?.retired ?? false,
      earlier: before?.earlier ?? [],
    };
    const answers = before ? ((await countAnswersTo(transaction, survey)).get(before.id) ?? 0) : 0;
    if (before && answers > 0 && !changesOnlyWords(before, question)) {
      outcome.result = { state: "held", answers };
      return;
    }
    const changed = before && answers > 0 ? rewordedIn(before, question) : [];
    if (before && changed.length > 0) {
      if (!confirmed) {
        outcome.result = { state: "confirm", before, answers, languages: changed };
        return;
      }
      const { text, options } = before;
      question.earlier = [...before.earlier, { until: context.clock.now(), answers, text, options }];
    }
    await keepQuestion(transaction, survey, question);
    audit({
      action: before === null ? "survey.question-added" : "survey.question-changed",
      subject: `survey/${survey}`,
      details: {
        question: question.id,
        kind: question.kind,
        answers,
        onlyWords: before !== null && answers > 0,
        reworded: changed.length > 0,
      },
    });
    outcome.result = { state: "saved", id: question.id, reworded: changed.length > 0 ? answers : 0 };
  });
  return outcome.result;
}

/** Without answers it goes; with answers it is no longer asked, and they stay. */
export async function removeQuestion(
  context: Context,
  actor: Actor,
  survey: string,
  id: string,
): Promise<"removed" | "retired"> {
  const outcome: { result: "removed" | "retired" } = { result: "removed" };
  await changeSurvey(context, actor, survey, async (_, transaction, audit) => {
    const answers = (await countAnswersTo(transaction, survey)).get(id) ?? 0;
    const one = { survey, id };
    if (answers === 0)
      await transaction.deleteFrom("survey_item_questions").where("survey", "=", survey).where("id", "=", id).execute();
    else await setRetired(transaction, one, true);
    outcome.result = answers === 0 ? "removed" : "retired";
    await raiseQuestions(transaction, survey);
    audit({
      action: answers === 0 ? "survey.question-removed" : "survey.question-retired",
      subject: `survey/${survey}`,
      details: { question: id, answers },
    });
  });
  return outcome.result;
}

export function askAgain(context: Context, actor: Actor, survey: string, id: string): Promise<void> {
  return changeSurvey(context, actor, survey, async (_, transaction, audit) => {
    await setRetired(transaction, { survey, id }, false);
    await raiseQuestions(transaction, survey);
    audit({
      action: "survey.question-changed",
      subject: `survey/${survey}`,
      details: { question: id, retired: false },
    });
  });
}

export function moveQuestion(
  context: Context,
  actor: Actor,
  survey: string,
  { id, by }: { id: string; by: -1 | 1 },
): Promise<void> {
  return changeSurvey(context, actor, survey, async (_, transaction, audit) => {
    const order = (await readQuestions(transaction, survey)).map((question) => question.id);
    const from = order.indexOf(id);
    const other = order[from + by];
    if (from < 0 || other === undefined) return;
    order[from + by] = id;
    order[from] = other;
    for (const [index, question] of order.entries())
      await transaction
        .updateTable("survey_item_questions")
        .set({ position: index + 1 })
        .where("survey", "=", survey)
        .where("id", "=", question)
        .execute();
    audit({ action: "survey.question-changed", subject: `survey/${survey}`, details: { question: id, moved: by } });
  });
}

async function keepQuestion(transaction: WriteTransaction, survey: string, question: Question): Promise<void> {
  const { text, help, options, earlier, ...rest } = question;
  const row = {
    ...rest,
    text: JSON.stringify(text),
    help: JSON.stringify(help),
    options: JSON.stringify(options),
    earlier_words: JSON.stringify(earlier),
  };
  await transaction
    .insertInto("survey_item_questions")
    .values({ survey, ...row })
    .onConflict((conflict) => conflict.columns(["survey", "id"]).doUpdateSet(row))
    .execute();
  await raiseQuestions(transaction, survey);
}

async function setRetired(
  transaction: WriteTransaction,
  { survey, id }: { survey: string; id: string },
  retired: boolean,
): Promise<void> {
  await transaction
    .updateTable("survey_item_questions")
    .set({ retired })
    .where("survey", "=", survey)
    .where("id", "=", id)
    .execute();
}

async function raiseQuestions(transaction: WriteTransaction, survey: string): Promise<void> {
  await transaction
    .updateTable("survey_items")
    .set((builder) => ({ questions_revision: builder("questions_revision", "+", 1) }))
    .where("id", "=", survey)
    .execute();
}
