import { languages } from "../../core/language.ts";
import type { Draft, Statement } from "./draft.ts";

export interface StaleFigure {
  name: string;
  was: number;
  /** null where the records no longer give the sentence at all */
  now: number | null;
}

/**
 * Numbers of a sentence that the records no longer give. What people rewrote is held against the numbers with which it was
 * drafted, as far as these still stand in it; a number that they put in themselves is theirs.
 */
export function findStale(statement: Statement, drafts: ReadonlyMap<string, Draft>): StaleFigure[] {
  const { drafted, state } = statement;
  if (drafted === null || drafted.origin !== "records" || state === "dropped") return [];
  const present = drafts.get(drafted.key);
  return Object.entries(drafted.figures)
    .map(([name, was]) => ({ name, was, now: present?.figures[name] ?? null }))
    .filter(({ was, now }) => was !== now && (state === "drafted" || holdsNumber(statement, was)));
}

/** Proposals that no sentence takes up yet, not even a dropped one. */
export function findNewDrafts(statements: readonly Statement[], drafts: readonly Draft[]): Draft[] {
  const known = new Set(statements.flatMap(({ drafted }) => drafted?.key ?? []));
  return drafts.filter(({ key }) => !known.has(key));
}

function holdsNumber({ text }: Statement, value: number): boolean {
  return languages.some((language) => {
    const folded = (text[language] ?? "").normalize("NFKC").replace(/(?<=\d),(?=\d{3})/g, "");
    return (folded.match(/\d+/g) ?? []).some((digits) => Number(digits) === value);
  });
}
