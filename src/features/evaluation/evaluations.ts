import { AppError } from "../../core/errors.ts";
import { fiscalYearRange } from "../../core/fiscal-calendar.ts";
import type { Localized } from "../../core/localized.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { isFormKey } from "../comments/form-key.ts";
import type { Programme } from "../programme/programme.ts";
import { getProgramme } from "../programme/service.ts";
import { writeFiscalYears } from "../programme/write-fiscal-years.ts";
import { findStanding } from "../records/access.ts";
import { canSeeEvaluation } from "./access.ts";
import { type Basis, getBasis } from "./basis.ts";
import { draftEvaluation } from "./draft/draft-evaluation.ts";
import {
  type CountedType,
  type Draft,
  type Evaluation,
  isSettled,
  type Statement,
  uniqueEvidence,
  yearsOf,
} from "./draft.ts";
import { sayInAll } from "./say.ts";
import { mailSides } from "./send-mails.ts";
import { getAchievements, getEvaluationPoints } from "./service.ts";
import * as store from "./store-evaluations.ts";

/** Longest span of a mid-term evaluation, in fiscal years. */
export const mostYears = 10;

export interface NewEvaluation {
  kind: Evaluation["kind"];
  firstYear: number;
  lastYear: number;
  formKey: string;
  /** another of the same kind and years is wanted beside the one that is there */
  beside?: boolean;
}

/** What the records give now for an evaluation: types, sentences, and the basis that they were counted from. */
export interface Drafting {
  basis: Basis;
  types: CountedType[];
  drafts: Draft[];
}

export async function draftNow(
  context: Context,
  { firstYear, lastYear, asOf }: Pick<Evaluation, "firstYear" | "lastYear" | "asOf">,
): Promise<Drafting> {
  const basis = await getBasis(context, asOf);
  const stated = { achievements: await getAchievements(context), points: await getEvaluationPoints(context) };
  return { basis, ...draftEvaluation(yearsOf({ firstYear, lastYear }), basis, stated) };
}

/** Those that the actor may see, the newest years first. */
export async function listEvaluations(context: Context, actor: Actor): Promise<Evaluation[]> {
  const standing = await findStanding(context, actor);
  const all = await read(context.database, store.readEvaluations);
  return all.filter((evaluation) => canSeeEvaluation(standing, evaluation));
}

/** Throws `not-found` also for one that the actor may not see. */
export async function getEvaluation(context: Context, actor: Actor, id: string): Promise<Evaluation> {
  const evaluation = await read(context.database, (transaction) => store.findEvaluation(transaction, id));
  if (!evaluation || !canSeeEvaluation(await findStanding(context, actor), evaluation))
    throw new AppError("not-found", { kind: "evaluation", id });
  return evaluation;
}

/** The end of the judged years, or today where they still run: what came later is no part of them. */
export function chooseAsOf({ calendar }: Pick<Programme, "calendar">, lastYear: number, today: string): string {
  const { to } = fiscalYearRange(calendar, lastYear);
  return today < to ? today : to;
}

/** Makes one and drafts it from the records. The id; the same form sent twice makes one. Throws `invalid-input` {field}, `conflict` {reason: "exists", id}. */
export async function createEvaluation(context: Context, actor: Actor, given: NewEvaluation): Promise<string> {
  requirePermission(actor, "evaluations.write");
  const { kind, formKey } = given;
  const programme = await getProgramme(context);
  const firstYear = given.firstYear;
  const lastYear = kind === "yearly" ? firstYear : given.lastYear;
  if (!isFormKey(formKey)) throw new AppError("invalid-input", { field: "form_key" });
  if (firstYear < programme.firstFiscalYear || firstYear > programme.lastFiscalYear)
    throw new AppError("invalid-input", { field: "first_year" });
  if (lastYear < firstYear || lastYear > programme.lastFiscalYear || lastYear - firstYear >= mostYears)
    throw new AppError("invalid-input", { field: "last_year" });
  const asOf = chooseAsOf(programme, lastYear, context.clock.today());
  const drafting = await draftNow(context, { firstYear, lastYear, asOf });
  const title = nameEvaluation(programme, kind, yearsOf({ firstYear, lastYear }));
  return change(context, actor, async (transaction, audit) => {
    const before = await store.findByFormKey(transaction, formKey);
    if (before !== null) return before;
    const same = (await store.readEvaluations(transaction)).find(
      (one) => one.kind === kind && one.firstYear === firstYear && one.lastYear === lastYear,
    );
    if (same && !given.beside) throw new AppError("conflict", { reason: "exists", id: same.id });
    const id = await chooseId(
      transaction,
      kind === "yearly" ? `yearly-${firstYear}` : `mid-term-${firstYear}-${lastYear}`,
    );
    const now = context.clock.now();
    await store.insertEvaluation(transaction, {
      ...{ id, kind, firstYear, lastYear, title, asOf, now, formKey },
      by: actor.userId,
    });
    await store.saveTypes(transaction, id, drafting.types);
    await store.insertStatements(transaction, id, drafting.drafts.map(toStatement));
    audit({
      action: "evaluation.created",
      subject: `evaluation/${id}`,
      details: { kind, firstYear, lastYear, drafted: drafting.drafts.length },
    });
    return id;
  });
}

export function nameEvaluation(programme: Programme, kind: Evaluation["kind"], years: readonly number[]): Localized {
  return sayInAll(`evaluation.name.${kind}`, (language) => ({ years: writeFiscalYears(programme, years, language) }));
}

/** Two evaluations of the same years may stand side by side. */
async function chooseId(transaction: WriteTransaction, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if ((await store.findEvaluation(transaction, id)) === null) return id;
  }
}

/**
 * Counts anew: sentences that nobody has touched follow the records, new ones are added, those that the records
 * no longer give go. What people wrote or dropped stays as it is. Throws `conflict` {reason: "changed" | "final"}.
 */
export async function draftAgain(context: Context, actor: Actor, id: string, revision: number): Promise<void> {
  requirePermission(actor, "evaluations.write");
  const present = await getEvaluation(context, actor, id);
  const asOf = chooseAsOf(await getProgramme(context), present.lastYear, context.clock.today());
  const { types, drafts } = await draftNow(context, { ...present, asOf });
  await change(context, actor, async (transaction, audit) => {
    const evaluation = await lockOpen(transaction, id, revision);
    const statements = await store.readStatements(transaction, id);
    const byKey = new Map(drafts.map((draft, index) => [draft.key, { draft, position: positionOf(index) }]));
    const untouched = statements.filter(({ state, drafted }) => state === "drafted" && drafted !== null);
    const gone = untouched.filter(({ drafted }) => !byKey.has(drafted?.key ?? ""));
    const known = new Set(statements.flatMap(({ drafted }) => drafted?.key ?? []));
    for (const statement of untouched) {
      const found = byKey.get(statement.drafted?.key ?? "");
      if (found && !isSame(statement, found.draft))
        await store.saveStatementRow(transaction, {
          ...statement,
          ...toStatement(found.draft, 0),
          ...{ checkedBy: null, checkedAt: null },
          position: found.position,
        });
    }
    const added = drafts.flatMap((draft, index) => (known.has(draft.key) ? [] : [toStatement(draft, index)]));
    await store.removeStatements(
      transaction,
      gone.map((statement) => statement.id),
    );
    await store.insertStatements(transaction, id, added);
    await store.saveTypes(transaction, id, types);
    await store.touchEvaluation(transaction, id, context.clock.now(), { asOf });
    audit({
      action: "evaluation.drafted",
      subject: `evaluation/${id}`,
      details: { added: added.length, gone: gone.length, from: evaluation.asOf, asOf },
    });
  });
}

function isSame({ text, evidence }: Statement, draft: Draft): boolean {
  return (
    JSON.stringify([text.ja, text.zh, text.en, evidence]) ===
    JSON.stringify([draft.text.ja, draft.text.zh, draft.text.en, uniqueEvidence(draft.evidence)])
  );
}

/** Room between two proposals for what people write. */
function positionOf(index: number): number {
  return (index + 1) * 10;
}

function toStatement(draft: Draft, index: number) {
  const { section, organisation, key, origin, figures, text, places, evidence, withoutEvidence } = draft;
  return {
    ...{ section, organisation, text, position: positionOf(index) },
    drafted: { key, origin, figures, text, ...(places ? { places } : {}) },
    evidence: uniqueEvidence(evidence),
    withoutEvidenceReason: withoutEvidence,
    olderLanguages: [],
    state: "drafted" as const,
  };
}

/** Asks both sides for their word, by mail as well. Throws `conflict` {reason: "changed" | "final"}. */
export async function openAssessment(context: Context, actor: Actor, id: string, revision: number): Promise<void> {
  requirePermission(actor, "evaluations.write");
  await change(context, actor, async (transaction, audit) => {
    const evaluation = await lockOpen(transaction, id, revision);
    await store.touchEvaluation(transaction, id, context.clock.now(), { state: "self-assessment" });
    const mails = await mailSides(context, transaction, evaluation);
    audit({ action: "evaluation.opened", subject: `evaluation/${id}`, details: { mails } });
  });
}

/** The evaluation as it stands, held for this change; `revision` is the one that the page showed. */
export async function lockOpen(
  transaction: WriteTransaction,
  id: string,
  revision: number | null,
): Promise<Evaluation> {
  const evaluation = await store.lockEvaluation(transaction, id);
  if (!evaluation) throw new AppError("not-found", { kind: "evaluation", id });
  if (evaluation.state === "final") throw new AppError("conflict", { reason: "final" });
  if (revision !== null && evaluation.revision !== revision) throw new AppError("conflict", { reason: "changed" });
  return evaluation;
}

export interface EvaluationTally {
  sentences: number;
  written: number;
  types: Record<"A" | "B" | "none", number>;
}

/** For lists: how much of it is written, and how many local governments are of each type. */
export async function tallyEvaluation(context: Context, id: string): Promise<EvaluationTally> {
  return read(context.database, async (transaction) => {
    const statements = (await store.readStatements(transaction, id)).filter(({ state }) => state !== "dropped");
    const types = (await store.readTypes(transaction, id)).map(({ decided, counted }) => decided ?? counted);
    const count = (type: string) => types.filter((one) => one === type).length;
    return {
      sentences: statements.length,
      written: statements.filter(isSettled).length,
      types: { A: count("A"), B: count("B"), none: count("none") },
    };
  });
}
