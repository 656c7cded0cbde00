import { activityFundings, activityKinds } from "../activities/sheets.ts";

/** Of the codes by which documents are recorded, what somebody can plan: a report or a designation is no activity with a partner. */
export const plannedKinds = activityKinds.filter((kind) => kind !== "report" && kind !== "designation");

/** That a document does not say whose budget it is, is nothing that a city answers: it leaves the field empty. */
export const plannedFundings = activityFundings.filter((funding) => funding !== "not-stated");

/** What is offered, and beside it what an answer has already. */
export function offerWith(offered: readonly string[], present: string): string[] {
  return present === "" || offered.includes(present) ? [...offered] : [...offered, present];
}
