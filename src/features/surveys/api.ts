import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import { languageParameter, pageParameters } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { choiceField, localizedSchema, nextSchema, nullableDate, sourceSchema, toDate } from "../../web/api/schemas.ts";
import { getPublicResults, type SurveyResults } from "./results.ts";
import { listPublicSurveys } from "./service.ts";
import { questionKinds, type Survey } from "./survey.ts";
import { isCounted, type Tally } from "./tally.ts";

const facts = {
  id: z.string().openapi(describe("api.field.id")),
  fiscalYear: z.number().openapi(describe("api.field.fiscalYear")),
  title: localizedSchema.openapi(describe("api.field.surveyTitle")),
  introduction: localizedSchema.openapi(describe("api.field.surveyIntroduction")),
  asked: nullableDate("api.field.surveyAsked"),
  anonymous: z.boolean().openapi(describe("api.field.surveyAnonymous")),
  source: z.union([sourceSchema, z.null()]).openapi(describe("api.field.surveySource")),
};

const surveySchema = z.object(facts).openapi("Survey", describe("api.schema.Survey"));

const countSchema = z
  .object({
    value: z.string().openapi(describe("api.field.surveyValue")),
    text: localizedSchema.openapi(describe("api.field.surveyValueText")),
    count: z.number().openapi(describe("api.field.surveyCount")),
  })
  .openapi("SurveyCount", describe("api.schema.SurveyCount"));

const questionSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    kind: choiceField(questionKinds, "api.field.surveyQuestionKind"),
    text: localizedSchema.openapi(describe("api.field.surveyQuestionText")),
    answered: z.number().nullable().openapi(describe("api.field.surveyQuestionAnswered")),
    counts: z.array(countSchema).openapi(describe("api.field.surveyCounts")),
    mean: z.number().nullable().openapi(describe("api.field.surveyMean")),
  })
  .openapi("SurveyQuestion", describe("api.schema.SurveyQuestion"));

const resultsSchema = z
  .object({
    ...facts,
    invited: z.number().nullable().openapi(describe("api.field.surveyInvited")),
    answered: z.number().nullable().openapi(describe("api.field.surveyAnswered")),
    tooFew: z.boolean().openapi(describe("api.field.surveyTooFew")),
    questions: z.array(questionSchema).openapi(describe("api.field.surveyQuestions")),
    concerns: z.array(z.string()).openapi(describe("api.field.surveyConcerns")),
  })
  .openapi("SurveyResults", describe("api.schema.SurveyResults"));

/** Surveys whose results are everybody's: numbers, never who answered nor in which words. */
export const surveyResources: readonly Resource[] = [
  defineResource({
    path: "/surveys",
    operation: "listSurveys",
    summary: "api.operation.surveys.summary",
    description: "api.operation.surveys.description",
    query: z.strictObject({ ...pageParameters, lang: languageParameter }),
    answer: z.object({ items: z.array(surveySchema), next: nextSchema }).openapi("SurveyList"),
    async read({ context, query, language }) {
      const { items, next } = takePage(await listPublicSurveys(context), ({ id }) => id, query);
      return { items: items.map((survey) => toFacts(survey, language)), next };
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
  defineResource({
    path: "/surveys/{id}",
    operation: "getSurvey",
    summary: "api.operation.survey.summary",
    description: "api.operation.survey.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: resultsSchema,
    async read({ context, id, language }) {
      return toResults(await getPublicResults(context, id), language);
    },
    async example(context) {
      const [first] = await listPublicSurveys(context);
      return { id: first?.id, query: {} };
    },
    shorten: (answer) => ({
      ...answer,
      questions: answer.questions.slice(0, 2),
      concerns: answer.concerns.slice(0, 3),
    }),
  }),
];

function toFacts(survey: Survey, language: Language): z.input<typeof surveySchema> {
  const { id, fiscalYear, title, introduction, anonymous, source, asked } = survey;
  return { id, fiscalYear, title, introduction, anonymous, source, asked: toDate(asked, null, language) };
}

/** What only documents tell of has no answers of its own: nobody counted them, so there is no number. */
function toResults(results: SurveyResults, language: Language): z.input<typeof resultsSchema> {
  const { survey, invited, answered, tooFew, tallies, concerns } = results;
  const isCountedHere = survey.origin === "member";
  return {
    ...toFacts(survey, language),
    invited: isCountedHere ? invited : null,
    answered: isCountedHere ? answered : null,
    tooFew,
    questions: tallies.map((tally) => toQuestion(tally, isCountedHere && !tooFew)),
    concerns: concerns.map(({ id }) => id),
  };
}

function toQuestion({ question, answered, counts, mean }: Tally, isKnown: boolean): z.input<typeof questionSchema> {
  const { id, kind, text, options } = question;
  const textOf = (value: string) => options.choices.find((choice) => choice.id === value)?.text ?? {};
  return {
    ...{ id, kind, text },
    answered: isKnown ? answered : null,
    counts:
      isKnown && isCounted(question)
        ? counts.map((each) => ({ value: each.id, text: textOf(each.id), count: each.count }))
        : [],
    mean: isKnown ? mean : null,
  };
}
