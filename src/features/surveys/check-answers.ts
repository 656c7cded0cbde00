import { z } from "zod";
import type { FiscalCalendar } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { readDate } from "../../core/read-date.ts";
import { activityFundings, activityKinds } from "../activities/sheets.ts";
import { concernThemes } from "../concerns/concern.ts";
import { limits, scaleSteps } from "./question.ts";
import type { Answers, Question } from "./survey.ts";

export const answerReasons = [
  "required",
  "choice",
  "scale",
  "number",
  "long",
  "rows",
  "organisation",
  "partner",
  "activity",
  "topic",
  "date",
  "content",
  "people",
  "budget",
  "theme",
  "concern",
  // refused where it is kept, not here
  "file",
] as const;
export type AnswerReason = (typeof answerReasons)[number];

export interface AnswerProblem {
  question: string;
  /** name of the form's field: `answers.q3.row.column` */
  field: string;
  reason: AnswerReason;
  /** what stands there */
  value: string;
}

/** What an answer may refer to. */
export interface AnswerGround {
  organisations: { find(id: string): object | null };
  topics: readonly string[];
  language: Language;
  calendar: FiscalCalendar;
  /** for which plans are asked */
  planYear: number;
}

/** Everything that keeps the answers from being submitted, in the order of the form. */
export function checkAnswers(questions: readonly Question[], answers: Answers, ground: AnswerGround): AnswerProblem[] {
  // Zod calls an absent key wrong before any rule of the question speaks.
  const whole = Object.fromEntries(questions.map(({ id }) => [id, answers[id] ?? null]));
  const result = answerSchema(questions, ground).safeParse(whole);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    question: String(issue.path[0] ?? ""),
    field: ["answers", ...issue.path].join("."),
    reason: answerReasons.find((reason) => reason === issue.message) ?? "required",
    value: issue.code === "custom" && typeof issue.params?.value === "string" ? issue.params.value : "",
  }));
}

/** The schema of a whole form, derived from its questions; every issue's message is an `AnswerReason`. */
export function answerSchema(questions: readonly Question[], ground: AnswerGround): z.ZodType<unknown> {
  const shape = questions
    .filter(({ retired }) => !retired)
    .map((question) => {
      const schema = schemaOf(question, ground);
      const present = z.unknown().superRefine((value, context) => {
        if (isEmpty(value)) {
          if (question.required) context.addIssue({ code: "custom", message: "required" });
          return;
        }
        const result = schema.safeParse(value);
        for (const issue of result.error?.issues ?? [])
          context.addIssue({
            code: "custom",
            path: issue.path,
            message: issue.message,
            params: issue.code === "custom" ? issue.params : undefined,
          });
      });
      return [question.id, present] as const;
    });
  return z.object(Object.fromEntries(shape));
}

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object") return false;
  return "sha256" in value ? value.sha256 === "" : Object.values(value).every((cell) => cell === "");
}

/** As it was written: in a sheet nobody sees otherwise which of the words was no choice. */
function nameUnknown(chosen: readonly string[], ids: readonly string[], context: z.RefinementCtx): void {
  const unknown = chosen.filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    context.addIssue({ code: "custom", message: "choice", params: { value: unknown.join(" / ") } });
}

function schemaOf(question: Question, ground: AnswerGround): z.ZodType<unknown> {
  const { kind, options } = question;
  const ids = options.choices.map(({ id }) => id);
  switch (kind) {
    case "choice":
      return z.string().superRefine((id, context) => nameUnknown([id], ids, context));
    case "choices":
      return z.array(z.string()).superRefine((chosen, context) => nameUnknown(chosen, ids, context));
    case "scale":
      return z.number("scale").refine((step) => scaleSteps(question).includes(step), "scale");
    case "text":
      return z.string().max(limits.textLength, "long");
    case "file":
      return z.object({ sha256: z.string(), name: z.string(), size: z.number() });
    case "table":
      return tableSchema(question);
    case "plan":
      return z.array(planSchema(ground)).max(limits.rows, "rows");
    case "concerns":
      return z.array(concernSchema).max(limits.rows, "rows");
  }
}

function tableSchema({ options, required }: Question): z.ZodType<unknown> {
  const { rows = [], columns = [] } = options.table ?? {};
  return z.record(z.string(), z.string()).superRefine((cells, context) => {
    for (const row of rows)
      for (const column of columns) {
        const value = cells[`${row.id}.${column.id}`] ?? "";
        const issue = (message: AnswerReason) =>
          context.addIssue({ code: "custom", path: [row.id, column.id], message, params: { value } });
        if (value === "" && required) issue("required");
        if (value.length > limits.cellLength) issue("long");
        else if (value !== "" && column.holds === "number" && readNumber(value) === null) issue("number");
      }
  });
}

/** A number as officials type it: full-width digits and thousands separators too. */
export function readNumber(text: string): number | null {
  const bare = text.normalize("NFKC").trim().replaceAll(/[,\s]/g, "");
  return /^[-+]?\d{1,12}(\.\d{1,6})?$/.test(bare) ? Number(bare) : null;
}

function planSchema(ground: AnswerGround): z.ZodType<unknown> {
  const row = z.object({
    key: z.string(),
    partners: z.array(z.string()),
    activity: z.string(),
    topics: z.array(z.string()),
    when: z.string(),
    content: z.string(),
    people: z.string(),
    budget: z.string(),
  });
  return row.superRefine((plan, context) => {
    const issue = (path: string, message: AnswerReason, value: string) =>
      context.addIssue({ code: "custom", path: [path], message, params: { value } });
    const stranger = plan.partners.find((id) => ground.organisations.find(id) === null);
    if (plan.partners.length === 0) issue("partners", "partner", "");
    else if (stranger !== undefined) issue("partners", "organisation", stranger);
    if (!isOneOf(activityKinds, plan.activity)) issue("activity", "activity", plan.activity);
    const topic = plan.topics.find((id) => !ground.topics.includes(id));
    if (topic !== undefined) issue("topics", "topic", topic);
    if (readPlanDate(plan.when, ground) === null) issue("when", "date", plan.when);
    if (plan.content === "") issue("content", "content", "");
    if (plan.content.length > limits.textLength) issue("content", "long", "");
    if (plan.people !== "" && !/^\d{1,5}$/.test(plan.people.normalize("NFKC").trim()))
      issue("people", "people", plan.people);
    if (plan.budget !== "" && !isOneOf(activityFundings, plan.budget)) issue("budget", "budget", plan.budget);
  });
}

/** The date of a plan as EDTF; empty where it is not fixed yet, null where nobody can tell what is meant. */
export function readPlanDate(
  text: string,
  { language, calendar, planYear }: Pick<AnswerGround, "language" | "calendar" | "planYear">,
): string | null {
  if (text.trim() === "") return "";
  const reading = readDate(text, { language, fiscalYear: { year: planYear, calendar } });
  return reading.ok ? reading.edtf : null;
}

const concernSchema = z.object({ key: z.string(), theme: z.string(), text: z.string() }).superRefine((row, context) => {
  if (!isOneOf(concernThemes, row.theme))
    context.addIssue({ code: "custom", path: ["theme"], message: "theme", params: { value: row.theme } });
  if (row.text === "") context.addIssue({ code: "custom", path: ["text"], message: "concern" });
  else if (row.text.length > limits.textLength) context.addIssue({ code: "custom", path: ["text"], message: "long" });
});

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
