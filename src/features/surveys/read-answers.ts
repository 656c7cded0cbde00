import { randomBytes } from "node:crypto";
import { foldText } from "../../core/text-folding.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { allNames } from "../organisations/organisation.ts";
import { limits } from "./question.ts";
import type { Answers, AnswerValue, ConcernRow, PlanRow, Question } from "./survey.ts";

/** Texts by field name, as a form or a sheet brings them. */
export type Typed = ReadonlyMap<string, readonly string[]>;

export const planFields = ["partners", "activity", "topics", "when", "content", "people", "budget"] as const;
export const concernFields = ["theme", "text"] as const;

/** What was typed, kept as it was typed: a draft loses nothing, and what is wrong is said when it is submitted. */
export function readAnswers(
  questions: readonly Question[],
  typed: Typed,
  present: Answers,
  directory: Pick<OrganisationDirectory, "all">,
): Answers {
  const answers: Answers = { ...present };
  for (const question of questions) {
    if (question.retired || question.kind === "file") continue;
    const value = readValue(question, typed, directory);
    if (value === null) delete answers[question.id];
    else answers[question.id] = value;
  }
  return answers;
}

/** The text fields of a form; files are read where they are kept. */
export function typedOf(form: FormData): Typed {
  const typed = new Map<string, string[]>();
  for (const [name, value] of form)
    if (typeof value === "string" && name.startsWith("answers."))
      typed.set(name, [...(typed.get(name) ?? []), tidy(value)]);
  return typed;
}

function tidy(text: string): string {
  return text.replaceAll("\r\n", "\n").trim().slice(0, 20_000);
}

function readValue(
  question: Question,
  typed: Typed,
  directory: Pick<OrganisationDirectory, "all">,
): AnswerValue | null {
  const name = `answers.${question.id}`;
  const one = (field = name) => typed.get(field)?.[0] ?? "";
  switch (question.kind) {
    case "choices": {
      const chosen = (typed.get(name) ?? []).filter((id) => id !== "");
      return chosen.length === 0 ? null : [...new Set(chosen)];
    }
    case "scale": {
      const text = one();
      return text === "" ? null : /^-?\d{1,4}$/.test(text) ? Number(text) : text;
    }
    case "table":
      return readTable(question, one);
    case "plan": {
      const rows = readRows(name, typed, planFields).map((row) => toPlanRow(row, directory));
      return rows.length === 0 ? null : rows;
    }
    case "concerns": {
      const rows = readRows(name, typed, concernFields).map(
        ({ key = "", theme = "", text = "" }): ConcernRow => ({ key, theme, text }),
      );
      return rows.length === 0 ? null : rows;
    }
    default:
      return one() === "" ? null : one();
  }
}

function readTable({ id, options }: Question, one: (field: string) => string): Record<string, string> | null {
  const cells: Record<string, string> = {};
  for (const row of options.table?.rows ?? [])
    for (const column of options.table?.columns ?? []) {
      const text = one(`answers.${id}.${row.id}.${column.id}`);
      if (text !== "") cells[`${row.id}.${column.id}`] = text;
    }
  return Object.keys(cells).length === 0 ? null : cells;
}

/** Rows that hold something, in their order; each keeps its key or gets one. */
function readRows(name: string, typed: Typed, fields: readonly string[]): Partial<Record<string, string>>[] {
  const rows: Partial<Record<string, string>>[] = [];
  for (let index = 0; index < limits.rows + 1; index++) {
    const row = Object.fromEntries(
      fields.map((field) => [field, typed.get(`${name}.${index}.${field}`)?.join(";") ?? ""]),
    );
    // The budget is preset, so it alone says nothing.
    if (Object.entries(row).every(([field, text]) => text === "" || field === "budget")) continue;
    const key = typed.get(`${name}.${index}.key`)?.[0] ?? "";
    rows.push({ ...row, key: /^[a-z0-9]{4,20}$/.test(key) ? key : newKey() });
  }
  return rows;
}

export function newKey(): string {
  return randomBytes(5).toString("hex");
}

function toPlanRow(row: Partial<Record<string, string>>, directory: Pick<OrganisationDirectory, "all">): PlanRow {
  const {
    key = "",
    partners = "",
    activity = "",
    topics = "",
    when = "",
    content = "",
    people = "",
    budget = "",
  } = row;
  return {
    key,
    partners: splitNames(partners).map((name) => findOrganisation(name, directory) ?? name),
    activity,
    topics: splitNames(topics),
    when,
    content,
    people,
    budget,
  };
}

export function splitNames(text: string): string[] {
  return [...new Set(text.split(/[\n、,，;；]+/).map((name) => name.trim()))].filter((name) => name !== "");
}

/** The organisation that is called so in whatever language; null where none or more than one is. */
export function findOrganisation(name: string, { all }: Pick<OrganisationDirectory, "all">): string | null {
  const wanted = foldText(name);
  const found = all.filter(
    (organisation) => organisation.id === name || allNames(organisation).some((other) => foldText(other) === wanted),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
