import { AppError } from "../../core/errors.ts";
import type { Localized } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import { change } from "../audit/change.ts";
import { getProgramme } from "../programme/service.ts";
import { getBasis } from "./basis.ts";
import { traceDeepening } from "./deepening.ts";
import { type Evaluation, isSettled, type MissingWords, type Proposal, uniqueEvidence, yearsOf } from "./draft.ts";
import { chooseAsOf, draftNow, getEvaluation, lockOpen } from "./evaluations.ts";
import { describeEvidence } from "./evidence.ts";
import { countIndicators } from "./indicators.ts";
import { findOpenPoints, holdsUp } from "./open-points.ts";
import { mailSecondPersons } from "./send-mails.ts";
import { findStale } from "./stale.ts";
import { isEmpty, isLonger } from "./statements.ts";
import * as store from "./store-evaluations.ts";
import { viewEvaluation } from "./view.ts";

export const longestMissingReason = 500;

/** Which sentences a mark is for: those of a local government, or those of a part that speaks of all. */
export interface CheckedPart {
  section: string;
  organisation: string | null;
}

/**
 * A person has read the sentences of a part as they were drafted and lets them stand. Those that the records no longer bear out
 * are not meant: they are counted again or rewritten. Throws `conflict` {reason: "changed" | "final"}.
 */
export async function checkPart(
  context: Context,
  actor: Actor,
  id: string,
  { section, organisation, revision }: CheckedPart & { revision: number },
): Promise<void> {
  requirePermission(actor, "evaluations.write");
  const present = await getEvaluation(context, actor, id);
  const asOf = chooseAsOf(await getProgramme(context), present.lastYear, context.clock.today());
  const { drafts } = await draftNow(context, { ...present, asOf });
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  await change(context, actor, async (transaction, audit) => {
    await lockOpen(transaction, id, revision);
    const now = context.clock.now();
    const own = (await store.readStatements(transaction, id)).filter(
      (one) =>
        one.section === section &&
        one.organisation === organisation &&
        !isSettled(one) &&
        findStale(one, byKey).length === 0,
    );
    for (const statement of own)
      await store.saveStatementRow(transaction, { ...statement, checkedBy: actor.userId, checkedAt: now });
    await store.touchEvaluation(transaction, id, now);
    audit({
      action: "evaluation.part-checked",
      subject: `evaluation/${id}`,
      ...(organisation === null ? {} : { organisation }),
      details: { section, count: own.length },
    });
  });
}

/**
 * The first of two persons: every sentence was looked at, every type that a document gives otherwise is decided, and where a side
 * has not given its word there is a reason, which the document prints. Throws `conflict` {reason: "changed" | "final" |
 * "open-points"}, `invalid-input` {field: "missing-reason"}.
 */
export async function proposeFinish(
  context: Context,
  actor: Actor,
  id: string,
  { visibility, reason, revision: shown }: Pick<Proposal, "visibility" | "reason"> & { revision: number },
): Promise<void> {
  requirePermission(actor, "evaluations.write");
  const points = findOpenPoints(await viewEvaluation(context, actor, id));
  if (holdsUp(points)) throw new AppError("conflict", { reason: "open-points" });
  if ((points.assessments.missing > 0 && isEmpty(reason)) || isLonger(reason, longestMissingReason))
    throw new AppError("invalid-input", { field: "missing-reason" });
  await change(context, actor, async (transaction, audit) => {
    const evaluation = await lockOpen(transaction, id, shown);
    const now = context.clock.now();
    const revision = evaluation.revision + 1;
    const proposal = { by: actor.userId, at: now.toISOString(), revision, visibility, reason };
    await store.touchEvaluation(transaction, id, now, { proposal });
    const mails = await mailSecondPersons(context, transaction, { ...evaluation, revision }, actor.userId);
    audit({ action: "evaluation.proposed", subject: `evaluation/${id}`, details: { visibility, mails } });
  });
}

/**
 * The second person: freezes texts, figures and the words of the evidence, as they were proposed. Throws `conflict` {reason:
 * "changed" | "final" | "open-points" | "not-proposed" | "own-proposal"}.
 */
export async function finishEvaluation(
  context: Context,
  actor: Actor,
  id: string,
  revision: number,
): Promise<Proposal["visibility"]> {
  requirePermission(actor, "evaluations.write");
  const present = await getEvaluation(context, actor, id);
  const basis = await getBasis(context, present.asOf);
  const years = yearsOf(present);
  const indicators = countIndicators(basis, years);
  const deepening = traceDeepening(basis, years);
  const { assessments } = findOpenPoints(await viewEvaluation(context, actor, id));
  return change(context, actor, async (transaction, audit) => {
    const proposal = requireProposal(await lockOpen(transaction, id, revision), actor);
    const statements = (await store.readStatements(transaction, id)).filter(({ state }) => state !== "dropped");
    if (statements.some((statement) => !isSettled(statement)))
      throw new AppError("conflict", { reason: "open-points" });
    const types = await store.readTypes(transaction, id);
    const evidence = await describeEvidence(
      context,
      uniqueEvidence([
        ...statements.flatMap((statement) => statement.evidence),
        ...types.flatMap(({ reasons }) => reasons.flatMap(({ records }) => records)),
      ]),
    );
    await store.touchEvaluation(transaction, id, context.clock.now(), {
      state: "final",
      finishedBy: actor.userId,
      proposal,
      frozen: {
        ...{ indicators, deepening, evidence: Object.fromEntries(evidence) },
        ...sayMissing(assessments, proposal.reason),
        ...nameFinisher(actor),
      },
    });
    audit({
      action: "evaluation.finished",
      subject: `evaluation/${id}`,
      details: { statements: statements.length, types: types.length, missing: assessments.missing },
    });
    return proposal.visibility;
  });
}

function requireProposal({ proposal }: Evaluation, { userId }: Actor): Proposal {
  if (proposal === null) throw new AppError("conflict", { reason: "not-proposed" });
  if (proposal.by === userId) throw new AppError("conflict", { reason: "own-proposal" });
  return proposal;
}

/** The organisation for which whoever finishes it writes evaluations. */
function nameFinisher({ memberships }: Actor): { by?: string } {
  const own = memberships.find(({ role }) => ruleOf(role).permissions.includes("evaluations.write"));
  return own ? { by: own.organisation } : {};
}

function sayMissing(
  { missing, of }: { missing: number; of: number },
  reason: Localized,
): { missingWords?: MissingWords } {
  return missing === 0 ? {} : { missingWords: { missing, of, reason } };
}
