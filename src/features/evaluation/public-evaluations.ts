import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { DocumentSummary } from "../library/document.ts";
import { listDocuments } from "../library/service.ts";
import type { Evaluation, Frozen, Statement, TypeRow } from "./draft.ts";
import { findPublicEvidence } from "./public-evidence.ts";
import { listFinishedEvaluations } from "./service.ts";
import { readStatements, readTypes } from "./store-evaluations.ts";

/** A finished evaluation whose document the library shows to everybody. */
export interface PublicEvaluation {
  evaluation: Evaluation;
  frozen: Frozen;
  types: TypeRow[];
  /** without those that were dropped, and without evidence that only members may see */
  statements: Statement[];
  /** of the library, newest first */
  documents: DocumentSummary[];
}

/** Who decides what the library shows decides this as well: an evaluation is public when a document of it is. */
export async function listPublicEvaluations(context: Context): Promise<PublicEvaluation[]> {
  const documents = (await listDocuments(context, null)).filter(({ kind }) => kind === "evaluation");
  const isPublic = await findPublicEvidence(context);
  const shown = (await listFinishedEvaluations(context)).flatMap((evaluation) => {
    const own = documents.filter(({ parameters }) => parameters.subject === evaluation.id);
    return own.length > 0 && evaluation.frozen ? [{ evaluation, frozen: evaluation.frozen, documents: own }] : [];
  });
  return Promise.all(
    shown.map((one) =>
      read(context.database, async (transaction) => {
        const statements = await readStatements(transaction, one.evaluation.id);
        return {
          ...one,
          types: await readTypes(transaction, one.evaluation.id),
          statements: statements
            .filter(({ state }) => state !== "dropped")
            .map((statement) => ({ ...statement, evidence: statement.evidence.filter(isPublic) })),
        };
      }),
    ),
  );
}

/** Throws `not-found`. */
export async function getPublicEvaluation(context: Context, id: string): Promise<PublicEvaluation> {
  const found = (await listPublicEvaluations(context)).find(({ evaluation }) => evaluation.id === id);
  if (!found) throw new AppError("not-found", { kind: "evaluation", id });
  return found;
}
