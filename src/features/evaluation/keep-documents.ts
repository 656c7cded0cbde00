import { type Language, languages } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { findMakers, findUsualMaker } from "../library/choices.ts";
import type { DocumentSummary, DocumentVisibility } from "../library/document.ts";
import { makeDocument } from "../library/make-document.ts";
import { listDocuments } from "../library/service.ts";
import type { Evaluation } from "./draft.ts";
import { getEvaluation } from "./evaluations.ts";

/** Documents of the evaluation that the library keeps, newest first; without an actor only the public ones. */
export async function listKeptDocuments(context: Context, actor: Actor | null, id: string): Promise<DocumentSummary[]> {
  const documents = await listDocuments(context, actor);
  return documents.filter(({ kind, parameters }) => kind === "evaluation" && parameters.subject === id);
}

export function missingLanguages(kept: readonly Pick<DocumentSummary, "language">[]): Language[] {
  return languages.filter((one) => kept.every(({ language }) => language !== one));
}

/** Longer than six files take on a busy machine. */
const longestMaking = 2 * 60_000;

/** Just finished, its documents are still being made: whoever asked for them a second time would have each twice. */
export function areBeingMade({ finishedAt }: Pick<Evaluation, "finishedAt">, now: Date): boolean {
  return finishedAt !== null && now.getTime() - finishedAt.getTime() < longestMaking;
}

/**
 * Keeps the finished evaluation in the library, in each language that it does not have yet. Throws what makeDocument throws; what
 * was kept until then stays, and the rest can be asked for again.
 */
export async function keepDocuments(
  context: Context,
  actor: Actor,
  id: string,
  { visibility, formKey }: { visibility: DocumentVisibility; formKey: string },
): Promise<void> {
  const { asOf } = await getEvaluation(context, actor, id);
  const kept = await listKeptDocuments(context, actor, id);
  const [maker = await findUsualMaker(context)] = await findMakers(context, actor);
  for (const language of missingLanguages(kept))
    await makeDocument(
      context,
      actor,
      {
        ...{ kind: "evaluation", language, asOf, basis: "public", calendar: "gregorian", maker, written: {} },
        ...{ fiscalYear: null, subject: id },
      },
      { visibility, note: null, formKey: `${formKey}-${language}` },
    );
}
