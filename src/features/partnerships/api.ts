import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import {
  choiceParameter,
  languageParameter,
  pageParameters,
  textParameter,
  yearParameter,
} from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { choiceField, localizedSchema, nextSchema, nullableDate, sourceSchema, toDate } from "../../web/api/schemas.ts";
import { type Partnership, partnershipTypes } from "./partnership.ts";
import { getPartnership, getPartnerships } from "./service.ts";

const partnershipSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    home: z.string().openapi(describe("api.field.home")),
    partner: z.string().openapi(describe("api.field.partner")),
    basis: z.string().openapi(describe("api.field.basis")),
    funding: z.string().openapi(describe("api.field.funding")),
    since: nullableDate("api.field.since"),
    note: localizedSchema.openapi(describe("api.field.note")),
    years: z
      .array(
        z.object({
          fiscalYear: z.int().openapi(describe("api.field.fiscalYear")),
          type: choiceField(partnershipTypes, "api.field.partnershipType"),
          source: sourceSchema,
        }),
      )
      .openapi(describe("api.field.years")),
    source: sourceSchema,
  })
  .openapi("Partnership", describe("api.schema.Partnership"));

export const partnershipResources: readonly Resource[] = [
  defineResource({
    path: "/partnerships",
    operation: "listPartnerships",
    summary: "api.operation.partnerships.summary",
    description: "api.operation.partnerships.description",
    query: z.strictObject({
      home: textParameter("api.parameter.home"),
      partner: textParameter("api.parameter.partner"),
      fiscalYear: yearParameter("api.parameter.partnershipYear"),
      type: choiceParameter(partnershipTypes, "api.parameter.partnershipType"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(partnershipSchema), next: nextSchema }).openapi("PartnershipList"),
    async read({ context, query, language }) {
      const all = await getPartnerships(context);
      const wanted = all.filter((partnership) => matches(partnership, query));
      const { items, next } = takePage(wanted, ({ id }) => id, query);
      return { items: items.map((item) => toPartnershipItem(item, language)), next };
    },
    async example(context) {
      const first = (await getPartnerships(context))[0];
      return { query: { ...(first && { home: first.home }), limit: "1" } };
    },
  }),
  defineResource({
    path: "/partnerships/{id}",
    operation: "getPartnership",
    summary: "api.operation.partnership.summary",
    description: "api.operation.partnership.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: partnershipSchema,
    read: async ({ context, id, language }) => toPartnershipItem(await getPartnership(context, id), language),
    async example(context) {
      return { id: (await getPartnerships(context))[0]?.id, query: {} };
    },
  }),
];

/** Year and type must hold together: type B in FY2015, not type B at some time and something else in FY2015. */
function matches(
  { home, partner, years }: Partnership,
  query: {
    home?: string | undefined;
    partner?: string | undefined;
    fiscalYear?: number | undefined;
    type?: string | undefined;
  },
): boolean {
  if (query.home !== undefined && home !== query.home) return false;
  if (query.partner !== undefined && partner !== query.partner) return false;
  if (query.fiscalYear === undefined && query.type === undefined) return true;
  return years.some(
    (year) =>
      (query.fiscalYear === undefined || year.fiscalYear === query.fiscalYear) &&
      (query.type === undefined || year.type === query.type),
  );
}

function toPartnershipItem(partnership: Partnership, language: Language): z.infer<typeof partnershipSchema> {
  const { id, home, partner, basis, funding, since, note, years, source } = partnership;
  return { id, home, partner, basis, funding, since: toDate(since, null, language), note, years, source };
}
