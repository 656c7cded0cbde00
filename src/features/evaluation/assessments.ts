import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import type { Partnership } from "../partnerships/partnership.ts";
import { getPartnership, getPartnerships } from "../partnerships/service.ts";
import { findStanding } from "../records/access.ts";
import { canSeeAssessment, findOwnSide } from "./access.ts";
import { type Assessment, type Evaluation, type Marks, markNames } from "./draft.ts";
import { getEvaluation } from "./evaluations.ts";
import * as store from "./store-evaluations.ts";

export const longestComment = 2000;

/** One partnership's word from both sides, as far as the actor may see it. */
export interface AssessedPartnership {
  partnership: Partnership;
  /** the side for which the actor writes; null where none */
  ownSide: string | null;
  home: Assessment | null;
  partner: Assessment | null;
  /** submitted, whether or not the actor may read it */
  submitted: { home: boolean; partner: boolean };
}

export async function listAssessments(
  context: Context,
  actor: Actor,
  evaluation: Evaluation,
): Promise<AssessedPartnership[]> {
  const standing = await findStanding(context, actor);
  const partnerships = await getPartnerships(context);
  const all = await read(context.database, (transaction) => store.readAssessments(transaction, evaluation.id));
  return partnerships.map((partnership) => {
    const of = (side: string) =>
      all.find((one) => one.partnership === partnership.id && one.organisation === side) ?? null;
    const shown = (assessment: Assessment | null) =>
      assessment && canSeeAssessment(standing, assessment, { evaluation, partnership, all }) ? assessment : null;
    const home = of(partnership.home);
    const partner = of(partnership.partner);
    return {
      partnership,
      ownSide: findOwnSide(standing, partnership),
      home: shown(home),
      partner: shown(partner),
      submitted: { home: home?.state === "submitted", partner: partner?.state === "submitted" },
    };
  });
}

export interface AssessmentForm {
  marks: Marks;
  comment: string;
  /** language in which the comment is written, and the same words in others where the side gives them itself */
  language: Language;
  translations: Localized;
  submit: boolean;
  revision: number;
}

export type AssessmentProblem = "marks-missing" | "too-long";

export function checkAssessment({ marks, comment, translations, submit }: AssessmentForm): Set<AssessmentProblem> {
  const problems = new Set<AssessmentProblem>();
  if (submit && markNames.some((name) => marks[name] === undefined)) problems.add("marks-missing");
  if ([comment, ...Object.values(translations)].some((text) => text.length > longestComment)) problems.add("too-long");
  return problems;
}

/** A side's own word, as a draft or for good. Throws `forbidden`, `not-found`, `conflict` {reason: "changed" | "submitted" | "closed"}. */
export async function saveAssessment(
  context: Context,
  actor: Actor,
  { evaluation: id, partnership: partnershipId }: { evaluation: string; partnership: string },
  form: AssessmentForm,
): Promise<void> {
  requirePermission(actor, "evaluations.assess");
  await getEvaluation(context, actor, id);
  const partnership = await getPartnership(context, partnershipId);
  const side = findOwnSide(await findStanding(context, actor), partnership);
  if (side === null) throw new AppError("forbidden", { reason: "not-a-side" });
  await change(context, actor, async (transaction, audit) => {
    const evaluation = await store.lockEvaluation(transaction, id);
    if (evaluation?.state !== "self-assessment") throw new AppError("conflict", { reason: "closed" });
    const all = await store.readAssessments(transaction, id);
    const present = all.find((one) => one.partnership === partnershipId && one.organisation === side);
    if ((present?.revision ?? 0) !== form.revision) throw new AppError("conflict", { reason: "changed" });
    // What the other side may have read by now is not rewritten.
    if (present?.state === "submitted") throw new AppError("conflict", { reason: "submitted" });
    const now = context.clock.now();
    await store.saveAssessmentRow(transaction, id, {
      ...{ partnership: partnershipId, organisation: side, marks: form.marks, language: form.language },
      ...{ comment: form.comment, translations: form.translations, author: actor.userId, changedAt: now },
      state: form.submit ? "submitted" : "draft",
      submittedAt: form.submit ? now : null,
      revision: form.revision + 1,
    });
    audit({
      action: form.submit ? "evaluation.assessed" : "evaluation.assessment-saved",
      subject: `evaluation/${id}`,
      organisation: side,
      details: { partnership: partnershipId },
    });
  });
}

/** Puts a comment into another language beside what was said, which stays. For whoever writes the evaluation. */
export async function translateComment(
  context: Context,
  actor: Actor,
  place: { evaluation: string; partnership: string; organisation: string },
  { language, text }: { language: Language; text: string },
): Promise<void> {
  requirePermission(actor, "evaluations.write");
  const evaluation = await getEvaluation(context, actor, place.evaluation);
  const seen = (await listAssessments(context, actor, evaluation)).find(
    ({ partnership }) => partnership.id === place.partnership,
  );
  const shown = [seen?.home, seen?.partner].find((one) => one?.organisation === place.organisation);
  if (!shown) throw new AppError("not-found", { kind: "assessment", id: place.partnership });
  if (text.length > longestComment) throw new AppError("invalid-input", { field: "text" });
  await change(context, actor, async (transaction, audit) => {
    const all = await store.readAssessments(transaction, place.evaluation);
    const present = all.find((one) => one.partnership === place.partnership && one.organisation === place.organisation);
    if (!present || present.language === language) throw new AppError("conflict", { reason: "changed" });
    const translations = Object.fromEntries(
      Object.entries({ ...present.translations, [language]: text }).filter(([, words]) => words !== ""),
    );
    await store.saveAssessmentRow(transaction, place.evaluation, {
      ...present,
      translations,
      revision: present.revision + 1,
    });
    audit({
      action: "evaluation.comment-translated",
      subject: `evaluation/${place.evaluation}`,
      details: { partnership: place.partnership, language },
    });
  });
}
