import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { getProgramme } from "../programme/service.ts";
import { type AssessedPartnership, listAssessments } from "./assessments.ts";
import type { Basis } from "./basis.ts";
import { compareTypes, statedFor, statedInYear, type TypeComparison } from "./compare-stated.ts";
import { traceDeepening } from "./deepening.ts";
import {
  type DeepeningRow,
  type Draft,
  type Evaluation,
  type Indicator,
  type Statement,
  type TypeRow,
  uniqueEvidence,
  yearsOf,
} from "./draft.ts";
import { chooseAsOf, type Drafting, draftNow, getEvaluation, nameEvaluation } from "./evaluations.ts";
import { describeEvidence, type EvidenceWords } from "./evidence.ts";
import { countIndicators } from "./indicators.ts";
import { getAchievements, listFinishedEvaluations } from "./service.ts";
import { findNewDrafts, findStale, type StaleFigure } from "./stale.ts";
import * as store from "./store-evaluations.ts";

/** Everything that the page and the document show of an evaluation. */
export interface EvaluationView {
  evaluation: Evaluation;
  years: number[];
  types: TypeRow[];
  /** without those that were dropped */
  statements: Statement[];
  dropped: Statement[];
  /** by id: numbers that the records no longer give; empty once it is finished */
  stale: Map<string, StaleFigure[]>;
  /** types whose count has changed since it was drafted */
  staleTypes: string[];
  newDrafts: Draft[];
  comparisons: Map<string, TypeComparison>;
  indicators: Indicator[];
  incompleteYears: ReadonlySet<number>;
  deepening: DeepeningRow[];
  assessments: AssessedPartnership[];
  words: EvidenceWords;
  documents: Basis["documents"];
}

/** Throws `not-found`. A finished one shows what was frozen, whatever the records say by now. */
export async function viewEvaluation(context: Context, actor: Actor, id: string): Promise<EvaluationView> {
  const evaluation = await getEvaluation(context, actor, id);
  return describeView(context, evaluation, await listAssessments(context, actor, evaluation));
}

/** A finished one as all members may read it, without what both sides said of each other. Throws `not-found`. */
export async function viewFinished(context: Context, id: string): Promise<EvaluationView> {
  const evaluation = (await listFinishedEvaluations(context)).find((one) => one.id === id);
  if (!evaluation) throw new AppError("not-found", { kind: "evaluation", id });
  return describeView(context, evaluation, []);
}

async function describeView(
  context: Context,
  evaluation: Evaluation,
  assessments: AssessedPartnership[],
): Promise<EvaluationView> {
  const { id } = evaluation;
  const years = yearsOf(evaluation);
  const kept = await read(context.database, async (transaction) => ({
    statements: await store.readStatements(transaction, id),
    types: await store.readTypes(transaction, id),
  }));
  const { frozen } = evaluation;
  const asOf = chooseAsOf(await getProgramme(context), evaluation.lastYear, context.clock.today());
  const now = await draftNow(context, { ...evaluation, asOf: frozen ? evaluation.asOf : asOf });
  const statements = kept.statements.filter(({ state }) => state !== "dropped");
  const stated = [...statedFor(await getAchievements(context), years, now.basis), ...statedInYear(years, now.basis)];
  const order = now.types.map(({ organisation }) => organisation);
  const types = kept.types.toSorted((a, b) => order.indexOf(a.organisation) - order.indexOf(b.organisation));
  return {
    evaluation,
    years,
    types,
    statements,
    dropped: kept.statements.filter(({ state }) => state === "dropped"),
    ...(frozen ? { stale: new Map(), staleTypes: [], newDrafts: [] } : findChanges(kept, now)),
    comparisons: compareTypes(types, stated, now.basis),
    indicators: frozen?.indicators ?? countIndicators(now.basis, years),
    incompleteYears: now.basis.incompleteYears,
    deepening: frozen?.deepening ?? traceDeepening(now.basis, years),
    assessments,
    documents: now.basis.documents,
    words: frozen ? new Map(Object.entries(frozen.evidence)) : await describeAll(context, statements, types),
  };
}

/**
 * What an evaluation of these years would say if it were drafted now, without keeping it: every sentence as it is proposed.
 * For whoever compares the records with a document, and for files made on the machine.
 */
export async function viewDraft(
  context: Context,
  { firstYear, lastYear }: Pick<Evaluation, "firstYear" | "lastYear">,
): Promise<EvaluationView> {
  const asOf = chooseAsOf(await getProgramme(context), lastYear, context.clock.today());
  const kind = firstYear === lastYear ? "yearly" : "mid-term";
  const years = yearsOf({ firstYear, lastYear });
  const { basis, types: counted, drafts } = await draftNow(context, { firstYear, lastYear, asOf });
  const now = context.clock.now();
  const types = counted.map((type) => ({ ...type, decided: null, decidedReason: {}, decidedBy: null }));
  const statements = drafts.map(
    (
      { section, organisation, key, origin, figures, text, places, evidence, withoutEvidence },
      position,
    ): Statement => ({
      ...{ id: key, section, organisation, position, text, evidence: uniqueEvidence(evidence) },
      drafted: { key, origin, figures, text, ...(places ? { places } : {}) },
      withoutEvidenceReason: withoutEvidence,
      ...{ state: "drafted", writtenBy: null, olderLanguages: [], writtenAt: null, revision: 0 },
      ...{ checkedBy: null, checkedAt: null },
    }),
  );
  return {
    evaluation: {
      ...{
        id: `${kind}-${firstYear}-${lastYear}`,
        kind,
        firstYear,
        lastYear,
        asOf,
        title: nameEvaluation(basis.programme, kind, years),
      },
      ...{ state: "draft", createdAt: now, changedAt: now, finishedAt: null, revision: 0, frozen: null },
      proposal: null,
    },
    ...{ years, types, statements, dropped: [], stale: new Map(), staleTypes: [], newDrafts: [], assessments: [] },
    comparisons: compareTypes(
      types,
      [...statedFor(await getAchievements(context), years, basis), ...statedInYear(years, basis)],
      basis,
    ),
    indicators: countIndicators(basis, years),
    incompleteYears: basis.incompleteYears,
    deepening: traceDeepening(basis, years),
    documents: basis.documents,
    words: await describeAll(context, statements, types),
  };
}

function findChanges(
  { statements, types }: { statements: Statement[]; types: TypeRow[] },
  { drafts, types: counted }: Drafting,
): Pick<EvaluationView, "stale" | "staleTypes" | "newDrafts"> {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const stale = statements.map((statement) => [statement.id, findStale(statement, byKey)] as const);
  return {
    stale: new Map(stale.filter(([, figures]) => figures.length > 0)),
    staleTypes: counted
      .filter(({ organisation, counted: type }) => {
        const kept = types.find((one) => one.organisation === organisation);
        return kept !== undefined && kept.counted !== type;
      })
      .map(({ organisation }) => organisation),
    newDrafts: findNewDrafts(statements, drafts),
  };
}

function describeAll(context: Context, statements: readonly Statement[], types: readonly TypeRow[]) {
  return describeEvidence(
    context,
    uniqueEvidence([
      ...statements.flatMap(({ evidence }) => evidence),
      ...types.flatMap(({ reasons }) => reasons.flatMap(({ records }) => records)),
    ]),
  );
}
