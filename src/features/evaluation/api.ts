import { z } from "@hono/zod-openapi";
import {
  choiceParameter,
  languageParameter,
  pageParameters,
  textParameter,
  yearParameter,
} from "../../web/api/parameters.ts";
import {
  defineFileResource,
  defineResource,
  type FileResource,
  type Resource,
  takePage,
} from "../../web/api/resource.ts";
import { nextSchema } from "../../web/api/schemas.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { deepeningListSchema, type deepeningSchema, evaluationSchema } from "./api-schemas.ts";
import { writeDeepeningCsv } from "./deepening-csv.ts";
import { type DeepeningRow, deepeningSteps } from "./draft.ts";
import { getPublicEvaluation, listPublicEvaluations, type PublicEvaluation } from "./public-evaluations.ts";
import { getDeepening } from "./trace-programme.ts";

const kinds = ["yearly", "mid-term"] as const;

export const evaluationResources: readonly Resource[] = [
  defineResource({
    path: "/deepening",
    operation: "listDeepening",
    summary: "api.operation.deepening.summary",
    description: "api.operation.deepening.description",
    query: z.strictObject({
      partnership: textParameter("api.parameter.partnership"),
      step: choiceParameter(deepeningSteps, "api.parameter.deepeningStep"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: deepeningListSchema,
    async read({ context, query }) {
      const { asOf, rows } = await getDeepening(context);
      const wanted = rows.filter(
        ({ partnership, years }) =>
          (query.partnership === undefined || partnership === query.partnership) &&
          (query.step === undefined ||
            years.some(({ steps }) =>
              deepeningSteps.some((step) => step === query.step && (steps[step] ?? []).length > 0),
            )),
      );
      const { items, next } = takePage(wanted, ({ partnership }) => partnership, query);
      return { asOf, items: items.map(toDeepening), next };
    },
    async example(context) {
      const first = (await getPartnerships(context))[0];
      return { query: { ...(first && { partnership: first.id }), limit: "1" } };
    },
  }),
  defineResource({
    path: "/evaluations",
    operation: "listEvaluations",
    summary: "api.operation.evaluations.summary",
    description: "api.operation.evaluations.description",
    query: z.strictObject({
      kind: choiceParameter(kinds, "api.parameter.evaluationKind"),
      fiscalYear: yearParameter("api.parameter.evaluationYear"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(evaluationSchema), next: nextSchema }).openapi("EvaluationList"),
    async read({ context, query }) {
      const wanted = (await listPublicEvaluations(context)).filter(
        ({ evaluation: { kind, firstYear, lastYear } }) =>
          (query.kind === undefined || kind === query.kind) &&
          (query.fiscalYear === undefined || (firstYear <= query.fiscalYear && query.fiscalYear <= lastYear)),
      );
      const { items, next } = takePage(wanted, ({ evaluation }) => evaluation.id, query);
      return { items: items.map(toEvaluation), next };
    },
    example: async () => ({ query: { limit: "1" } }),
  }),
  defineResource({
    path: "/evaluations/{id}",
    operation: "getEvaluation",
    summary: "api.operation.evaluation.summary",
    description: "api.operation.evaluation.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: evaluationSchema,
    async read({ context, id }) {
      return toEvaluation(await getPublicEvaluation(context, id));
    },
    async example(context) {
      const [first] = await listPublicEvaluations(context);
      return { id: first?.evaluation.id, query: {} };
    },
    shorten: (answer) => ({
      ...answer,
      types: answer.types.slice(0, 1),
      statements: answer.statements.slice(0, 2),
      indicators: answer.indicators.slice(0, 1),
      deepening: answer.deepening.slice(0, 1),
    }),
  }),
];

export const evaluationFileResources: readonly FileResource[] = [
  defineFileResource({
    path: "/deepening/file",
    operation: "getDeepeningFile",
    summary: "api.operation.deepeningFile.summary",
    description: "api.operation.deepeningFile.description",
    query: z.strictObject({ lang: languageParameter }),
    mediaTypes: ["text/csv; charset=utf-8"],
    async readFile({ context }) {
      const { rows, asOf } = await getDeepening(context);
      const text = writeDeepeningCsv(rows, await getPartnerships(context));
      return {
        contentType: "text/csv; charset=utf-8",
        fileName: `deepening-${asOf}.csv`,
        bytes: new TextEncoder().encode(text),
      };
    },
    example: async () => ({ query: {} }),
  }),
];

function toDeepening({ partnership, deepest, years }: DeepeningRow): z.infer<typeof deepeningSchema> {
  return {
    partnership,
    deepest,
    years: years.map(({ fiscalYear, stated, steps, published = [] }) => ({
      fiscalYear,
      stated,
      steps: deepeningSteps.flatMap((step) => {
        const records = steps[step] ?? [];
        return records.length === 0 ? [] : [{ step, records }];
      }),
      published: published.map(({ step, measure, times, people, place }) => ({
        step,
        measure,
        times,
        people,
        ...place,
      })),
    })),
  };
}

function toEvaluation({
  evaluation,
  frozen,
  types,
  statements,
  documents,
}: PublicEvaluation): z.infer<typeof evaluationSchema> {
  const { id, kind, title, firstYear, lastYear, asOf, finishedAt } = evaluation;
  return {
    ...{ id, kind, title, firstYear, lastYear, asOf },
    documents: documents.map((document) => document.id),
    finished: finishedAt?.toISOString() ?? null,
    finishedBy: frozen.by ?? null,
    withoutSelfAssessments: frozen.missingWords ?? null,
    types: types.map(({ organisation, counted, decided, decidedReason, reasons }) => ({
      ...{ organisation, counted, decided, decidedReason },
      reasons: reasons.map(({ text }) => text),
    })),
    statements: statements.map(({ section, organisation, text, state, drafted, evidence }) => ({
      ...{ section, organisation, text, evidence },
      origin: state === "written" || drafted === null ? "written" : drafted.origin,
    })),
    indicators: frozen.indicators.map((indicator) => ({
      id: indicator.id,
      years: indicator.years.map(({ fiscalYear, value, of, published }) => ({
        ...{ fiscalYear, value, of },
        published: published ?? null,
      })),
    })),
    deepening: frozen.deepening.map(toDeepening),
  };
}
