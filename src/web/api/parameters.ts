import { z } from "@hono/zod-openapi";
import { parseEdtf } from "../../core/edtf.ts";
import { languages } from "../../core/language.ts";
import type { MessageKey } from "../../messages/message.ts";
import { describe } from "./describe.ts";

/** Parameters of requests. The error of a check is the key of the message that explains it. */
const reason = (key: MessageKey): { error: MessageKey } => ({ error: key });

/** An id or a word: whatever else PostgreSQL might choke on, it cannot hold NUL, and no filter means anything with one. */
export function textParameter(description: MessageKey) {
  return z
    .string()
    .min(1, reason("api.reason.empty"))
    .max(200, reason("api.reason.long"))
    .regex(/^\P{Cc}*$/u, reason("api.reason.control"))
    .optional()
    .openapi(describe(description));
}

export function yearParameter(description: MessageKey = "api.parameter.fiscalYear") {
  return z
    .string()
    .regex(/^[1-9]\d{3}$/, reason("api.reason.year"))
    .transform(Number)
    .optional()
    .openapi({ ...describe(description), type: "integer", minimum: 1000, maximum: 9999 });
}

export function dayParameter(description: MessageKey) {
  return z
    .string()
    .refine(isDay, reason("api.reason.day"))
    .optional()
    .openapi({ ...describe(description), format: "date" });
}

export function monthParameter(description: MessageKey) {
  return z
    .string()
    .refine(isMonth, reason("api.reason.month"))
    .optional()
    .openapi({ ...describe(description), pattern: "^\\d{4}-\\d{2}$" });
}

export function choiceParameter<const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  description: MessageKey,
) {
  return z.enum(choices).optional().openapi(describe(description));
}

/** May stand more than once: any of the values. */
export function choicesParameter<const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  description: MessageKey,
) {
  return z.array(z.enum(choices)).optional().openapi(describe(description));
}

export function flagParameter(description: MessageKey) {
  return z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional()
    .openapi({ ...describe(description), type: "boolean" });
}

export const languageParameter = z.enum(languages).optional().openapi(describe("api.parameter.lang"));

const cursor = textParameter("api.parameter.cursor");

/** For lists that come in pages of 100 unless another size is asked for. */
export const pageParameters = { limit: limitParameter("api.parameter.limit", 100), cursor };

/** For lists that are one document: everything, up to a bound that keeps the answer bearable. */
export const documentPageParameters = { limit: limitParameter("api.parameter.limitDocument", 10_000), cursor };

function limitParameter(description: MessageKey, usual: number) {
  return z
    .string()
    .default(String(usual))
    .refine(
      (value) => value === String(usual) || (/^[1-9]\d{0,2}$/.test(value) && Number(value) <= 500),
      reason("api.reason.limit"),
    )
    .transform(Number)
    .openapi({
      ...describe(description),
      type: "integer",
      minimum: 1,
      maximum: 500,
      ...(usual <= 500 && { default: usual }),
    });
}

/** A real day of the years 1 to 9999: PostgreSQL knows no year 0. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith("0000") && parseEdtf(text).ok;
}

function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && !text.startsWith("0000") && parseEdtf(text).ok;
}
