import { z } from "@hono/zod-openapi";
import { findMessageKey } from "../../messages/message.ts";
import { BadParameters, type ParameterProblem } from "./bad-parameters.ts";

/** A query of nothing but unknown names must not make an answer many times its size. */
const mostProblems = 50;

/** The query as the schema wants it; throws BadParameters with everything that is wrong. */
export function readParameters<Query extends z.ZodObject>(schema: Query, search: URLSearchParams): z.output<Query> {
  const raw = new Map<string, string | string[]>();
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const many = isList(schema.shape[name]) || values.length !== 1;
    raw.set(name, many ? values : (values[0] ?? ""));
  }
  const parsed = schema.safeParse(Object.fromEntries(raw));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, Object.keys(schema.shape)));
  throw new BadParameters(problems.slice(0, mostProblems));
}

function isList(schema: unknown): boolean {
  return schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodArray;
}

function explainIssue(issue: z.core.$ZodIssue, known: string[]): ParameterProblem[] {
  const field = String(issue.path[0] ?? "");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      field: key.slice(0, 100),
      reason: "api.reason.unknown",
      values: { known: known.join(", ") },
    }));
  if (issue.code === "invalid_value")
    return [
      Array.isArray(issue.input)
        ? { field, reason: "api.reason.once" }
        : { field, reason: "api.reason.choice", values: { choices: issue.values.map(String).join(", ") } },
    ];
  if (issue.code === "invalid_type") return [{ field, reason: "api.reason.once" }];
  return [{ field, reason: findMessageKey(issue.message) ?? "api.reason.other" }];
}
