import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { isOpenable } from "./company-view.ts";
import type { Need } from "./need.ts";

/** What a form says of a need. */
export type NeedInput = Pick<
  Need,
  | "organisation"
  | "addressedTo"
  | "language"
  | "title"
  | "detail"
  | "topics"
  | "kinds"
  | "difficulty"
  | "urgency"
  | "languages"
  | "learnt"
  | "learntBy"
  | "saidBy"
  | "fiscalYear"
  | "visibility"
  | "openToCompanies"
>;

export type NeedField = keyof NeedInput;

export const needProblemReasons = [
  "required",
  "too-long",
  "control-character",
  "unknown",
  "date",
  "future",
  "year",
  "not-own",
  "same",
  "companies",
] as const;
export type NeedProblemReason = (typeof needProblemReasons)[number];

export interface FieldProblem<Field extends string> {
  field: Field;
  reason: NeedProblemReason;
  /** of a text that stands in several */
  language?: Language;
}

export interface KnownIds {
  isOrganisation(id: string): boolean;
  isTopic(id: string): boolean;
  /** YYYY-MM-DD */
  today: string;
}

export const longest = { title: 300, detail: 5_000, name: 300 };
export const yearBounds = { first: 2000, last: 2100 };

/** What is wrong with it, by field; whether the actor may enter it for this organisation is another question. */
export function checkNeed(input: NeedInput, known: KnownIds): FieldProblem<NeedField>[] {
  const problems: FieldProblem<NeedField>[] = [];
  const note = (field: NeedField, reason: NeedProblemReason, language?: Language) =>
    problems.push({ field, reason, ...(language ? { language } : {}) });
  if (input.organisation === "") note("organisation", "required");
  else if (!known.isOrganisation(input.organisation)) note("organisation", "unknown");
  if (input.addressedTo !== null) {
    if (!known.isOrganisation(input.addressedTo)) note("addressedTo", "unknown");
    else if (input.addressedTo === input.organisation) note("addressedTo", "same");
  }
  if (!input.title[input.language]) note("title", "required", input.language);
  problems.push(
    ...checkTexts("title", input.title, longest.title),
    ...checkTexts("detail", input.detail, longest.detail),
    ...checkTexts("saidBy", input.saidBy, longest.name),
  );
  if (input.topics.length === 0) note("topics", "required");
  else if (!input.topics.every((id) => known.isTopic(id))) note("topics", "unknown");
  if (input.kinds.length === 0) note("kinds", "required");
  if (input.learnt !== null) {
    const parsed = parseEdtf(input.learnt);
    if (!parsed.ok) note("learnt", "date");
    else if ((edtfBounds(parsed.value).from ?? "") > known.today) note("learnt", "future");
  }
  if (input.fiscalYear !== null && !isYear(input.fiscalYear)) note("fiscalYear", "year");
  if (input.openToCompanies && !isOpenable(input.visibility)) note("openToCompanies", "companies");
  return problems;
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= yearBounds.first && year <= yearBounds.last;
}

/** Of a text in several languages: the first thing that is wrong with each. */
export function checkTexts<Field extends string>(field: Field, value: Localized, most: number): FieldProblem<Field>[] {
  return languages.flatMap((language): FieldProblem<Field>[] => {
    const text = value[language] ?? "";
    if (/(?![\t\n\r])\p{Cc}/u.test(text)) return [{ field, reason: "control-character", language }];
    return [...text].length > most ? [{ field, reason: "too-long", language }] : [];
  });
}
