import { parseEdtf } from "../../core/edtf.ts";
import { AppError } from "../../core/errors.ts";
import { fiscalYearRange } from "../../core/fiscal-calendar.ts";
import { isLanguage, type Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getPartnership } from "../partnerships/service.ts";
import { getProgramme } from "../programme/service.ts";
import { chosenSubjectOf, type ReportKind } from "../reports/report-kind.ts";
import { findMakers, findYears } from "./choices.ts";
import {
  type Basis,
  bases,
  type DocumentRequest,
  type DocumentVisibility,
  documentVisibilities,
  longestNote,
  longestWritten,
} from "./document.ts";

/** What the form holds, as it was typed. */
export interface DocumentForm {
  language: string;
  fiscalYear: string;
  subject: string;
  asOf: string;
  calendar: string;
  basis: string;
  maker: string;
  visibility: string;
  note: string;
  /** by the input's name */
  written: Record<string, string>;
}

export type DocumentField = Exclude<keyof DocumentForm, "written"> | `written.${string}`;
export type DocumentProblem =
  | "missing"
  | "year"
  | "subject"
  | "day"
  | "before"
  | "future"
  | "long"
  | "choice"
  | "basis"
  | "date";
export type DocumentProblems = Map<DocumentField, DocumentProblem>;

export interface CheckedForm {
  request: DocumentRequest;
  visibility: DocumentVisibility;
  note: string | null;
}

/** What a new form proposes: the newest year with records, as the records stand, in the reader's language where the kind has it. */
export async function fillDocumentForm(
  context: Context,
  actor: Actor,
  kind: ReportKind,
  language: Language,
): Promise<DocumentForm> {
  const { asOf, lastFiscalYear } = await getProgramme(context);
  const today = context.clock.today();
  return {
    language: kind.languages.includes(language) ? language : (kind.languages[0] ?? language),
    fiscalYear: String(lastFiscalYear),
    subject: "",
    asOf: asOf < today ? asOf : today,
    calendar: "gregorian",
    basis: "public",
    maker: (await findMakers(context, actor))[0] ?? "",
    visibility: "members",
    note: "",
    written: {},
  };
}

export function readDocumentForm(kind: ReportKind, form: FormData): DocumentForm {
  const text = (name: string) => clean(form.get(name)).replace(/\s+/g, " ");
  const written = kind.inputs.map(({ name, lines }) => {
    const value = clean(form.get(`written.${name}`));
    return [name, lines === "one" ? value.replace(/\s+/g, " ") : value];
  });
  return {
    language: text("language"),
    fiscalYear: text("fiscalYear"),
    subject: text("subject"),
    asOf: text("asOf"),
    calendar: text("calendar"),
    basis: text("basis"),
    maker: text("maker"),
    visibility: text("visibility"),
    note: text("note"),
    written: Object.fromEntries(written),
  };
}

/** Well-formed, without control characters and without marks that turn the direction of what follows. */
function clean(value: FormDataEntryValue | null): string {
  return (typeof value === "string" ? value : "")
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, " ")
    .trim();
}

/** The request that the form makes, or what is wrong with it. `actor` is null for whoever runs this program. */
export async function checkDocumentForm(
  context: Context,
  actor: Actor | null,
  kind: ReportKind,
  form: DocumentForm,
): Promise<CheckedForm | DocumentProblems> {
  const problems: DocumentProblems = new Map();
  const { language } = form;
  const basis = bases.find((choice) => choice === form.basis);
  const visibility = documentVisibilities.find((choice) => choice === form.visibility);
  if (!isLanguage(language) || !kind.languages.includes(language)) problems.set("language", "choice");
  if (!basis) problems.set("basis", "choice");
  if (!visibility) problems.set("visibility", "choice");
  if (visibility === "public" && basis === "approved") problems.set("visibility", "basis");
  const dayProblem = await checkDay(context, form.asOf);
  if (dayProblem) problems.set("asOf", dayProblem);
  if ([...form.note].length > longestNote) problems.set("note", "long");
  if (!(await isMaker(context, actor, form.maker))) problems.set("maker", form.maker === "" ? "missing" : "choice");
  await checkSubject(context, kind, form, basis, problems);
  for (const { name, required } of kind.inputs) {
    const length = [...(form.written[name] ?? "")].length;
    if (required && length === 0) problems.set(`written.${name}`, "missing");
    if (length > longestWritten) problems.set(`written.${name}`, "long");
  }
  if (problems.size > 0 || !basis || !visibility || !isLanguage(language)) return problems;
  const request: DocumentRequest = {
    kind: kind.id,
    language,
    asOf: form.asOf,
    basis,
    fiscalYear: kind.subject === "year" ? Number(form.fiscalYear) : null,
    subject: chosenSubjectOf(kind) === null ? null : form.subject,
    calendar: language === "ja" && form.calendar === "wareki" ? "wareki" : "gregorian",
    maker: form.maker,
    written: Object.fromEntries(Object.entries(form.written).filter(([, text]) => text !== "")),
  };
  return { request, visibility, note: form.note === "" ? null : form.note };
}

async function checkDay(context: Context, text: string): Promise<"missing" | "day" | "before" | "future" | null> {
  if (text === "") return "missing";
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) || !parseEdtf(text).ok) return "day";
  const { calendar, firstFiscalYear } = await getProgramme(context);
  if (text < fiscalYearRange(calendar, firstFiscalYear).from) return "before";
  return text > context.clock.today() ? "future" : null;
}

async function isMaker(context: Context, actor: Actor | null, maker: string): Promise<boolean> {
  const directory = await getDirectory(context);
  if (directory.find(maker) === null) return false;
  return actor === null || (await findMakers(context, actor)).includes(maker);
}

async function checkSubject(
  context: Context,
  kind: ReportKind,
  { fiscalYear, subject }: DocumentForm,
  basis: Basis | undefined,
  problems: DocumentProblems,
): Promise<void> {
  if (kind.subject === "year" && !(await findYears(context)).some((year) => String(year) === fiscalYear))
    problems.set("fiscalYear", "year");
  if (chosenSubjectOf(kind) === null) return;
  if (subject === "") problems.set("subject", "missing");
  // Whether an activity is there follows from the composition: an approved one may not be public yet.
  else if (kind.subject === "partnership" && basis === "public" && !(await hasPartnership(context, subject)))
    problems.set("subject", "subject");
}

async function hasPartnership(context: Context, id: string): Promise<boolean> {
  try {
    await getPartnership(context, id);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return false;
    throw error;
  }
}
