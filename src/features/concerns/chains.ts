import { type FiscalCalendar, fiscalYearOf } from "../../core/fiscal-calendar.ts";
import type { Concern } from "./concern.ts";

/** One matter through the times at which it was raised, oldest first. */
export interface Chain {
  /** id of the first raising */
  id: string;
  steps: Concern[];
}

/** A time at which concerns were raised: a survey, a document, or what came in between over a fiscal year. */
export interface Round {
  key: string;
  /** ISO 8601-2; null where it is a fiscal year */
  raised: string | null;
  fiscalYear: number;
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

export function listRounds(concerns: readonly Concern[], calendar: FiscalCalendar): Round[] {
  const rounds = new Map<string, Round>();
  for (const concern of concerns) {
    const round = roundOf(concern, calendar);
    const present = rounds.get(round.key);
    if (!present || round.from < present.from) rounds.set(round.key, round);
  }
  return [...rounds.values()].toSorted((a, b) => a.from.localeCompare(b.from));
}

export function roundOf({ survey, origin, raised, raisedFrom }: Concern, calendar: FiscalCalendar): Round {
  const fiscalYear = fiscalYearOf(calendar, raisedFrom);
  const from = raisedFrom;
  // What a list states of one time belongs together; single voices between surveys are gathered by year.
  if (origin === "programme") return { key: raised, raised, fiscalYear, survey, from };
  if (survey !== null) return { key: survey, raised: raisedFrom.slice(0, 7), fiscalYear, survey, from };
  return { key: String(fiscalYear), raised: null, fiscalYear, survey: null, from };
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
