import { z } from "@hono/zod-openapi";
import { type Language, languages } from "../../core/language.ts";
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
import { choiceField, localizedSchema, nextSchema, nullableDate, sourceSchema, toDate } from "../../web/api/schemas.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getProgramme } from "../programme/service.ts";
import { difficulties, helpKinds, learntWays, type Need, needStates, urgencies } from "./need.ts";
import { chooseNeeds } from "./need-filter.ts";
import { capacityUnits, costBearers, type Offer, offerForms, offerStates } from "./offer.ts";
import { chooseOffers } from "./offer-filter.ts";
import { listPublicNeeds, listPublicOffers } from "./service.ts";

const orNull = (schema: z.ZodType) => z.union([schema, z.null()]);
const shared = {
  id: z.string().openapi(describe("api.field.id")),
  organisation: z.string().openapi(describe("api.field.needOrganisation")),
  language: z.enum(languages).openapi(describe("api.field.needLanguage")),
  title: localizedSchema.openapi(describe("api.field.needTitle")),
  detail: localizedSchema.openapi(describe("api.field.needDetail")),
  topics: z.array(z.string()).openapi(describe("api.field.needTopics")),
  kinds: z.array(choiceField(helpKinds, "api.field.needKinds")),
  difficulty: orNull(choiceField(difficulties, "api.field.needDifficulty")),
  languages: z.array(z.enum(languages)).openapi(describe("api.field.needLanguages")),
  source: orNull(sourceSchema),
};

const needSchema = z
  .object({
    ...shared,
    addressedTo: z.string().nullable().openapi(describe("api.field.needAddressedTo")),
    urgency: orNull(choiceField(urgencies, "api.field.needUrgency")),
    learnt: nullableDate("api.field.needLearnt"),
    learntBy: orNull(choiceField(learntWays, "api.field.needLearntBy")),
    saidBy: localizedSchema.openapi(describe("api.field.needSaidBy")),
    fiscalYear: z.number().int().nullable().openapi(describe("api.field.needFiscalYear")),
    state: choiceField(needStates, "api.field.needState"),
    replacedBy: z.string().nullable().openapi(describe("api.field.needReplacedBy")),
  })
  .openapi("Need", describe("api.schema.Need"));

const offerSchema = z
  .object({
    ...shared,
    organisation: z.string().openapi(describe("api.field.offerOrganisation")),
    title: localizedSchema.openapi(describe("api.field.offerTitle")),
    forms: z.array(choiceField(offerForms, "api.field.offerForms")),
    experience: localizedSchema.openapi(describe("api.field.offerExperience")),
    facilities: localizedSchema.openapi(describe("api.field.offerFacilities")),
    conditions: localizedSchema.openapi(describe("api.field.offerConditions")),
    costBorneBy: orNull(choiceField(costBearers, "api.field.offerCostBorneBy")),
    capacityUnit: orNull(choiceField(capacityUnits, "api.field.offerCapacityUnit")),
    capacities: z
      .array(z.object({ fiscalYear: z.number().int(), capacity: z.number().int() }))
      .openapi(describe("api.field.offerCapacities")),
    state: choiceField(offerStates, "api.field.offerState"),
  })
  .openapi("Offer", describe("api.schema.Offer"));

/** What is public, as on the public pages. */
export const needResources: readonly Resource[] = [
  defineResource({
    path: "/needs",
    operation: "listNeeds",
    summary: "api.operation.needs.summary",
    description: "api.operation.needs.description",
    query: z.strictObject({
      organisation: textParameter("api.parameter.needOrganisation"),
      topic: textParameter("api.parameter.needTopic"),
      kind: choiceParameter(helpKinds, "api.parameter.needKind"),
      state: choiceParameter(needStates, "api.parameter.needState"),
      year: yearParameter("api.parameter.needYear"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(needSchema), next: nextSchema }).openapi("NeedList"),
    async read({ context, query, language }) {
      const { calendar } = await getProgramme(context);
      const chosen = chooseNeeds(await listPublicNeeds(context), query, calendar, await findGovernments(context));
      const { items, next } = takePage(chosen, ({ id }) => id, query);
      return { items: items.map((need) => toNeed(need, language)), next };
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
  defineResource({
    path: "/offers",
    operation: "listOffers",
    summary: "api.operation.offers.summary",
    description: "api.operation.offers.description",
    query: z.strictObject({
      organisation: textParameter("api.parameter.offerOrganisation"),
      topic: textParameter("api.parameter.needTopic"),
      kind: choiceParameter(helpKinds, "api.parameter.needKind"),
      state: choiceParameter(offerStates, "api.parameter.offerState"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(offerSchema), next: nextSchema }).openapi("OfferList"),
    async read({ context, query }) {
      const chosen = chooseOffers(await listPublicOffers(context), query, await findGovernments(context));
      const { items, next } = takePage(chosen, ({ id }) => id, query);
      return { items: items.map(toOffer), next };
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
];

async function findGovernments(context: Context): Promise<(id: string) => string> {
  const directory = await getDirectory(context);
  return (id) => directory.find(id)?.government ?? id;
}

function toNeed(need: Need, language: Language): z.infer<typeof needSchema> {
  const { id, organisation, addressedTo, title, detail, topics, kinds, difficulty, urgency, saidBy } = need;
  return {
    ...{ id, organisation, addressedTo, language: need.language, title, detail, topics, kinds, difficulty, urgency },
    languages: need.languages,
    learnt: toDate(need.learnt, null, language),
    learntBy: need.learntBy,
    saidBy,
    fiscalYear: need.fiscalYear,
    state: need.state,
    replacedBy: need.replacedBy,
    source: need.source,
  };
}

function toOffer(offer: Offer): z.infer<typeof offerSchema> {
  const { id, organisation, language, title, detail, topics, kinds, forms, difficulty, experience, facilities } = offer;
  const { conditions, costBorneBy, capacityUnit, capacities, state, source } = offer;
  return {
    ...{ id, organisation, language, title, detail, topics, kinds, forms, difficulty, languages: offer.languages },
    ...{ experience, facilities, conditions, costBorneBy, capacityUnit, capacities, state, source },
  };
}
