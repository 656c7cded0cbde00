import type { Language } from "../../core/language.ts";
import { checkTexts, type FieldProblem, isYear, type KnownIds, longest } from "./check-need.ts";
import type { CapacityUnit, Offer } from "./offer.ts";

/** A row of the form as typed: an empty one is no row. */
export interface CapacityRow {
  year: string;
  capacity: string;
}

/** What a form says of an offer. */
export type OfferInput = Pick<
  Offer,
  | "organisation"
  | "language"
  | "title"
  | "detail"
  | "topics"
  | "kinds"
  | "forms"
  | "difficulty"
  | "languages"
  | "experience"
  | "facilities"
  | "conditions"
  | "costBorneBy"
  | "capacityUnit"
  | "state"
  | "visibility"
> & { capacities: CapacityRow[] };

export type OfferField = keyof OfferInput;

export type CapacityReason = "negative" | "below-use" | "same-year" | "year" | "unit" | "shrunk-unit";

/** What contradicts itself in the capacity, at its row; of the unit: row null. */
export interface CapacityProblem {
  row: number | null;
  reason: CapacityReason;
  used?: number;
}

/** By fiscal year, what agreed matches take. */
export type Use = readonly { fiscalYear: number; quantity: number }[];

export function checkOffer(input: OfferInput, known: Omit<KnownIds, "today">): FieldProblem<OfferField>[] {
  const problems: FieldProblem<OfferField>[] = [];
  const note = (field: OfferField, reason: FieldProblem<OfferField>["reason"], language?: Language) =>
    problems.push({ field, reason, ...(language ? { language } : {}) });
  if (input.organisation === "") note("organisation", "required");
  else if (!known.isOrganisation(input.organisation)) note("organisation", "unknown");
  if (!input.title[input.language]) note("title", "required", input.language);
  problems.push(...checkTexts("title", input.title, longest.title));
  for (const field of ["detail", "experience", "facilities", "conditions"] as const)
    problems.push(...checkTexts(field, input[field], longest.detail));
  if (input.topics.length === 0) note("topics", "required");
  else if (!input.topics.every((id) => known.isTopic(id))) note("topics", "unknown");
  if (input.kinds.length === 0) note("kinds", "required");
  return problems;
}

/** The capacities of the rows that were filled in, and what is wrong with them. */
export function readCapacities(
  { capacities, capacityUnit }: Pick<OfferInput, "capacities" | "capacityUnit">,
  use: Use,
  unitBefore: CapacityUnit | null,
): { capacities: Offer["capacities"]; problems: CapacityProblem[] } {
  const problems: CapacityProblem[] = [];
  const read = new Map<number, number>();
  for (const [row, { year, capacity }] of capacities.entries()) {
    if (year === "" && capacity === "") continue;
    const problem = checkRow(year, capacity, read, use);
    if (problem) problems.push({ row, ...problem });
    else read.set(Number(year), Number(bareNumber(capacity)));
  }
  const filled = capacities.some(({ year, capacity }) => year !== "" || capacity !== "");
  if (filled && capacityUnit === null) problems.push({ row: null, reason: "unit" });
  // A number that was agreed in trainings must not turn into one of people.
  else if (use.length > 0 && unitBefore !== null && capacityUnit !== unitBefore)
    problems.push({ row: null, reason: "shrunk-unit" });
  return {
    capacities: [...read]
      .map(([fiscalYear, capacity]) => ({ fiscalYear, capacity }))
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear),
    problems,
  };
}

const mostCapacity = 1_000_000;

function checkRow(
  year: string,
  capacity: string,
  read: ReadonlyMap<number, number>,
  use: Use,
): Omit<CapacityProblem, "row"> | null {
  if (!/^\d{4}$/.test(year) || !isYear(Number(year))) return { reason: "year" };
  const typed = bareNumber(capacity);
  if (!/^\d{1,9}$/.test(typed) || Number(typed) > mostCapacity) return { reason: "negative" };
  if (read.has(Number(year))) return { reason: "same-year" };
  const used = use.find(({ fiscalYear }) => fiscalYear === Number(year))?.quantity ?? 0;
  return Number(typed) < used ? { reason: "below-use", used } : null;
}

/** 「１，０００」 is 1000. */
function bareNumber(text: string): string {
  return text.normalize("NFKC").replaceAll(",", "").trim();
}
