import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { findTerms, indexTerms } from "./find-terms.ts";
import { type ProtectedText, protect, unprotect } from "./providers/protect.ts";
import { providers } from "./providers/provider.ts";
import { ProviderError } from "./providers/provider-error.ts";
import { readSummaries } from "./store.ts";
import { isSubjectPublic } from "./subject-in-public.ts";
import { getTerms } from "./terms-service.ts";
import { type DraftProblem, longestTarget, type TranslationSummary } from "./translation.ts";

/** Of one request; a longer sentence is left to people. */
export const largestRequest = { texts: 20, characters: 6_000 };

export interface MachineAnswer {
  /** null where the machine gave nothing that can be used */
  targets: (string | null)[];
  /** as people call it */
  provider: string;
}

export class DraftRefusal extends Error {
  readonly problem: DraftProblem;

  constructor(problem: DraftProblem) {
    super(problem);
    this.name = "DraftRefusal";
    this.problem = problem;
  }
}

/**
 * The only way by which a text leaves this machine to be translated. Looks again whether it may: throws DraftRefusal `not-public`,
 * `no-provider`, and ProviderError.
 */
export async function translateByMachine(
  context: Context,
  { id }: Pick<TranslationSummary, "id">,
  sources: readonly string[],
): Promise<MachineAnswer> {
  const settings = context.config.translate;
  const [translation] = await read(context.database, (transaction) => readSummaries(transaction, { ids: [id] }));
  if (!translation || !(await isSubjectPublic(context, translation))) throw new DraftRefusal("not-public");
  if (!settings) throw new DraftRefusal("no-provider");
  const { translate, label } = providers[settings.name];
  const { sourceLanguage, targetLanguage } = translation;
  const terms = indexTerms(await getTerms(context), sourceLanguage);
  const ask = async (texts: readonly string[], originals: readonly string[]) => {
    const found = originals.flatMap((text) => findTerms(text, terms)).filter(({ text }) => [...text].length > 1);
    const glossary = [...new Map(found.map(({ text, term }) => [text, term.words[targetLanguage]]))];
    const answers = await translate(settings, {
      ...{ texts, sourceLanguage, targetLanguage },
      glossary: glossary.map(([source, target]) => ({ source, target })),
    });
    if (answers.length !== texts.length)
      throw new ProviderError("bad-answer", `${answers.length} for ${texts.length} texts`);
    return answers;
  };
  const safe = sources.map(protect);
  const answers = await ask(
    safe.map(({ text }) => text),
    sources,
  );
  const targets = answers.map((text, index) => unprotect(text, safe[index] ?? nothingKept, targetLanguage));
  await askAgain(sources, targets, (texts) => ask(texts, texts));
  return { targets: targets.map(clean), provider: label(settings) };
}

const nothingKept: ProtectedText = { text: "", kept: [] };

/** Sentences whose marks were lost, as they stand; the checks look at their numbers. */
async function askAgain(
  sources: readonly string[],
  targets: (string | null)[],
  ask: (texts: readonly string[]) => Promise<string[]>,
): Promise<void> {
  const lost = sources.flatMap((source, index) => (targets[index] === null ? [{ source, index }] : []));
  if (lost.length === 0) return;
  const answers = await ask(lost.map(({ source }) => source));
  for (const [position, { index }] of lost.entries()) targets[index] = answers[position] ?? null;
}

function clean(text: string | null): string | null {
  const plain = text?.replace(/\p{Cc}+/gu, " ").trim() ?? "";
  return plain === "" || [...plain].length > longestTarget ? null : plain;
}
