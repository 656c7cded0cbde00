import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { fiscalYearOf } from "../../core/fiscal-calendar.ts";
import { isLanguage, type Language, languages } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { isMailAddress } from "../../platform/mail.ts";
import { type CellContext, printCellText, readCellText } from "../../records/cell-codec.ts";
import type { CellProblem } from "../../records/cell-problem.ts";
import { column } from "../../sheets/sheet.ts";
import { describeCellProblem } from "../records/describe-content-problem.ts";
import { columnOf, type Field } from "./fields.ts";

/** Columns of sheets, for the shared reading of what people type: a name for an id, a date as they write it. */
const organisationColumn = column("organisation", { type: "reference", sheet: "organisations" }, "");
const organisationsColumn = column("organisations", { type: "references", sheet: "organisations" }, "");
const dateColumn = column("raised", { type: "edtf" }, "");

const longestText = 20_000;
const longestLine = 500;

/** What was typed, by the name of the input. */
export type Typed = ReadonlyMap<string, string>;

export interface FieldProblem {
  /** of the input */
  input: string;
  field: Field;
  text: string;
  candidates: { value: string; text: string }[];
}

export interface ReadRow {
  /** ready for the table, by column */
  columns: Record<string, unknown>;
  problems: FieldProblem[];
}

/** The name of the input for a text in one language. */
export function inLanguage(name: string, language: Language): string {
  return `${name}.${language}`;
}

/**
 * What a form says of one row, understood as far as it can be. `prefix` stands before the names of its inputs; a date without a year is
 * the next one after `since` (YYYY-MM-DD).
 */
export function readFields(
  typed: Typed,
  fields: readonly Field[],
  prefix: string,
  typing: CellContext,
  since: string | null = null,
): ReadRow {
  const columns: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const name = `${prefix}${field.name}`;
    const refuse = (text: string, input = name, candidates: FieldProblem["candidates"] = []) =>
      problems.push({ input, field, text, candidates });
    const value = readField(typed, field, name, { ...typing, since }, refuse);
    const refused = problems.some((problem) => problem.field === field);
    if (field.required && !refused && isEmpty(value))
      refuse(message(typing.language, "meeting.problem.required"), firstInput(field, name, typing.language));
    columns[columnOf(field.name)] = value;
    if (field.form.is === "date") columns[`${columnOf(field.name)}_to`] = lastDay(value);
  }
  return { columns, problems };
}

type Refuse = (text: string, input?: string, candidates?: FieldProblem["candidates"]) => void;

function readField(
  typed: Typed,
  field: Field,
  name: string,
  typing: CellContext & { since: string | null },
  refuse: Refuse,
): unknown {
  const { language, since } = typing;
  const text = typed.get(name) ?? "";
  const { form } = field;
  const understand = (of: typeof dateColumn, written: string, input = name): string | null => {
    const reading = readYearless(of, written, typing, since) ?? readCellText("meetings", of, written, typing, null);
    if (reading.problem)
      refuse(describeCellProblem(reading.problem, { language }), input, listCandidates(reading.problem, of, typing));
    return reading.text === "" ? null : reading.text;
  };
  const fit = (pattern: RegExp, problem: "day" | "hour" | "minutes" | "address") => {
    if (text === "" || pattern.test(text)) return text === "" ? null : text;
    refuse(message(language, `meeting.problem.${problem}`));
    return null;
  };
  switch (form.is) {
    case "texts":
      return readTexts(typed, name, form.long === true, language, refuse);
    case "text":
      if (text.length > longestText) refuse(message(language, "meeting.problem.long", { most: longestText }));
      return text === "" ? null : text;
    case "choice":
      return form.choices.find((choice) => choice === text) ?? null;
    case "language":
      return isLanguage(text) ? text : null;
    case "languages":
      return text.split(";").filter(isLanguage);
    case "flag":
      return text === "yes" ? true : text === "no" ? false : null;
    case "zone":
      if (text !== "" && !isTimeZone(text)) refuse(message(language, "meeting.problem.zone"));
      return text === "" ? null : text;
    case "day": {
      const day = fit(/^\d{4}-\d{2}-\d{2}$/, "day");
      if (day !== null && !parseEdtf(day).ok) refuse(message(language, "meeting.problem.day"));
      return day;
    }
    case "hour":
      return fit(/^([01]\d|2[0-3]):[0-5]\d$/, "hour");
    case "minutes": {
      const minutes = fit(/^([1-9]\d{0,2}|1[0-3]\d{2}|14[0-3]\d|1440)$/, "minutes");
      return minutes === null ? null : Number(minutes);
    }
    case "address":
      return fit(/^https?:\/\/[^\s<>"]{3,500}$/, "address");
    case "email":
      if (text !== "" && !isMailAddress(text)) refuse(message(language, "meeting.problem.email"));
      return text === "" ? null : text;
    case "date":
      return understand(dateColumn, text);
    case "organisation":
      return understand(organisationColumn, text);
    case "organisations": {
      const others = understand(organisationsColumn, typed.get(`${name}.others`) ?? "", `${name}.others`);
      return [...new Set([...text.split(";"), ...(others ?? "").split(";")])].filter((id) => id !== "");
    }
    case "pick":
      return text === "" ? null : text;
  }
}

/** 「3月末」 is in the first fiscal year in which it does not lie before the day; null for what says its year or is no such date. */
function readYearless(of: typeof dateColumn, written: string, typing: CellContext, since: string | null) {
  if (since === null || of !== dateColumn) return null;
  if (readCellText("meetings", of, written, typing, null).problem?.date?.code !== "no-year") return null;
  const year = fiscalYearOf(typing.knowledge.calendar, since);
  const readings = [year, year + 1].map((each) => readCellText("meetings", of, written, typing, each));
  return readings.find(({ text, problem }) => problem === null && (lastDay(text) ?? "") >= since) ?? null;
}

function readTexts(typed: Typed, name: string, long: boolean, language: Language, refuse: Refuse) {
  const most = long ? longestText : longestLine;
  const entries = languages.map((of) => [of, typed.get(inLanguage(name, of)) ?? ""] as const);
  for (const [of, text] of entries)
    if (text.length > most) refuse(message(language, "meeting.problem.long", { most }), inLanguage(name, of));
  return Object.fromEntries(entries.filter(([, text]) => text !== ""));
}

function isTimeZone(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== "";
  } catch {
    return false;
  }
}

function lastDay(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const parsed = parseEdtf(value);
  return parsed.ok ? edtfBounds(parsed.value).to : null;
}

export function isEmpty(value: unknown): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Where the reader is led to: of a text, the input of the page's language. */
export function firstInput({ form }: Field, name: string, language: Language): string {
  return form.is === "texts" ? inLanguage(name, language) : name;
}

function listCandidates(problem: CellProblem, of: typeof dateColumn, typing: CellContext): FieldProblem["candidates"] {
  return (problem.candidates ?? []).map((value) => ({ value, text: printCellText("meetings", of, value, typing) }));
}

/** A row as it is kept, back into what its inputs show. */
export function typeRow(
  row: object,
  fields: readonly Field[],
  prefix: string,
  typing: CellContext,
): Map<string, string> {
  const values = new Map<string, unknown>(Object.entries(row));
  const typed = new Map<string, string>();
  for (const field of fields) {
    const name = `${prefix}${field.name}`;
    const value = values.get(field.name);
    if (field.form.is === "texts") {
      for (const [of, text] of Object.entries(value ?? {})) typed.set(`${name}.${of}`, String(text));
    } else if (field.form.is === "organisation" || field.form.is === "date") {
      const of = field.form.is === "date" ? dateColumn : organisationColumn;
      typed.set(name, printCellText("meetings", of, String(value ?? ""), typing));
    } else typed.set(name, write(value));
  }
  return typed;
}

function write(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(";") : String(value);
}

/** The names of organisations in one line, for a field that takes several. */
export function typeOrganisations(ids: readonly string[], typing: CellContext): string {
  return printCellText("meetings", organisationsColumn, ids.join(";"), typing);
}

/** Everything that a form sent; several values of one name are joined. */
export function readTyped(form: FormData): Map<string, string> {
  const typed = new Map<string, string>();
  for (const name of new Set(form.keys())) {
    const picked = form.get(`_pick.${name}`);
    const values = form.getAll(name).filter((value) => typeof value === "string");
    const text =
      typeof picked === "string" && picked !== "" ? picked : values.filter((value) => value !== "").join(";");
    typed.set(name, text.normalize("NFC").replaceAll("\r\n", "\n").trim());
  }
  return typed;
}
