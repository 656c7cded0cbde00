import type { Context } from "../../platform/context.ts";
import type { Concern } from "../concerns/concern.ts";
import { listMembersConcerns } from "../concerns/service.ts";
import type { Need } from "../needs/need.ts";
import { listMembersNeeds } from "../needs/service.ts";

/** What an evaluation counts of a need. */
export type CountedNeed = Pick<
  Need,
  "id" | "organisation" | "addressedTo" | "topics" | "state" | "learntFrom" | "fiscalYear" | "title"
>;

export interface CountedConcern extends Pick<Concern, "id" | "raisedFrom" | "state" | "text"> {
  /** raised again later, so that this one is not the last word */
  isContinued: boolean;
}

/** Needs that all members may see, the longest known first: an evaluation must not tell more than its readers know. */
export async function gatherNeeds(context: Context): Promise<CountedNeed[]> {
  const latest = "9999-12-31";
  return (await listMembersNeeds(context)).toSorted(
    (a, b) => compare(a.learntFrom ?? latest, b.learntFrom ?? latest) || compare(a.id, b.id),
  );
}

/** Concerns raised by the day, but for those that were withdrawn. */
export async function gatherConcerns(context: Context, asOf: string): Promise<CountedConcern[]> {
  const raised = (await listMembersConcerns(context)).filter(({ raisedFrom }) => raisedFrom <= asOf);
  const continued = new Set(raised.map(({ continues }) => continues));
  return raised
    .filter(({ state }) => state !== "withdrawn")
    .map(({ id, raisedFrom, state, text }) => ({ id, raisedFrom, state, text, isContinued: continued.has(id) }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
