import type { Concern } from "./concern.ts";

/** One matter through the times at which it was raised, oldest first. */
export interface Chain {
  /** id of the first raising */
  id: string;
  steps: Concern[];
}

/** A time at which many were asked: a survey or a document; or, as the last, whatever single members raised at any time. */
export interface Round {
  key: string;
  /** ISO 8601-2; null for what was raised at any time */
  raised: string | null;
  /** id of the survey */
  survey: string | null;
  /** first possible day */
  from: string;
}

/** Follows each concern by `continues`. None is lost: where the links go round in a circle, the oldest one begins. */
export function followConcerns(concerns: readonly Concern[]): Chain[] {
  const byId = new Map(concerns.map((concern) => [concern.id, concern]));
  const next = Map.groupBy(concerns, ({ continues }) => continues);
  const taken = new Set<string>();
  const follow = (concern: Concern): Concern[] => {
    if (taken.has(concern.id)) return [];
    taken.add(concern.id);
    return [concern, ...(next.get(concern.id) ?? []).flatMap(follow)];
  };
  const roots = concerns.filter(({ continues }) => continues === null || !byId.has(continues));
  return [...roots, ...concerns]
    .map((root) => ({ id: root.id, steps: follow(root).toSorted((a, b) => a.raisedFrom.localeCompare(b.raisedFrom)) }))
    .filter(({ steps }) => steps.length > 0)
    .toSorted((a, b) => b.steps.length - a.steps.length || oldest(a).localeCompare(oldest(b)));
}

function oldest({ steps }: Chain): string {
  return steps[0]?.raisedFrom ?? "";
}

export function listRounds(concerns: readonly Concern[]): Round[] {
  const rounds = new Map<string, Round>();
  for (const concern of concerns) {
    const round = roundOf(concern);
    const present = rounds.get(round.key);
    if (!present || round.from < present.from) rounds.set(round.key, round);
  }
  return [...rounds.values()].toSorted(
    (a, b) => Number(a.raised === null) - Number(b.raised === null) || a.from.localeCompare(b.from),
  );
}

export function roundOf({ survey, origin, raised, raisedFrom }: Concern): Round {
  const from = raisedFrom;
  // What a list states of one time belongs together. One voice is no round in which others were asked as well.
  if (origin === "programme") return { key: raised, raised, survey, from };
  if (survey !== null) return { key: survey, raised: raisedFrom.slice(0, 7), survey, from };
  return { key: "any-time", raised: null, survey: null, from };
}

/** What became of the concerns of one round, looked at from the next. */
export interface RoundOutcome {
  /** a response stands */
  answered: Concern[];
  /** judged as solved, wholly or in part, without a response on record */
  eased: Concern[];
  /** raised again later */
  returned: Concern[];
  /** neither answered nor raised again */
  silent: Concern[];
}

export function sortOutcomes(concerns: readonly Concern[]): RoundOutcome {
  const returned = concerns.filter(({ continuedBy }) => continuedBy.length > 0);
  const answered = concerns.filter(({ responses }) => responses.length > 0);
  const rest = concerns.filter((concern) => !returned.includes(concern) && !answered.includes(concern));
  const eased = rest.filter(({ state }) => state === "solved" || state === "partly-solved");
  return { answered, eased, returned, silent: rest.filter((concern) => !eased.includes(concern)) };
}
