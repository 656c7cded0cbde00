import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { Figure } from "../../documents/table.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import { type Claim, type Count, type Coverage, isCounted, type Measure } from "./measure.ts";

/** What the records give in a unit: records for `times`, people for `people`, months and pages of bulletins; no other can be counted. */
export function countInUnit(count: Pick<Count, "records" | "people" | "pages">, unit: string): number | null {
  if (unit === "times") return count.records.length;
  if (unit === "months" && count.pages !== undefined) return count.records.length;
  if (unit === "pages") return count.pages ?? null;
  return unit === "people" ? count.people : null;
}

/**
 * The records' figure, or null where the system holds none: nothing countable, or an empty year that nobody has
 * declared complete (an empty list is not the same as a list of nothing).
 */
export function recordsFigure(
  measure: Measure,
  counts: readonly Count[],
  unit: string,
  coverage: Coverage | undefined,
): number | null {
  if (!isCounted(measure)) return null;
  if (counts.length === 0 && coverage?.extent !== "complete") return null;
  const known = counts.map((count) => countInUnit(count, unit)).filter((figure) => figure !== null);
  // Years whose records name no people, or a unit that nobody can count, give no figure rather than a zero.
  if (known.length === 0) return counts.length === 0 && (unit === "times" || unit === "people") ? 0 : null;
  return known.reduce((sum, figure) => sum + figure, 0);
}

export interface FigureInput {
  unit: string;
  records: number | null;
  claim: Claim | null;
  coverage: Coverage | undefined;
  /** some of the people on record are counted 「程度」 */
  approximate: boolean;
}

/**
 * One figure of a table: the records' where they are complete or nothing else is known, otherwise the claim,
 * with the difference where both exist (DESIGN §2, “Claims versus records”). Null where neither exists.
 */
export function composeFigure(input: FigureInput, language: Language): Figure | null {
  const { unit, records, claim, coverage } = input;
  if (records === null && claim === null) return null;
  const basis = claim === null || (records !== null && coverage?.extent === "complete") ? "records" : "claim";
  const difference = records === null || claim === null ? null : records - claim.value;
  const explanation = explain(input, difference, language);
  const value = basis === "claim" && claim ? claim.value : (records ?? 0);
  const approximate = basis === "claim" ? (claim?.approximate ?? false) : input.approximate;
  return {
    ...describeAmount(value, unit, approximate, language),
    basis,
    records,
    claim: claim?.value ?? null,
    difference,
    ...(claim ? { document: claim.source.document } : {}),
    ...(explanation ? { explanation } : {}),
  };
}

/** What someone has written about this claim; else what follows from where the records stop. */
function explain(input: FigureInput, difference: number | null, language: Language): string {
  const written = input.claim ? localize(input.claim.explanation, language).text : "";
  if (written !== "") return written;
  if (input.claim && input.records === null) return message(language, "figure.noRecords");
  if (difference === null || difference === 0) return "";
  return input.coverage ? localize(input.coverage.note, language).text : "";
}

/** The sum over the cells of a row or column, beside the printed total. */
export function composeTotal(
  cells: readonly (Figure | null)[],
  unit: string,
  claim: Claim | null,
  language: Language,
): Figure | null {
  const figures = cells.filter((cell) => cell !== null);
  if (figures.length === 0) return null;
  const counted = figures.filter((figure) => figure.records !== null);
  const records = counted.length === 0 ? null : counted.reduce((sum, figure) => sum + (figure.records ?? 0), 0);
  const value = figures.reduce((sum, figure) => sum + figure.value, 0);
  const basis = figures.every((figure) => figure.basis === "records") ? "records" : "claim";
  const difference = records === null || claim === null ? null : records - claim.value;
  const partial = difference !== null && difference !== 0 && counted.length < figures.length;
  const approximate = figures.some((figure) => figure.approximate);
  return {
    ...describeAmount(value, unit, approximate, language),
    basis,
    records,
    claim: claim?.value ?? null,
    difference,
    ...(claim ? { document: claim.source.document } : {}),
    ...(partial ? { explanation: message(language, "figure.totalPartial") } : {}),
  };
}

/** A number with its unit in the reader's language: 「1,480ページ」, “about 60 people”. */
export function describeAmount(value: number, unit: string, approximate: boolean, language: Language) {
  const unitLabel = choiceMessage(language, "unit", unit);
  const counted = choiceMessage(language, "unit", unit, value);
  const text = message(language, approximate ? "figure.about" : "figure.value", { value, unit: counted });
  return { unit, unitLabel, value, text, approximate };
}

/** U+2212 is the minus sign; a hyphen is none. */
export function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : `+${difference}`;
}
