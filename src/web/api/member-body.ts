import { z } from "@hono/zod-openapi";
import { AppError } from "../../core/errors.ts";
import { findMessageKey, type MessageKey } from "../../messages/message.ts";
import { BadParameters, type ParameterProblem } from "./bad-parameters.ts";
import { describe } from "./describe.ts";

/** A record with all its parts stays far below. */
const largestBodyBytes = 1024 * 1024;
const mostProblems = 50;

/** The JSON of a request as the schema wants it; throws BadParameters with all that is wrong, and `too-large`. */
export async function readBody<Body extends z.ZodObject>(request: Request, schema: Body): Promise<z.output<Body>> {
  const text = await readText(request);
  const parsed = schema.safeParse(text === "" ? {} : parseJson(request, text));
  if (parsed.success) return parsed.data;
  throw new BadParameters(parsed.error.issues.flatMap(explainIssue).slice(0, mostProblems));
}

/** Counts while it reads: the header may promise less than what comes. */
async function readText(request: Request): Promise<string> {
  const limit = new AppError("too-large", { limitMegabytes: largestBodyBytes / 1024 / 1024 });
  if (Number(request.headers.get("content-length") ?? 0) > largestBodyBytes) throw limit;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > largestBodyBytes) throw limit;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(request: Request, text: string): unknown {
  const refuse = (reason: MessageKey) => new BadParameters([{ field: "body", reason }]);
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw refuse("api.members.reason.contentType");
  try {
    return JSON.parse(text);
  } catch {
    throw refuse("api.members.reason.json");
  }
}

function explainIssue(issue: z.core.$ZodIssue): ParameterProblem[] {
  const field = issue.path.map(String).join(".").slice(0, 200) || "body";
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: [...issue.path, key].join(".").slice(0, 200), reason: unknownField }));
  if (issue.code === "invalid_value")
    return [{ field, reason: "api.reason.choice", values: { choices: issue.values.map(String).join(", ") } }];
  return [{ field, reason: findMessageKey(issue.message) ?? "api.members.reason.type" }];
}

const unknownField: MessageKey = "api.members.reason.unknownField";

/** Text that the database can hold: no control characters but tabs and line ends, no halves of characters. */
export function textField(description: MessageKey, longest: number) {
  return z
    .string()
    .max(longest, { error: "api.members.reason.longText" satisfies MessageKey })
    .refine((text) => text.isWellFormed() && !/(?![\t\n\r])\p{Cc}/u.test(text), {
      error: "api.reason.control" satisfies MessageKey,
    })
    .openapi(describe(description));
}
