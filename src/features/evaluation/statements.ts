import { AppError } from "../../core/errors.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { isFormKey } from "../comments/form-key.ts";
import { type Evidence, type GovernmentType, type Statement, type StatementSection, uniqueEvidence } from "./draft.ts";
import { getEvaluation, lockOpen } from "./evaluations.ts";
import { describeEvidence, evidenceKey } from "./evidence.ts";
import * as store from "./store-evaluations.ts";

export const longestStatement = 2000;
export const longestReason = 500;

export interface StatementForm {
  text: Localized;
  evidence: Evidence[];
  withoutEvidenceReason: Localized;
  /** languages whose text somebody has compared with the others and found right */
  confirmed?: readonly Language[];
}

export type StatementProblem = "empty" | "too-long" | "no-evidence" | "reason-too-long";

/** What keeps a sentence from being kept; empty where nothing does. */
export function checkStatement({ text, evidence, withoutEvidenceReason }: StatementForm): Set<StatementProblem> {
  const problems = new Set<StatementProblem>();
  if (isEmpty(text)) problems.add("empty");
  if (isLonger(text, longestStatement)) problems.add("too-long");
  if (evidence.length === 0 && isEmpty(withoutEvidenceReason)) problems.add("no-evidence");
  if (isLonger(withoutEvidenceReason, longestReason)) problems.add("reason-too-long");
  return problems;
}

export function isEmpty(text: Localized): boolean {
  return languages.every((language) => (text[language] ?? "") === "");
}

export function isLonger(text: Localized, limit: number): boolean {
  return languages.some((language) => (text[language] ?? "").length > limit);
}

/** Throws `not-found`. */
export async function getStatement(context: Context, actor: Actor, evaluation: string, id: string): Promise<Statement> {
  await getEvaluation(context, actor, evaluation);
  const all = await read(context.database, (transaction) => store.readStatements(transaction, evaluation));
  const found = all.find((statement) => statement.id === id);
  if (!found) throw new AppError("not-found", { kind: "statement", id });
  return found;
}

/** Keeps what a person made of a sentence. Throws `conflict` {reason: "changed" | "final"}, `invalid-input` {field: "evidence"}. */
export async function saveStatement(
  context: Context,
  actor: Actor,
  { evaluation, id, revision }: { evaluation: string; id: string; revision: number },
  form: StatementForm,
): Promise<void> {
  requirePermission(actor, "evaluations.write");
  const evidence = await requireKnown(context, form.evidence);
  await change(context, actor, async (transaction, audit) => {
    await lockOpen(transaction, evaluation, null);
    const present = await store.lockStatement(transaction, evaluation, id);
    if (!present) throw new AppError("not-found", { kind: "statement", id });
    if (present.revision !== revision) throw new AppError("conflict", { reason: "changed" });
    const now = context.clock.now();
    await store.saveStatementRow(transaction, {
      ...present,
      text: form.text,
      evidence,
      withoutEvidenceReason:
        evidence.length > 0 || isEmpty(form.withoutEvidenceReason) ? null : form.withoutEvidenceReason,
      state: "written",
      olderLanguages: findOlder(present, form),
      writtenBy: actor.userId,
      writtenAt: now,
    });
    await store.touchEvaluation(transaction, evaluation, now);
    audit({
      action: "evaluation.statement-saved",
      subject: `evaluation/${evaluation}`,
      details: { statement: id, evidence: evidence.length },
    });
  });
}

/**
 * Languages that somebody must still bring in line: whoever changes a text leaves the others behind, unless that change only
 * catches up with an earlier one. A language that was changed or confirmed is no longer behind.
 */
export function findOlder(
  { text, olderLanguages }: Pick<Statement, "text" | "olderLanguages">,
  form: Pick<StatementForm, "text" | "confirmed">,
): Language[] {
  const isChanged = (language: Language) => (form.text[language] ?? "") !== (text[language] ?? "");
  const isSource = (language: Language) => isChanged(language) && !olderLanguages.includes(language);
  const isNew = languages.some(isSource);
  return languages.filter(
    (language) =>
      (form.text[language] ?? "") !== "" &&
      !isChanged(language) &&
      !form.confirmed?.includes(language) &&
      (isNew || olderLanguages.includes(language)),
  );
}

/** A sentence that nobody proposed. The form's key is its id, so that the same form sent twice makes one. */
export async function addStatement(
  context: Context,
  actor: Actor,
  evaluation: string,
  {
    section,
    organisation,
    formKey,
    ...form
  }: StatementForm & { section: StatementSection; organisation: string | null; formKey: string },
): Promise<void> {
  requirePermission(actor, "evaluations.write");
  if (!isFormKey(formKey)) throw new AppError("invalid-input", { field: "form_key" });
  const evidence = await requireKnown(context, form.evidence);
  await change(context, actor, async (transaction, audit) => {
    await lockOpen(transaction, evaluation, null);
    const all = await store.readStatements(transaction, evaluation);
    if (all.some(({ id }) => id === formKey)) return;
    const types = await store.readTypes(transaction, evaluation);
    if (section === "achievement" && !types.some((type) => type.organisation === organisation))
      throw new AppError("invalid-input", { field: "organisation" });
    const now = context.clock.now();
    await store.insertStatements(transaction, evaluation, [
      {
        ...{ id: formKey, section, drafted: null, text: form.text, evidence, state: "written" as const },
        organisation: section === "achievement" ? organisation : null,
        position: Math.max(0, ...all.filter((one) => one.section === section).map(({ position }) => position)) + 1,
        withoutEvidenceReason: evidence.length > 0 ? null : form.withoutEvidenceReason,
        olderLanguages: [],
        writtenBy: actor.userId,
        writtenAt: now,
      },
    ]);
    await store.touchEvaluation(transaction, evaluation, now);
    audit({
      action: "evaluation.statement-saved",
      subject: `evaluation/${evaluation}`,
      details: { statement: formKey, evidence: evidence.length },
    });
  });
}

/** Takes a sentence out, or back in; what was written of it is kept. Throws the same. */
export async function dropStatement(
  context: Context,
  actor: Actor,
  { evaluation, id, revision }: { evaluation: string; id: string; revision: number },
  isDropped: boolean,
): Promise<void> {
  requirePermission(actor, "evaluations.write");
  await change(context, actor, async (transaction, audit) => {
    await lockOpen(transaction, evaluation, null);
    const present = await store.lockStatement(transaction, evaluation, id);
    if (!present) throw new AppError("not-found", { kind: "statement", id });
    if (present.revision !== revision) throw new AppError("conflict", { reason: "changed" });
    const state = isDropped ? "dropped" : present.writtenBy === null ? "drafted" : "written";
    await store.saveStatementRow(transaction, { ...present, state });
    await store.touchEvaluation(transaction, evaluation, context.clock.now());
    audit({
      action: isDropped ? "evaluation.statement-dropped" : "evaluation.statement-restored",
      subject: `evaluation/${evaluation}`,
      details: { statement: id },
    });
  });
}

/** Where people see the type otherwise than it was counted, they say why. Throws `invalid-input` {field: "reason" | "reason-too-long"}. */
export async function decideType(
  context: Context,
  actor: Actor,
  evaluation: string,
  { organisation, decided, reason }: { organisation: string; decided: GovernmentType | null; reason: Localized },
): Promise<void> {
  requirePermission(actor, "evaluations.write");
  if (decided !== null && isEmpty(reason)) throw new AppError("invalid-input", { field: "reason" });
  if (isLonger(reason, longestReason)) throw new AppError("invalid-input", { field: "reason-too-long" });
  await change(context, actor, async (transaction, audit) => {
    await lockOpen(transaction, evaluation, null);
    const present = (await store.readTypes(transaction, evaluation)).find((type) => type.organisation === organisation);
    if (!present) throw new AppError("not-found", { kind: "organisation", id: organisation });
    await store.saveDecision(transaction, evaluation, {
      ...present,
      decided,
      decidedReason: decided === null ? {} : reason,
      decidedBy: decided === null ? null : actor.userId,
    });
    await store.touchEvaluation(transaction, evaluation, context.clock.now());
    audit({
      action: "evaluation.type-decided",
      subject: `evaluation/${evaluation}`,
      organisation,
      details: { counted: present.counted, decided },
    });
  });
}

/** Evidence is chosen from records: what is not there proves nothing. */
async function requireKnown(context: Context, evidence: readonly Evidence[]): Promise<Evidence[]> {
  const unique = uniqueEvidence(evidence);
  const words = await describeEvidence(context, unique);
  if (unique.some((one) => !words.has(evidenceKey(one)))) throw new AppError("invalid-input", { field: "evidence" });
  return unique;
}
