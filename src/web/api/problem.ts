import { z } from "@hono/zod-openapi";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { statusOf } from "../error-page.tsx";
import { BadParameters } from "./bad-parameters.ts";
import { describe } from "./describe.ts";

export const problemTypes = [
  "bad-parameter",
  "signed-out",
  "forbidden",
  "not-found",
  "method-not-allowed",
  "conflict",
  "too-large",
  "content",
  "too-many-requests",
  "unavailable",
  "internal",
] as const;
export type ProblemType = (typeof problemTypes)[number];

export const problemStatus = {
  "bad-parameter": 400,
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "too-large": 413,
  content: 422,
  "too-many-requests": 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ProblemType, number>;

/** RFC 9457; `errors` is an extension member as its section 3 shows one. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ ...describe("api.field.problemType"), format: "uri-reference" }),
    title: z.string().openapi(describe("api.field.problemTitle")),
    status: z.int().openapi(describe("api.field.problemStatus")),
    detail: z.string().openapi(describe("api.field.problemDetail")),
    instance: z.string().openapi({ ...describe("api.field.problemInstance"), format: "uri-reference" }),
    errors: z
      .array(
        z.object({
          field: z.string().openapi(describe("api.field.errorField")),
          reason: z.string().openapi(describe("api.field.errorReason")),
        }),
      )
      .optional()
      .openapi(describe("api.field.errors")),
  })
  .openapi("Problem", describe("api.schema.Problem"));

export type Problem = z.infer<typeof problemSchema>;

export function typeOfError(error: unknown): ProblemType {
  if (error instanceof BadParameters) return "bad-parameter";
  const status = statusOf(error);
  return problemTypes.find((type) => problemStatus[type] === status) ?? "internal";
}

/** The problem in the reader's language; the address of its type explains it. */
export function describeProblem(type: ProblemType, instance: string, language: Language, error?: unknown): Problem {
  const problem: Problem = {
    type: problemAddress(type),
    title: message(language, `api.problem.${type}.title`),
    status: problemStatus[type],
    detail: describeDetail(type, language, error),
    instance,
  };
  if (!(error instanceof BadParameters)) return problem;
  const errors = error.problems.map(({ field, reason, values }) => ({
    field,
    reason: message(language, reason, values),
  }));
  return { ...problem, errors };
}

/** One address for each type, whatever the reader's language; it leads to the words on the API's page. */
export function problemAddress(type: ProblemType): string {
  return `/api/v1/problems/${type}`;
}

function describeDetail(type: ProblemType, language: Language, error: unknown): string {
  if (type === "bad-parameter" && error instanceof BadParameters)
    return message(language, "api.problem.bad-parameter.text", { count: error.problems.length });
  if (type === "not-found" && error instanceof AppError) return describeMissing(error.details, language);
  return message(language, `api.problem.${type}.text`, { count: 1 });
}

function describeMissing(details: Record<string, unknown>, language: Language): string {
  const { kind, id } = details;
  const name = String(id ?? "").slice(0, 100);
  if (kind === "fiscal-year" && Array.isArray(details.fiscalYears))
    return message(language, "api.missing.fiscalYear", {
      id: name,
      fiscalYear: String(details.fiscalYear),
      known: details.fiscalYears.join(", "),
    });
  if (kind === "organisation" || kind === "partnership" || kind === "activity" || kind === "table")
    return message(language, `api.missing.${kind}`, { id: name });
  return message(language, "api.problem.not-found.text");
}
