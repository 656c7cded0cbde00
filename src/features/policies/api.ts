import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { describe } from "../../web/api/describe.ts";
import {
  choiceParameter,
  languageParameter,
  pageParameters,
  textParameter,
  yearParameter,
} from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { choiceField, localizedSchema, nextSchema, nullableDate, toDate } from "../../web/api/schemas.ts";
import { describeTarget } from "./describe-target.ts";
import type { PolicyTarget } from "./item.ts";
import { type ItemSummary, idsInForce } from "./item-row.ts";
import {
  importances,
  policyKinds,
  policyLinkKinds,
  targetBounds,
  targetIndicators,
  targetMeasures,
  targetUnits,
} from "./policy.ts";
import { choosePolicies, getApprovedClippings, getPolicies, getPublicPolicies } from "./public-policies.ts";
import { getItem, getLinks, getTargets, regionsWithin } from "./service.ts";

const referenceSchema = z
  .object({
    title: z.string().openapi(describe("api.field.policyReferenceTitle")),
    url: z.string().nullable().openapi(describe("api.field.policyReferenceUrl")),
    checked: choiceField(["text", "page", "memory"], "api.field.policyChecked"),
  })
  .openapi("PolicyReference", describe("api.schema.PolicyReference"));

const policyFields = {
  id: z.string().openapi(describe("api.field.id")),
  kind: z.union([choiceField(policyKinds, "api.field.policyKind"), z.null()]),
  title: localizedSchema.openapi(describe("api.field.policyTitle")),
  language: z.string().openapi(describe("api.field.policyLanguage")),
  documentNumber: z.string().nullable().openapi(describe("api.field.policyNumber")),
  bodies: z.array(z.string()).openapi(describe("api.field.policyBodies")),
  bodyNames: z.array(z.string()).openapi(describe("api.field.policyBodyNames")),
  written: nullableDate("api.field.policyWritten"),
  published: nullableDate("api.field.policyPublished"),
  inForce: nullableDate("api.field.policyInForce"),
  ended: nullableDate("api.field.policyEnded"),
  regions: z.array(z.string()).openapi(describe("api.field.policyRegions")),
  topics: z.array(z.string()).openapi(describe("api.field.policyTopics")),
  importance: choiceField(importances, "api.field.policyImportance"),
  url: z.string().nullable().openapi(describe("api.field.policyUrl")),
  reference: z.union([referenceSchema, z.null()]).openapi(describe("api.field.policyReference")),
};
const policySchema = z.object(policyFields).openapi("Policy", describe("api.schema.Policy"));

const targetSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    policy: z.string().openapi(describe("api.field.targetPolicy")),
    place: z.string().nullable().openapi(describe("api.field.targetPlace")),
    sentence: z.string().nullable().openapi(describe("api.field.targetSentence")),
    region: z.string().nullable().openapi(describe("api.field.targetRegion")),
    indicator: choiceField(targetIndicators, "api.field.targetIndicator"),
    measure: choiceField(targetMeasures, "api.field.targetMeasure"),
    value: z.number().openapi(describe("api.field.targetValue")),
    unit: choiceField(targetUnits, "api.field.targetUnit"),
    bound: choiceField(targetBounds, "api.field.targetBound"),
    baseYear: z.number().int().nullable().openapi(describe("api.field.targetBaseYear")),
    targetYear: z.number().int().nullable().openapi(describe("api.field.targetYear")),
    scope: z.union([localizedSchema, z.null()]).openapi(describe("api.field.targetScope")),
    label: z.string().openapi(describe("api.field.targetLabel")),
  })
  .openapi("PolicyTarget", describe("api.schema.PolicyTarget"));

const policyDetailSchema = z
  .object({
    ...policyFields,
    clipping: z
      .union([
        z.object({
          month: z.string().nullable().openapi(describe("api.field.clippingMonth")),
          summary: localizedSchema.openapi(describe("api.field.clippingSummary")),
          why: localizedSchema.openapi(describe("api.field.clippingWhy")),
        }),
        z.null(),
      ])
      .openapi(describe("api.field.policyClipping")),
    targets: z.array(targetSchema).openapi(describe("api.field.policyTargets")),
    links: z
      .array(
        z.object({
          policy: z.string().openapi(describe("api.field.linkPolicy")),
          kind: choiceField(policyLinkKinds, "api.field.linkKind"),
          target: z.string().openapi(describe("api.field.linkTarget")),
        }),
      )
      .openapi(describe("api.field.policyLinks")),
  })
  .openapi("PolicyDetail", describe("api.schema.PolicyDetail"));

/** Public items only, as on the public pages: no text of a document. */
export const policyResources: readonly Resource[] = [
  defineResource({
    path: "/policies",
    operation: "listPolicies",
    summary: "api.operation.policies.summary",
    description: "api.operation.policies.description",
    query: z.strictObject({
      topic: textParameter("api.parameter.policyTopic"),
      region: textParameter("api.parameter.policyRegion"),
      kind: choiceParameter(policyKinds, "api.parameter.policyKind"),
      importance: choiceParameter(importances, "api.parameter.policyImportance"),
      year: yearParameter("api.parameter.policyYear"),
      body: textParameter("api.parameter.policyBody"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(policySchema), next: nextSchema }).openapi("PolicyList"),
    async read({ context, query, language }) {
      const regions = query.region === undefined ? undefined : await regionsWithin(context, query.region);
      const chosen = choosePolicies(await getPublicPolicies(context), { ...query, regions });
      const { items, next } = takePage(chosen, ({ id }) => id, query);
      const policies = await getPolicies(
        context,
        items.map(({ id }) => id),
      );
      return { items: policies.map((item) => toPolicy(item, language)), next };
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
  defineResource({
    path: "/policies/{id}",
    operation: "getPolicy",
    summary: "api.operation.policy.summary",
    description: "api.operation.policy.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: policyDetailSchema,
    async read({ context, id, language }) {
      const item = await getItem(context, null, id);
      const [clipping] = await getApprovedClippings(context, [id]);
      const targets = await getTargets(context, null, { item: id, states: ["confirmed"] });
      const links = await getLinks(context, null, id);
      return {
        ...toPolicy(item, language),
        clipping: clipping ? { month: clipping.month, summary: clipping.summary, why: clipping.why } : null,
        targets: targets.map((target) => toTarget(target, language)),
        links: links.map(({ item: policy, kind, target }) => ({ policy, kind, target })),
      };
    },
    async example(context) {
      return { id: await findExample(context), query: {} };
    },
    shorten: (answer) => ({ ...answer, targets: answer.targets.slice(0, 1), links: answer.links.slice(0, 1) }),
  }),
  defineResource({
    path: "/policy-targets",
    operation: "listPolicyTargets",
    summary: "api.operation.policyTargets.summary",
    description: "api.operation.policyTargets.description",
    query: z.strictObject({
      policy: textParameter("api.parameter.targetPolicy"),
      region: textParameter("api.parameter.policyRegion"),
      indicator: choiceParameter(targetIndicators, "api.parameter.targetIndicator"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(targetSchema), next: nextSchema }).openapi("PolicyTargetList"),
    async read({ context, query, language }) {
      const { policy, region, indicator } = query;
      const targets = await getTargets(context, null, { item: policy, region, states: ["confirmed"] });
      const chosen = targets.filter((target) => indicator === undefined || target.indicator === indicator);
      const { items, next } = takePage(chosen, ({ id }) => id, query);
      return { items: items.map((target) => toTarget(target, language)), next };
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
];

/** One that sets targets shows most. */
async function findExample(context: Context): Promise<string | undefined> {
  const [target] = await getTargets(context, null, { states: ["confirmed"] });
  return target?.item ?? (await getPublicPolicies(context))[0]?.id;
}

function toPolicy(item: ItemSummary, language: Language): z.infer<typeof policySchema> {
  const date = (edtf: string | null) => toDate(edtf, null, language);
  const { id, kind, title, documentNumber, bodies, bodyNames, url, reference } = item;
  return {
    ...{ id, kind, title, language: item.language, documentNumber, bodies, bodyNames },
    written: date(item.written),
    published: date(item.published),
    inForce: date(item.inForce),
    ended: date(item.ended),
    regions: idsInForce(item.regions),
    topics: idsInForce(item.topics),
    importance: item.importance ?? item.importanceProposed,
    ...{ url, reference },
  };
}

function toTarget(target: PolicyTarget, language: Language): z.infer<typeof targetSchema> {
  const { item, state: _, decidedBy: __, ...stated } = target;
  return { ...stated, policy: item, label: describeTarget(target, language) };
}
