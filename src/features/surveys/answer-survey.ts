import { randomUUID } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { type NamedFile, nameFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { findStanding } from "../records/access.ts";
import { answersFor } from "./access.ts";
import { type AnswerGround, type AnswerProblem, checkAnswers } from "./check-answers.ts";
import { keepAnonymously } from "./keep-anonymously.ts";
import { findAnswer, lockSurvey, readInvitations, readQuestions } from "./store.ts";
import type { Answers, Survey, SurveyAnswer } from "./survey.ts";

export interface AnswerInput {
  survey: string;
  organisation: string;
  language: Language;
  answers: Answers;
  /** revision of the answer that the form showed; 0 where there was none */
  revision: number;
  submit: boolean;
  files: readonly NamedFile[];
  /** of an answer that the platform types in from what came by mail */
  proxy?: { file: string | null; note: string } | undefined;
}

/**
 * `saved`: as a draft. `after-deadline`, `problems`: kept as a draft, and why it is not submitted. `conflict`: somebody else saved in
 * between; nothing is written, so that neither is lost. `answered`: an anonymous answer is given once.
 */
export type AnswerResult =
  | { state: "saved" | "submitted" | "late" | "after-deadline" | "closed"; revision: number }
  | { state: "problems"; revision: number; problems: AnswerProblem[] }
  | { state: "conflict"; present: SurveyAnswer }
  | { state: "answered" };

/** Saves or submits an organisation's answer. Throws `forbidden`, and `not-found` where the organisation is not asked. */
export async function saveAnswer(
  context: Context,
  actor: Actor,
  input: AnswerInput,
  ground: AnswerGround,
): Promise<AnswerResult> {
  requirePermission(actor, input.proxy ? "surveys.manage" : "surveys.answer");
  if (!input.proxy && !answersFor(await findStanding(context, actor)).includes(input.organisation))
    throw new AppError("forbidden", { organisation: input.organisation });
  return change(context, actor, (transaction, audit) => saveIn(context, transaction, audit, actor, input, ground));
}

async function saveIn(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  input: AnswerInput,
  ground: AnswerGround,
): Promise<AnswerResult> {
  const survey = await lockSurvey(transaction, input.survey);
  const invitations = survey ? await readInvitations(transaction, survey.id) : [];
  const invitation = invitations.find(({ organisation }) => organisation === input.organisation);
  if (!survey || survey.state === "draft" || !invitation)
    throw new AppError("not-found", { kind: "survey", id: input.survey });
  // What came by mail names its sender.
  if (survey.anonymous && input.proxy) throw new AppError("conflict", { reason: "anonymous" });
  if (survey.anonymous && invitation.answeredAt !== null) return { state: "answered" };
  const present = await findAnswer(transaction, survey.id, input.organisation);
  if ((present?.revision ?? 0) !== input.revision && present) return { state: "conflict", present };
  const problems = input.submit ? checkAnswers(await readQuestions(transaction, survey.id), input.answers, ground) : [];
  const standing = input.submit && problems.length === 0 ? judgeTime(survey, context.clock.today()) : "draft";
  const submitted = standing === "submitted" || standing === "late";
  for (const file of input.files) await nameFile(transaction, openFileStore(context.config), file, context.clock.now());
  const subject = { subject: `survey/${survey.id}`, organisation: input.organisation };
  if (submitted && survey.anonymous) {
    await keepAnonymously(transaction, survey, input, context.clock.now());
    audit({ action: "survey.answered", ...subject });
    return { state: standing, revision: 0 };
  }
  const revision = await keepAnswer(context, transaction, actor, survey, input, present, submitted ? standing : null);
  if (submitted)
    await transaction
      .updateTable("survey_invitations")
      .set({ answered_at: context.clock.now() })
      .where("survey", "=", survey.id)
      .where("organisation", "=", input.organisation)
      .execute();
  audit({
    action: submitted ? (input.proxy ? "survey.answered-by-proxy" : "survey.answered") : "survey.draft-saved",
    ...subject,
    details: { revision, late: standing === "late" },
  });
  if (problems.length > 0) return { state: "problems", revision, problems };
  return { state: standing === "draft" ? "saved" : standing, revision };
}

/** After the deadline an answer is taken only where the platform says so; a closed survey takes none. */
export function judgeTime(
  survey: Pick<Survey, "state" | "deadline" | "acceptsLate">,
  today: string,
): "submitted" | "late" | "after-deadline" | "closed" {
  if (survey.state !== "open") return "closed";
  if (survey.deadline === null || today <= survey.deadline) return "submitted";
  return survey.acceptsLate ? "late" : "after-deadline";
}

async function keepAnswer(
  context: Context,
  transaction: WriteTransaction,
  actor: Actor,
  survey: Survey,
  input: AnswerInput,
  present: SurveyAnswer | null,
  standing: "submitted" | "late" | null,
): Promise<number> {
  const now = context.clock.now();
  // An answer that was given stays given until a better one is.
  const state = standing ?? present?.state ?? "draft";
  if (standing === null && present !== null && present.state !== "draft") return present.revision;
  const revision = (present?.revision ?? 0) + 1;
  const row = {
    state,
    language: input.language,
    answers: JSON.stringify(input.answers),
    questions_revision: survey.questionsRevision,
    by_proxy: input.proxy !== undefined,
    file: input.proxy?.file ?? null,
    proxy_note: input.proxy?.note ?? null,
    author: actor.userId,
    revision,
    changed_at: now,
    submitted_at: standing === null ? null : now,
  };
  if (present) await transaction.updateTable("survey_answers").set(row).where("id", "=", present.id).execute();
  else
    await transaction
      .insertInto("survey_answers")
      .values({ id: randomUUID(), survey: survey.id, organisation: input.organisation, started_at: now, ...row })
      .execute();
  return revision;
}
