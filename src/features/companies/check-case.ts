import { parseEdtf } from "../../core/edtf.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { type CompanyCase, caseStates } from "./company-case.ts";
import { type AmountReading, readAmount } from "./contract-amount.ts";

/** What a form says of a case; the amount as it was typed. */
export interface CaseInput
  extends Pick<
    CompanyCase,
    | "company"
    | "partner"
    | "need"
    | "activity"
    | "title"
    | "technology"
    | "topics"
    | "contact"
    | "obstacleKinds"
    | "obstacle"
    | "contractedOn"
    | "contractNote"
  > {
  /** the state at which a new case stands; a known one moves by steps */
  state: CompanyCase["state"];
  amount: string;
  currency: string;
}

export type CaseField = keyof CaseInput;

export const caseProblemReasons = [
  "required",
  "too-long",
  "control-character",
  "unknown",
  "not-company",
  "not-own",
  "not-open",
  "date",
  "future",
  "contract-date",
  "reason-to-stop",
  "currency-missing",
  "amount-missing",
  "amount",
] as const;
export type CaseProblemReason = (typeof caseProblemReasons)[number];

export interface CaseProblem {
  field: CaseField;
  reason: CaseProblemReason;
  /** of a text that stands in several */
  language?: Language;
}

export interface KnownToCases {
  isOrganisation(id: string): boolean;
  isCompany(id: string): boolean;
  /** a company about which the actor may keep cases */
  isOwn(id: string): boolean;
  isTopic(id: string): boolean;
  isOpenNeed(id: string): boolean;
  isEvent(id: string): boolean;
  /** a known one was explained when it stopped */
  isNew: boolean;
  /** YYYY-MM-DD */
  today: string;
}

export const longestTexts = { title: 300, technology: 5_000, obstacle: 5_000, contractNote: 5_000, contact: 300 };

/** What is wrong with it, by field. */
export function checkCase(input: CaseInput, known: KnownToCases): CaseProblem[] {
  const problems: CaseProblem[] = [];
  const note = (field: CaseField, reason: CaseProblemReason) => problems.push({ field, reason });
  if (input.company === "") note("company", "required");
  else if (!known.isOrganisation(input.company)) note("company", "unknown");
  else if (!known.isCompany(input.company)) note("company", "not-company");
  else if (!known.isOwn(input.company)) note("company", "not-own");
  if (input.partner !== null && !known.isOrganisation(input.partner)) note("partner", "unknown");
  if (!languages.some((language) => input.title[language])) note("title", "required");
  for (const field of ["title", "technology", "obstacle", "contractNote"] as const)
    problems.push(...checkTexts(field, input[field]));
  if ((input.contact ?? "").length > longestTexts.contact) note("contact", "too-long");
  if (/\p{Cc}/u.test(input.contact ?? "")) note("contact", "control-character");
  if (!input.topics.every((id) => known.isTopic(id))) note("topics", "unknown");
  if (input.need !== null && !known.isOpenNeed(input.need)) note("need", "not-open");
  if (input.activity !== null && !known.isEvent(input.activity)) note("activity", "unknown");
  if (!caseStates.includes(input.state)) note("state", "unknown");
  if (known.isNew && input.state === "stopped" && !isExplained(input)) note("obstacle", "reason-to-stop");
  problems.push(...checkContract(input, known.today));
  return problems;
}

type Contract = Pick<CaseInput, "state" | "contractedOn" | "amount" | "currency">;

/** A contract has a day; an amount has a currency. */
export function checkContract({ state, contractedOn, amount, currency }: Contract, today: string): CaseProblem[] {
  const problems: CaseProblem[] = [];
  if (contractedOn === null) {
    if (state === "contracted") problems.push({ field: "contractedOn", reason: "contract-date" });
  } else if (!isDay(contractedOn)) problems.push({ field: "contractedOn", reason: "date" });
  else if (contractedOn > today) problems.push({ field: "contractedOn", reason: "future" });
  const reading = readAmount(amount, currency);
  if ("problem" in reading)
    problems.push({ field: reading.problem === "currency-missing" ? "currency" : "amount", reason: reading.problem });
  return problems;
}

/** The amount of an input that passed the check. */
export function amountOf({ amount, currency }: Pick<CaseInput, "amount" | "currency">): CompanyCase["amount"] {
  const reading: AmountReading = readAmount(amount, currency);
  return "problem" in reading ? null : reading.amount;
}

function isExplained({ obstacleKinds, obstacle }: CaseInput): boolean {
  return obstacleKinds.length > 0 || languages.some((language) => obstacle[language]);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseEdtf(text).ok;
}

function checkTexts(field: "title" | "technology" | "obstacle" | "contractNote", value: Localized): CaseProblem[] {
  return languages.flatMap((language): CaseProblem[] => {
    const text = value[language] ?? "";
    if (/(?![\t\n\r])\p{Cc}/u.test(text)) return [{ field, reason: "control-character", language }];
    return [...text].length > longestTexts[field] ? [{ field, reason: "too-long", language }] : [];
  });
}
