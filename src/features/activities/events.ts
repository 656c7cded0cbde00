import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { ActivityFilter } from "./filter.ts";
import { readSameEvents } from "./store.ts";

/** One ledger's record of an event that another ledger holds as well. */
export interface EventRecord {
  id: string;
  fiscalYear: number;
  ledger: string;
  precedence: number;
}

export interface Events {
  /** for every record of an event that other ledgers hold as well: the ids of those other records */
  same: ReadonlyMap<string, readonly string[]>;
  /** of those, the ones in ledgers of higher precedence, as far as the checks compared them directly */
  weightier: ReadonlyMap<string, readonly string[]>;
  /** records behind a weightier one of the same fiscal year */
  repeatedInYear: string[];
}

/** Which records speak of the same events: a few in a hundred, so they are kept in memory for one revision. */
export function getEvents(context: Context): Promise<Events> {
  return context.cache.get("activities events", async () => gatherEvents(await read(context.database, readSameEvents)));
}

/** A ledger's own list shows all that it holds. */
export function showsEachEventOnce({ onceEachEvent, ledger, register }: ActivityFilter): boolean {
  return onceEachEvent === true && !ledger && !register;
}

export function gatherEvents(pairs: readonly [EventRecord, EventRecord][]): Events {
  const weightier = new Map<string, string[]>();
  const repeatedInYear = new Set<string>();
  for (const pair of pairs) {
    const [first, second] = pair.toSorted(compareWeight);
    if (!first || !second || first.ledger === second.ledger) continue;
    weightier.set(second.id, [...(weightier.get(second.id) ?? []), first.id]);
    if (first.fiscalYear === second.fiscalYear) repeatedInYear.add(second.id);
  }
  const same = gatherGroups(pairs.map(([first, second]) => [first.id, second.id]));
  return { same, weightier, repeatedInYear: [...repeatedInYear] };
}

function compareWeight(a: EventRecord, b: EventRecord): number {
  return a.precedence - b.precedence || (a.ledger < b.ledger ? -1 : 1);
}

/** A with B and B with C are one event of three records. */
export function gatherGroups(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, Set<string>>();
  for (const [id, other] of pairs) {
    const mine = groups.get(id) ?? new Set([id]);
    const theirs = groups.get(other) ?? new Set([other]);
    for (const member of theirs) mine.add(member);
    for (const member of mine) groups.set(member, mine);
  }
  return new Map([...groups].map(([id, members]) => [id, [...members].filter((member) => member !== id)]));
}
