import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { choiceParameter, languageParameter, pageParameters, textParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { nextSchema, toDate } from "../../web/api/schemas.ts";
import { projectSchema } from "./api-schemas.ts";
import { type Project, projectKinds } from "./project.ts";
import type { PeriodValue } from "./results.ts";
import { getProject, getProjects } from "./service.ts";

export const projectResources: readonly Resource[] = [
  defineResource({
    path: "/projects",
    operation: "listProjects",
    summary: "api.operation.projects.summary",
    description: "api.operation.projects.description",
    query: z.strictObject({
      kind: choiceParameter(projectKinds, "api.parameter.projectKind"),
      partnership: textParameter("api.parameter.partnership"),
      topic: textParameter("api.parameter.topic"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(projectSchema), next: nextSchema }).openapi("ProjectList"),
    async read({ context, query, language }) {
      const wanted = (await getProjects(context)).filter(
        ({ kind, partnership, topics }) =>
          (query.kind === undefined || kind === query.kind) &&
          (query.partnership === undefined || partnership === query.partnership) &&
          (query.topic === undefined || topics.includes(query.topic)),
      );
      const { items, next } = takePage(wanted, ({ id }) => id, query);
      return { items: items.map((item) => toProjectItem(item, language)), next };
    },
    async example(context) {
      const first = (await getProjects(context))[0];
      return { query: { ...(first && { kind: first.kind }), limit: "1" } };
    },
  }),
  defineResource({
    path: "/projects/{id}",
    operation: "getProject",
    summary: "api.operation.project.summary",
    description: "api.operation.project.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: projectSchema,
    read: async ({ context, id, language }) => toProjectItem(await getProject(context, id), language),
    async example(context) {
      return { id: (await getProjects(context))[0]?.id, query: {} };
    },
  }),
];

function toProjectItem(project: Project, language: Language): z.infer<typeof projectSchema> {
  const { period, periodText, periodFrom, periodTo, phases, milestones, sites, results, ...rest } = project;
  return {
    ...rest,
    period: toDate(period, periodText, language),
    phases: phases.map(({ number, name, status, source, ...phase }) => ({
      number,
      name,
      period: toDate(phase.period, phase.periodText, language),
      status,
      source,
    })),
    milestones: milestones.map(({ status, phase, responsible, text, source, date, dateText }) => ({
      date: toDate(date, dateText, language),
      status,
      phase,
      responsible,
      text,
      source,
    })),
    sites: sites.map(({ name, place, purpose, source }) => ({ name, place, purpose, source })),
    results: results.map(({ date, dateText, baseline, target, actuals, ...result }) => ({
      ...result,
      date: toDate(date, dateText, language),
      baseline: baseline && toMeasure(baseline, language),
      target: target && toMeasure(target, language),
      actuals: actuals.map(({ uncertainty, source, ...actual }) => ({
        ...toMeasure(actual, language),
        uncertainty,
        source,
      })),
    })),
  };
}

function toMeasure({ value, period, from, to }: PeriodValue, language: Language) {
  return { value, period: toDate(period, null, language) ?? { edtf: period, from, to, text: null } };
}
