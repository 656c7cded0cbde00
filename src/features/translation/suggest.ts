import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { checkSegment } from "./check-segment.ts";
import type { Problem } from "./checks/problem.ts";
import { findMatches } from "./find-matches.ts";
import { type FoundTerm, findTerms, indexTerms, type TermIndex } from "./find-terms.ts";
import { getTranslation } from "./service.ts";
import { getTerms } from "./terms-service.ts";
import type { MemoryMatch, Segment, Translation } from "./translation.ts";

/** Sentences in each direction; a document of the programme has some hundreds. */
const mostFound = 3_000;

export interface Suggestions {
  /** best first */
  matches: MemoryMatch[];
  /** terms in the source, in its order, each once */
  terms: FoundTerm[];
  /** of the target as it is kept */
  problems: Problem[];
}

/** What helps with one sentence. Throws `not-found`. */
export async function suggestForSegment(
  context: Context,
  actor: Actor,
  { translation: id, segment: segmentId }: { translation: string; segment: string },
): Promise<Suggestions | null> {
  requirePermission(actor, "members.read");
  const translation = await getTranslation(context, actor, id);
  const segment = translation.segments.find((candidate) => candidate.id === segmentId);
  if (!segment) return null;
  const matches = await read(context.database, (transaction) =>
    findMatches(transaction, translation, segment.source, { except: segment.id }),
  );
  const terms = findTerms(segment.source, await getTermIndex(context, translation.sourceLanguage));
  return { matches, terms: onceEach(terms), problems: await checkOne(context, translation, segment) };
}

function onceEach(found: readonly FoundTerm[]): FoundTerm[] {
  return [...new Map(found.map((one) => [one.term.id, one])).values()];
}

/** Problems of what a person is about to save, without saving it. */
export async function checkDraft(
  context: Context,
  actor: Actor,
  { translation: id, segment: segmentId, target }: { translation: string; segment: string; target: string },
): Promise<Problem[]> {
  requirePermission(actor, "members.read");
  const translation = await getTranslation(context, actor, id);
  const segment = translation.segments.find((candidate) => candidate.id === segmentId);
  return segment ? checkOne(context, translation, { ...segment, target }) : [];
}

/** Problems of the whole, by the segment's id; only segments that have any. Empty segments are progress, not problems. */
export async function checkTranslation(context: Context, actor: Actor, id: string): Promise<Map<string, Problem[]>> {
  requirePermission(actor, "members.read");
  const translation = await getTranslation(context, actor, id);
  const found = new Map<string, Problem[]>();
  for (const segment of translation.segments) {
    if (segment.mark === "empty") continue;
    const problems = await checkOne(context, translation, segment);
    if (problems.length > 0) found.set(segment.id, problems);
  }
  return found;
}

/**
 * The same words with the same terms are looked at once: of a long document, a save has one sentence checked and not all. The records'
 * cache drops what was found when terms change.
 */
async function checkOne(
  context: Context,
  { sourceLanguage, targetLanguage }: Translation,
  { source, target }: Pick<Segment, "source" | "target">,
): Promise<Problem[]> {
  const key = `translation/problems/${sourceLanguage}-${targetLanguage}`;
  const found = await context.cache.getLarge(key, async () => new Map<string, Problem[]>());
  const [sourceTerms, targetTerms] = await Promise.all([
    getTermIndex(context, sourceLanguage),
    getTermIndex(context, targetLanguage),
  ]);
  const words = `${source}\u0000${target}`;
  const problems =
    found.get(words) ?? checkSegment({ source, target, sourceLanguage, targetLanguage, sourceTerms, targetTerms });
  // What was used longest ago stands first and goes first.
  found.delete(words);
  found.set(words, problems);
  if (found.size > mostFound) found.delete(found.keys().next().value ?? words);
  return problems;
}

function getTermIndex(context: Context, language: "ja" | "zh" | "en"): Promise<TermIndex> {
  return context.cache.getLarge(`translation/term-index/${language}`, async () =>
    indexTerms(await getTerms(context), language),
  );
}
