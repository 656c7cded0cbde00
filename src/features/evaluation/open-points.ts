import { type Language, languages } from "../../core/language.ts";
import { isSettled } from "./draft.ts";
import type { EvaluationView } from "./view.ts";

/** What an evaluation still leaves open, for whoever is about to finish it. */
export interface OpenPoints {
  /** neither evidence nor a reason: this holds the finish up */
  bare: string[];
  /** ids of sentences as drafted, which nobody has rewritten or checked */
  untouched: string[];
  of: number;
  /** local governments whose counted type is not the document's, and nobody has decided */
  types: string[];
  /** sides of partnerships that have not given their word, of all sides */
  assessments: { missing: number; of: number };
  /** ids of sentences, and local governments, that the records no longer bear out */
  stale: string[];
  staleTypes: string[];
  /** proposals that no sentence takes up */
  newDrafts: number;
  /** sentences by the language that lags behind the edited one */
  older: { language: Language; statements: string[] }[];
}

/** What somebody must do before the evaluation can be proposed for its finish; missing self-assessments need a reason besides. */
export function holdsUp({ bare, untouched, types }: OpenPoints): boolean {
  return bare.length + untouched.length + types.length > 0;
}

export function findOpenPoints(view: EvaluationView): OpenPoints {
  const { statements, types, comparisons, assessments, stale, staleTypes, newDrafts } = view;
  const sides = assessments.flatMap(({ submitted }) => [submitted.home, submitted.partner]);
  const ids = (isWanted: (statement: EvaluationView["statements"][number]) => boolean) =>
    statements.filter(isWanted).map(({ id }) => id);
  return {
    bare: ids(({ evidence, withoutEvidenceReason }) => evidence.length === 0 && withoutEvidenceReason === null),
    untouched: ids((statement) => !isSettled(statement)),
    of: statements.length,
    types: types
      .filter(({ organisation, decided }) => decided === null && comparisons.get(organisation)?.agrees === false)
      .map(({ organisation }) => organisation),
    assessments: { missing: sides.filter((isGiven) => !isGiven).length, of: sides.length },
    stale: [...stale.keys()],
    staleTypes,
    newDrafts: newDrafts.length,
    older: languages
      .map((language) => ({ language, statements: ids(({ olderLanguages }) => olderLanguages.includes(language)) }))
      .filter(({ statements: own }) => own.length > 0),
  };
}

/** By section: sentences that nobody has looked at since they were drafted, or since the records or another language changed. */
export function countWaiting({ statements, stale }: EvaluationView, language: Language): Map<string, number> {
  const waiting = statements.filter((statement) => isWaiting(statement, stale, language));
  return new Map([...Map.groupBy(waiting, ({ section }) => section)].map(([section, own]) => [section, own.length]));
}

export function isWaiting(
  statement: EvaluationView["statements"][number],
  stale: EvaluationView["stale"],
  language: Language,
): boolean {
  const { id, olderLanguages, evidence, withoutEvidenceReason } = statement;
  const isBare = evidence.length === 0 && withoutEvidenceReason === null;
  return !isSettled(statement) || stale.has(id) || olderLanguages.includes(language) || isBare;
}
