import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import { choiceParameter, languageParameter, pageParameters, textParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { choiceField, localizedSchema, nextSchema, nullableDate, sourceSchema, toDate } from "../../web/api/schemas.ts";
import { findWait } from "./answer-time.ts";
import { type Concern, concernStates, concernThemes, verdicts } from "./concern.ts";
import { listConcerns } from "./service.ts";

const responseSchema = z
  .object({
    organisation: z.string().nullable().openapi(describe("api.field.concernRespondent")),
    text: localizedSchema.openapi(describe("api.field.concernResponseText")),
    answered: nullableDate("api.field.concernAnswered"),
    source: z.union([sourceSchema, z.null()]).openapi(describe("api.field.concernSource")),
  })
  .openapi("ConcernResponse", describe("api.schema.ConcernResponse"));

const judgementSchema = z
  .object({
    verdict: choiceField(verdicts, "api.field.concernVerdict"),
    note: localizedSchema.openapi(describe("api.field.concernNote")),
    judged: nullableDate("api.field.concernJudged"),
    survey: z.string().nullable().openapi(describe("api.field.concernJudgedIn")),
  })
  .openapi("ConcernJudgement", describe("api.schema.ConcernJudgement"));

const concernSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    raised: nullableDate("api.field.concernRaised"),
    organisation: z.string().nullable().openapi(describe("api.field.concernOrganisation")),
    survey: z.string().nullable().openapi(describe("api.field.concernSurvey")),
    theme: choiceField(concernThemes, "api.field.concernTheme"),
    text: localizedSchema.openapi(describe("api.field.concernText")),
    state: choiceField(publicStates(), "api.field.concernState"),
    continues: z.string().nullable().openapi(describe("api.field.concernContinues")),
    continuedBy: z.array(z.string()).openapi(describe("api.field.concernContinuedBy")),
    responses: z.array(responseSchema).openapi(describe("api.field.concernResponses")),
    judgements: z.array(judgementSchema).openapi(describe("api.field.concernJudgements")),
    daysToResponse: z.number().nullable().openapi(describe("api.field.concernDays")),
    source: z.union([sourceSchema, z.null()]).openapi(describe("api.field.concernSource")),
  })
  .openapi("Concern", describe("api.schema.Concern"));

/** Nobody outside sees a withdrawn one. */
function publicStates() {
  return concernStates.filter((state) => state !== "withdrawn");
}

export const concernResources: readonly Resource[] = [
  defineResource({
    path: "/concerns",
    operation: "listConcerns",
    summary: "api.operation.concerns.summary",
    description: "api.operation.concerns.description",
    query: z.strictObject({
      theme: choiceParameter(concernThemes, "api.parameter.concernTheme"),
      state: choiceParameter(concernStates, "api.parameter.concernState"),
      survey: textParameter("api.parameter.concernSurvey"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(concernSchema), next: nextSchema }).openapi("ConcernList"),
    async read({ context, query, language }) {
      const { theme, state, survey } = query;
      const chosen = (await listConcerns(context, "public")).filter(
        (concern) =>
          (theme === undefined || concern.theme === theme) &&
          (state === undefined || concern.state === state) &&
          (survey === undefined || concern.survey === survey),
      );
      const { items, next } = takePage(chosen, ({ id }) => id, query);
      return { items: items.map((concern) => toAnswer(concern, language)), next };
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
];

function toAnswer(concern: Concern, language: Language): z.input<typeof concernSchema> {
  const { id, organisation, survey, theme, text, state, continues, continuedBy, source } = concern;
  return {
    ...{ id, organisation, survey, theme, text, state, continues, continuedBy, source },
    raised: toDate(concern.raised, null, language),
    responses: concern.responses.map((response) => ({
      organisation: response.organisation,
      text: response.text,
      answered: toDate(response.answered, null, language),
      source: response.source,
    })),
    judgements: concern.judgements.map(({ verdict, note, judged, survey: judgedIn }) => ({
      ...{ verdict, note },
      judged: toDate(judged, null, language),
      survey: judgedIn,
    })),
    daysToResponse: findWait(concern)?.days ?? null,
  };
}
