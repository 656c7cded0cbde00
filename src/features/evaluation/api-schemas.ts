import { z } from "@hono/zod-openapi";
import { describe } from "../../web/api/describe.ts";
import { choiceField, daySchema, localizedSchema, nextSchema } from "../../web/api/schemas.ts";
import { deepeningSteps, evidenceKinds, indicatorIds, statementSections } from "./draft.ts";

/** What the API says about evaluations and about the deepening of partnerships. */

const fiscalYear = z.int().openapi(describe("api.field.deepeningYear"));
const evidenceSchema = z
  .object({
    kind: choiceField(evidenceKinds, "api.field.evidenceKind"),
    id: z.string().openapi(describe("api.field.evidenceId")),
  })
  .openapi("Evidence", describe("api.schema.Evidence"));
const evidenceList = z.array(evidenceSchema).openapi(describe("api.field.evidence"));
const typeChoices = ["A", "B", "none"] as const;

const publishedSchema = z
  .object({
    step: choiceField(deepeningSteps, "api.field.deepeningStep"),
    measure: z.string().openapi(describe("api.field.measure")),
    times: z.int().openapi(describe("api.field.publishedTimes")),
    people: z.int().nullable().openapi(describe("api.field.publishedPeople")),
    document: z.string().openapi(describe("api.field.sourceDocument")),
    place: z.string().openapi(describe("api.field.sourcePlace")),
  })
  .openapi("PublishedStep", describe("api.schema.PublishedStep"));

export const deepeningSchema = z
  .object({
    partnership: z.string().openapi(describe("api.field.partnership")),
    deepest: z.union([choiceField(deepeningSteps, "api.field.deepest"), z.null()]),
    years: z
      .array(
        z.object({
          fiscalYear,
          stated: z.string().nullable().openapi(describe("api.field.deepeningStated")),
          steps: z
            .array(z.object({ step: choiceField(deepeningSteps, "api.field.deepeningStep"), records: evidenceList }))
            .openapi(describe("api.field.deepeningSteps")),
          published: z.array(publishedSchema).openapi(describe("api.field.deepeningPublished")),
        }),
      )
      .openapi(describe("api.field.deepeningYears")),
  })
  .openapi("Deepening", describe("api.schema.Deepening"));

export const deepeningListSchema = z
  .object({
    asOf: daySchema.openapi(describe("api.field.evaluationAsOf")),
    items: z.array(deepeningSchema),
    next: nextSchema,
  })
  .openapi("DeepeningList");

export const evaluationSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    kind: choiceField(["yearly", "mid-term"], "api.field.evaluationKind"),
    title: localizedSchema.openapi(describe("api.field.title")),
    firstYear: z.int().openapi(describe("api.field.evaluationFirstYear")),
    lastYear: z.int().openapi(describe("api.field.evaluationLastYear")),
    asOf: daySchema.openapi(describe("api.field.evaluationAsOf")),
    finished: z
      .string()
      .nullable()
      .openapi({ ...describe("api.field.evaluationFinished"), format: "date-time" }),
    finishedBy: z.string().nullable().openapi(describe("api.field.evaluationFinishedBy")),
    withoutSelfAssessments: z
      .object({
        missing: z.int().openapi(describe("api.field.assessmentsMissing")),
        of: z.int().openapi(describe("api.field.assessmentsOf")),
        reason: localizedSchema.openapi(describe("api.field.assessmentsReason")),
      })
      .nullable()
      .openapi(describe("api.field.evaluationWithoutAssessments")),
    types: z
      .array(
        z.object({
          organisation: z.string().openapi(describe("api.field.organisation")),
          counted: choiceField(typeChoices, "api.field.typeCounted"),
          decided: z.union([choiceField(typeChoices, "api.field.typeDecided"), z.null()]),
          decidedReason: localizedSchema.openapi(describe("api.field.typeDecidedReason")),
          reasons: z.array(localizedSchema).openapi(describe("api.field.typeReasons")),
        }),
      )
      .openapi(describe("api.field.evaluationTypes")),
    statements: z
      .array(
        z.object({
          section: choiceField(statementSections, "api.field.statementSection"),
          organisation: z.string().nullable().openapi(describe("api.field.statementOrganisation")),
          text: localizedSchema.openapi(describe("api.field.statementText")),
          origin: choiceField(["records", "document", "written"], "api.field.statementOrigin"),
          evidence: evidenceList,
        }),
      )
      .openapi(describe("api.field.evaluationStatements")),
    indicators: z
      .array(
        z.object({
          id: choiceField(indicatorIds, "api.field.indicatorId"),
          years: z.array(
            z.object({
              fiscalYear,
              value: z.number().nullable().openapi(describe("api.field.indicatorValue")),
              of: z.number().nullable().openapi(describe("api.field.indicatorOf")),
              published: z.number().nullable().openapi(describe("api.field.indicatorPublished")),
            }),
          ),
        }),
      )
      .openapi(describe("api.field.evaluationIndicators")),
    deepening: z.array(deepeningSchema).openapi(describe("api.field.evaluationDeepening")),
    documents: z.array(z.string()).openapi(describe("api.field.evaluationDocuments")),
  })
  .openapi("Evaluation", describe("api.schema.Evaluation"));
