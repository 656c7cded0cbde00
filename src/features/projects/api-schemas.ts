import { z } from "@hono/zod-openapi";
import { describe } from "../../web/api/describe.ts";
import { choiceField, dateSchema, localizedSchema, nullableDate, sourceSchema } from "../../web/api/schemas.ts";
import { milestoneStatuses, phaseStatuses, projectKinds, projectRoles } from "./project.ts";
import { resultStages, resultStates } from "./results.ts";

/** What the API says about projects. */

const localized = (key: Parameters<typeof describe>[0]) => localizedSchema.openapi(describe(key));
const id = (key: Parameters<typeof describe>[0]) => z.string().nullable().openapi(describe(key));

const measureSchema = z
  .object({ value: z.number().openapi(describe("api.field.measureValue")), period: dateSchema })
  .openapi("ProjectMeasure", describe("api.schema.ProjectMeasure"));
const nullableMeasure = (key: Parameters<typeof describe>[0]) =>
  z.union([measureSchema, z.null()]).openapi(describe(key));

const resultSchema = z
  .object({
    number: z.int().openapi(describe("api.field.resultNumber")),
    stage: choiceField(resultStages, "api.field.resultStage"),
    state: choiceField(resultStates, "api.field.resultState"),
    date: nullableDate("api.field.resultDate"),
    text: localized("api.field.resultText"),
    policy: id("api.field.resultPolicy"),
    policyText: localized("api.field.resultPolicyText"),
    indicator: localized("api.field.indicator"),
    unit: id("api.field.indicatorUnit"),
    baseline: nullableMeasure("api.field.baseline"),
    target: nullableMeasure("api.field.target"),
    actuals: z
      .array(
        z.object({
          value: z.number().openapi(describe("api.field.measureValue")),
          uncertainty: z.number().nullable().openapi(describe("api.field.measureUncertainty")),
          period: dateSchema,
          source: sourceSchema,
        }),
      )
      .openapi(describe("api.field.actuals")),
    method: localized("api.field.indicatorMethod"),
    uncertainty: localized("api.field.uncertainty"),
    verifiedBy: id("api.field.verifiedBy"),
    verifiedText: localized("api.field.verifiedText"),
    source: sourceSchema,
  })
  .openapi("ProjectResult", describe("api.schema.ProjectResult"));

export const projectSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    kind: choiceField(projectKinds, "api.field.projectKind"),
    status: z.string().openapi(describe("api.field.projectStatus")),
    title: localized("api.field.title"),
    content: localized("api.field.content"),
    period: nullableDate("api.field.projectPeriod"),
    partnership: id("api.field.partnership"),
    agreement: id("api.field.agreement"),
    funding: z.string().openapi(describe("api.field.funding")),
    budgetReference: id("api.field.budgetReference"),
    method: localized("api.field.projectMethod"),
    data: localized("api.field.projectData"),
    topics: z.array(z.string()).openapi(describe("api.field.topics")),
    parties: z
      .array(
        z.object({
          organisation: z.string().openapi(describe("api.field.organisation")),
          role: choiceField(projectRoles, "api.field.role"),
          description: localized("api.field.partyDescription"),
        }),
      )
      .openapi(describe("api.field.parties")),
    phases: z
      .array(
        z.object({
          number: z.int().openapi(describe("api.field.phaseNumber")),
          name: localized("api.field.name"),
          period: nullableDate("api.field.projectPeriod"),
          status: choiceField(phaseStatuses, "api.field.phaseStatus"),
          source: sourceSchema,
        }),
      )
      .openapi(describe("api.field.phases")),
    milestones: z
      .array(
        z.object({
          date: nullableDate("api.field.date"),
          status: choiceField(milestoneStatuses, "api.field.milestoneStatus"),
          phase: z.int().nullable().openapi(describe("api.field.phaseNumber")),
          responsible: id("api.field.responsible"),
          text: localized("api.field.milestoneText"),
          source: sourceSchema,
        }),
      )
      .openapi(describe("api.field.milestones")),
    sites: z
      .array(
        z.object({
          name: localized("api.field.name"),
          place: id("api.field.sitePlace"),
          purpose: localized("api.field.sitePurpose"),
          source: sourceSchema,
        }),
      )
      .openapi(describe("api.field.sites")),
    results: z.array(resultSchema).openapi(describe("api.field.projectResults")),
    source: sourceSchema,
  })
  .openapi("Project", describe("api.schema.Project"));
