import type { HealthState, SourceProblem } from "./source.ts";

/** One look at a source, as health is judged from it. */
export interface Look {
  at: Date;
  outcome: "read" | "unchanged" | "empty" | "failed" | "refused";
  /** entries on the first page */
  listed: number;
  problem: SourceProblem | null;
}

export interface HealthInput {
  now: Date;
  quietDays: number;
  /** newest first; some dozens are enough */
  looks: readonly Look[];
  /** when something new was found last, however old it was itself */
  lastFreshAt: Date | null;
}

export interface Health {
  state: HealthState;
  reasons: SourceProblem[];
}

/** One failed look is weather; three in a row are a condition. */
export const failuresUntilFailing = 3;
/** Lists grow and shrink by a few entries; one that lost four fifths was rebuilt, or our selectors catch something else. */
const shareOfUsual = 0.2;
const leastUsual = 5;
const looksForUsual = 5;

/** How a source is, from its looks alone. */
export function judgeHealth({ now, quietDays, looks, lastFreshAt }: HealthInput): Health {
  if (looks.length === 0) return { state: "waiting", reasons: [] };
  const failed = looks.findIndex(({ outcome }) => !isFailure(outcome));
  const failures = failed === -1 ? looks.length : failed;
  const answered = failed === -1 ? [] : looks.slice(failed);
  // A source that never answered fails from its first look on: nothing speaks for it.
  if (answered.length === 0 || failures >= failuresUntilFailing) {
    const last = looks[0]?.problem;
    return { state: "failing", reasons: [{ code: "failures", values: { count: failures } }, ...(last ? [last] : [])] };
  }
  const suspicion = findSuspicion(answered);
  if (suspicion) return { state: "suspicious", reasons: [suspicion] };
  const since = lastFreshAt ?? looks.at(-1)?.at ?? now;
  const days = (now.getTime() - since.getTime()) / 86_400_000;
  return { state: days > quietDays ? "quiet" : "new", reasons: [] };
}

/** It answers, but what it says is not what it used to say. */
function findSuspicion(answered: readonly Look[]): SourceProblem | null {
  // What has not changed since is judged as it was when it was read.
  const read = answered.filter(({ outcome }) => outcome !== "unchanged" && !isFailure(outcome));
  const [last, ...earlier] = read;
  if (!last) return null;
  const usual = median(
    earlier
      .filter(({ outcome }) => outcome === "read")
      .slice(0, looksForUsual)
      .map(({ listed }) => listed),
  );
  if (last.listed === 0) return usual === null ? { code: "never-entries" } : { code: "no-entries", values: { usual } };
  if (usual !== null && usual >= leastUsual && last.listed <= usual * shareOfUsual)
    return { code: "fewer-entries", values: { count: last.listed, usual } };
  return null;
}

export function isFailure(outcome: Look["outcome"]): boolean {
  return outcome === "failed" || outcome === "refused";
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
