import { AppError } from "../../core/errors.ts";
import { languages } from "../../core/language.ts";
import { foldText } from "../../core/text-folding.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { changeOnce } from "../comments/change-once.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { checkTerm, type TermProblem } from "./check-term.ts";
import type { TermDomain } from "./sheets.ts";
import { hideTerm, readTerms, upsertTerms } from "./store-terms.ts";
import type { KeptTerm, Term } from "./terms.ts";

/** The terms in use: the programme's with the desk's changes. For translators, checks and search; public knowledge. */
export function getTerms(context: Context): Promise<KeptTerm[]> {
  return context.cache.getLarge("translation/terms", () => read(context.database, readTerms));
}

/** Terms with the text in any word, variant or forbidden word of any language. */
export async function findTermsByText(
  context: Context,
  { text = "", domain }: { text?: string; domain?: TermDomain },
): Promise<KeptTerm[]> {
  const asked = foldText(text);
  const terms = await getTerms(context);
  return terms.filter(
    (term) =>
      (domain === undefined || term.domain === domain) &&
      (asked === "" || wordsOf(term).some((word) => foldText(word).includes(asked))),
  );
}

function wordsOf({ words, variants, forbidden }: Term): string[] {
  return languages.flatMap((language) => [words[language], ...variants[language], ...forbidden[language]]);
}

/** Throws `not-found`. */
export async function getTerm(context: Context, id: string): Promise<KeptTerm> {
  const term = (await getTerms(context)).find((candidate) => candidate.id === id);
  if (!term) throw new AppError("not-found", { kind: "term", id });
  return term;
}

/** Adds it, or takes the place of the one with this id. What keeps it from being kept is the answer; empty when it was. */
export async function saveTerm(context: Context, actor: Actor, term: Term): Promise<TermProblem[]> {
  requirePermission(actor, "translations.write");
  const problems = checkTerm(term);
  if (problems.length > 0) return problems;
  const present = (await getTerms(context)).find(({ id }) => id === term.id);
  const isNew = await changeOnce(context, actor, async (transaction, audit) => {
    if (present && isSameTerm(present, term)) return false;
    await upsertTerms(transaction, [term], { by: actor.userId, at: context.clock.now() });
    await raiseRevision(transaction);
    audit({ action: "term.saved", subject: `term/${term.id}`, details: { new: present === undefined } });
    return true;
  });
  if (isNew) await refreshRevision(context);
  return [];
}

/** Throws `not-found`. */
export async function removeTerm(context: Context, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "translations.write");
  const term = await getTerm(context, id);
  await change(context, actor, async (transaction, audit) => {
    await hideTerm(transaction, term, { by: actor.userId, at: context.clock.now() });
    await raiseRevision(transaction);
    audit({ action: "term.removed", subject: `term/${id}`, details: { of: term.origin } });
  });
  await refreshRevision(context);
}

export function isSameTerm(a: Term, b: Term): boolean {
  const facts = ({ domain, words, variants, forbidden, note }: Term) =>
    JSON.stringify([domain, languages.map((one) => [words[one], variants[one], forbidden[one], note[one] ?? ""])]);
  return facts(a) === facts(b);
}
