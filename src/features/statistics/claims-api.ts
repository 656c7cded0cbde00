import { z } from "@hono/zod-openapi";
import { describe } from "../../web/api/describe.ts";
import {
  documentPageParameters,
  languageParameter,
  pageParameters,
  textParameter,
  yearParameter,
} from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { daySchema, localizedSchema, nextSchema, sourceSchema } from "../../web/api/schemas.ts";
import { getCatalogue } from "./catalogue.ts";
import type { Claim } from "./measure.ts";
import { reconcileClaims } from "./reconcile.ts";
import { toReconciliationItem } from "./reconciliation-items.ts";

const claimSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    measure: z.string().openapi(describe("api.field.measure")),
    fiscalYear: z.int().nullable().openapi(describe("api.field.claimYear")),
    group: z.string().nullable().openapi(describe("api.field.group")),
    unit: z.string().openapi(describe("api.field.unit")),
    value: z.number().openapi(describe("api.field.claimed")),
    approximate: z.boolean().openapi(describe("api.field.approximate")),
    places: z.array(z.string()).openapi(describe("api.field.claimPlaces")),
    asOf: daySchema.openapi(describe("api.field.claimAsOf")),
    partOf: z.string().nullable().openapi(describe("api.field.partOf")),
    printedText: z.string().nullable().openapi(describe("api.field.printedText")),
    definition: localizedSchema.openapi(describe("api.field.definition")),
    explanation: localizedSchema.openapi(describe("api.field.explanation")),
    source: sourceSchema,
  })
  .openapi("Claim", describe("api.schema.Claim"));

const reconciliationSchema = z
  .object({
    claim: z.string().openapi(describe("api.field.claimId")),
    document: z.string().openapi(describe("api.field.sourceDocument")),
    table: z.string().openapi(describe("api.field.sourcePlace")),
    asOf: daySchema.openapi(describe("api.field.claimAsOf")),
    measure: z.string().openapi(describe("api.field.measure")),
    fiscalYear: z.int().nullable().openapi(describe("api.field.claimYear")),
    group: z.string().nullable().openapi(describe("api.field.group")),
    unit: z.string().openapi(describe("api.field.unit")),
    claimed: z.number().openapi(describe("api.field.claimed")),
    approximate: z.boolean().openapi(describe("api.field.approximate")),
    computed: z.number().nullable().openapi(describe("api.field.computed")),
    difference: z.number().nullable().openapi(describe("api.field.difference")),
    explanation: z.string().nullable().openapi(describe("api.field.explanation")),
  })
  .openapi("ReconciliationItem", describe("api.schema.ReconciliationItem"));

const claimFilters = {
  document: textParameter("api.parameter.document"),
  measure: textParameter("api.parameter.measure"),
  fiscalYear: yearParameter("api.parameter.claimYear"),
};

export const claimResources: readonly Resource[] = [
  defineResource({
    path: "/claims",
    operation: "listClaims",
    summary: "api.operation.claims.summary",
    description: "api.operation.claims.description",
    query: z.strictObject({ ...claimFilters, ...pageParameters, lang: languageParameter }),
    answer: z.object({ items: z.array(claimSchema), next: nextSchema }).openapi("ClaimList"),
    async read({ context, query }) {
      const { claims } = await getCatalogue(context);
      return takePage(
        claims.filter((claim) => matches(claim, query)),
        ({ id }) => id,
        query,
      );
    },
    async example(context) {
      const first = (await getCatalogue(context)).claims[0];
      return { query: { ...(first && { measure: first.measure }), limit: "1" } };
    },
  }),
  defineResource({
    path: "/reconciliation",
    operation: "listReconciliation",
    summary: "api.operation.reconciliation.summary",
    description: "api.operation.reconciliation.description",
    query: z.strictObject({ ...claimFilters, ...documentPageParameters, lang: languageParameter }),
    answer: z.object({ items: z.array(reconciliationSchema), next: nextSchema }).openapi("ReconciliationList"),
    async read({ context, query, language }) {
      const reconciled = (await reconcileClaims(context, language)).filter(({ claim }) => matches(claim, query));
      const { items, next } = takePage(reconciled, ({ claim }) => claim.id, query);
      return { items: items.map(toReconciliationItem), next };
    },
    async example(context) {
      const first = (await getCatalogue(context)).claims[0];
      return { query: { ...(first && { measure: first.measure }), limit: "1" } };
    },
  }),
];

type Wanted = { document?: string | undefined; measure?: string | undefined; fiscalYear?: number | undefined };

function matches(claim: Claim, { document, measure, fiscalYear }: Wanted): boolean {
  return (
    (document === undefined || claim.source.document === document) &&
    (measure === undefined || claim.measure === measure) &&
    (fiscalYear === undefined || claim.fiscalYear === fiscalYear)
  );
}
