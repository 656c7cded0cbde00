import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import { choiceParameter, languageParameter, pageParameters, textParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { localizedSchema, nextSchema, nullableDate, sourceSchema, toDate } from "../../web/api/schemas.ts";
import type { Agreement } from "./partnership.ts";
import { getAgreements } from "./service.ts";

const agreementSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    kind: z.string().openapi(describe("api.field.agreementKind")),
    status: z.string().openapi(describe("api.field.agreementStatus")),
    title: localizedSchema.openapi(describe("api.field.title")),
    signed: nullableDate("api.field.signed"),
    valid: nullableDate("api.field.valid"),
    partnership: z.string().nullable().openapi(describe("api.field.partnership")),
    content: localizedSchema.openapi(describe("api.field.content")),
    parties: z
      .array(
        z.object({
          organisation: z.string().openapi(describe("api.field.organisation")),
          signatory: localizedSchema.openapi(describe("api.field.signatory")),
        }),
      )
      .openapi(describe("api.field.agreementParties")),
    source: sourceSchema,
  })
  .openapi("Agreement", describe("api.schema.Agreement"));

export const agreementResources: readonly Resource[] = [
  defineResource({
    path: "/agreements",
    operation: "listAgreements",
    summary: "api.operation.agreements.summary",
    description: "api.operation.agreements.description",
    query: z.strictObject({
      organisation: textParameter("api.parameter.agreementParty"),
      partnership: textParameter("api.parameter.partnership"),
      status: choiceParameter(["signed", "planned", "agreed"], "api.parameter.agreementStatus"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(agreementSchema), next: nextSchema }).openapi("AgreementList"),
    async read({ context, query, language }) {
      const all = await getAgreements(context);
      const wanted = all.filter(
        ({ partnership, status, parties }) =>
          (query.partnership === undefined || partnership === query.partnership) &&
          (query.status === undefined || status === query.status) &&
          (query.organisation === undefined || parties.some((party) => party.organisation === query.organisation)),
      );
      const { items, next } = takePage(wanted, ({ id }) => id, query);
      return { items: items.map((item) => toAgreementItem(item, language)), next };
    },
    async example(context) {
      const first = (await getAgreements(context))[0];
      return { query: { ...(first && { status: first.status }), limit: "1" } };
    },
  }),
];

function toAgreementItem(agreement: Agreement, language: Language): z.infer<typeof agreementSchema> {
  const { id, kind, status, title, signed, signedText, valid, partnership, content, parties, source } = agreement;
  return {
    id,
    kind,
    status,
    title,
    signed: toDate(signed, signedText, language),
    valid: toDate(valid, null, language),
    partnership,
    content,
    parties,
    source,
  };
}
