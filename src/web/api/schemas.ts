import { z } from "@hono/zod-openapi";
import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { formatEdtf } from "../../core/edtf-format.ts";
import { type Language, languages } from "../../core/language.ts";
import type { MessageKey } from "../../messages/message.ts";
import { describe } from "./describe.ts";

/** Parts that the answers of several resources share. */
export const localizedSchema = z
  .object({ ja: z.string().optional(), zh: z.string().optional(), en: z.string().optional() })
  .openapi("Localized", describe("api.schema.Localized"));

export const sourceSchema = z
  .object({
    document: z.string().openapi(describe("api.field.sourceDocument")),
    place: z.string().openapi(describe("api.field.sourcePlace")),
    row: z.string().nullable().openapi(describe("api.field.sourceRow")),
  })
  .openapi("Source", describe("api.schema.Source"));

export const dateSchema = z
  .object({
    edtf: z.string().nullable().openapi(describe("api.field.edtf")),
    from: z.string().nullable().openapi(describe("api.field.dateFrom")),
    to: z.string().nullable().openapi(describe("api.field.dateTo")),
    text: z.string().nullable().openapi(describe("api.field.dateText")),
    label: z.string().optional().openapi(describe("api.field.dateLabel")),
  })
  .openapi("Date", describe("api.schema.Date"));

/** A date or none; a union, because the document would lose the null of a described nullable reference. */
export function nullableDate(description: MessageKey) {
  return z.union([dateSchema, z.null()]).openapi(describe(description));
}

/** A word of a list that the programme format fixes. */
export function choiceField(choices: readonly string[], description: MessageKey) {
  return z.string().openapi({ ...describe(description), enum: [...choices] });
}

export const languageSchema = z.enum(languages);
export const daySchema = z.string().openapi({ format: "date" });
export const nextSchema = z.string().optional().openapi(describe("api.field.next"));

/** A date of a record; null where the record has none, neither to count with nor as printed. */
export function toDate(
  edtf: string | null,
  text: string | null,
  language: Language,
): z.infer<typeof dateSchema> | null {
  if (edtf === null) return text === null ? null : { edtf, from: null, to: null, text };
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) return { edtf, from: null, to: null, text };
  return { edtf, ...edtfBounds(parsed.value), text, label: formatEdtf(parsed.value, language) };
}
