import type { Concern } from "../evaluation.ts";

export interface ConcernGroups {
  /** when each survey was held, oldest first */
  surveys: string[];
  /** chains of a concern through the surveys that raised it, oldest first */
  again: Concern[][];
  /** raised in an earlier survey and in none after it */
  ended: Concern[];
  /** first raised in the newest survey */
  fresh: Concern[];
}

/** Follows each concern from survey to survey by `continues`. The concerns come ordered by survey. */
export function followConcerns(concerns: readonly Concern[]): ConcernGroups {
  const surveys = [...new Set(concerns.map((concern) => concern.raised))];
  const newest = surveys.at(-1);
  const ids = new Set(concerns.map((concern) => concern.id));
  const roots = concerns.filter((concern) => concern.continues === null || !ids.has(concern.continues));
  const chains = roots.map((root) => followChain(root, concerns));
  const single = chains.flatMap((chain) => (chain.length === 1 ? chain : []));
  return {
    surveys,
    again: chains.filter((chain) => chain.length > 1),
    ended: single.filter((concern) => concern.raised !== newest),
    fresh: single.filter((concern) => concern.raised === newest),
  };
}

/** A cycle cannot occur among roots, and a concern that two others continue is shown with both. */
function followChain(root: Concern, concerns: readonly Concern[]): Concern[] {
  const next = concerns.filter((concern) => concern.continues === root.id);
  return [root, ...next.flatMap((concern) => followChain(concern, concerns))];
}
