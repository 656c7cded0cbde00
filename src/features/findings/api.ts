import { z } from "@hono/zod-openapi";
import { BadParameters } from "../../web/api/bad-parameters.ts";
import { describe } from "../../web/api/describe.ts";
import {
  choiceParameter,
  dayParameter,
  documentPageParameters,
  flagParameter,
  languageParameter,
  textParameter,
} from "../../web/api/parameters.ts";
import { defineResource, type Resource } from "../../web/api/resource.ts";
import { nextSchema } from "../../web/api/schemas.ts";
import { findingRules, findingSeverities } from "./finding.ts";
import { toFindingItem } from "./finding-items.ts";
import { getFindingPage } from "./service.ts";

const findingSchema = z
  .object({
    rule: z.enum(findingRules).openapi(describe("api.field.rule")),
    severity: z.enum(findingSeverities).openapi(describe("api.field.severity")),
    record: z.string().openapi(describe("api.field.findingRecord")),
    related: z.array(z.string()).openapi(describe("api.field.related")),
    message: z.string().openapi(describe("api.field.message")),
    accepted: z.boolean().openapi(describe("api.field.accepted")),
    reason: z.string().nullable().openapi(describe("api.field.acceptedReason")),
  })
  .openapi("Finding", describe("api.schema.Finding"));

export const findingResources: readonly Resource[] = [
  defineResource({
    path: "/findings",
    operation: "listFindings",
    summary: "api.operation.findings.summary",
    description: "api.operation.findings.description",
    query: z.strictObject({
      rule: choiceParameter(findingRules, "api.parameter.rule"),
      severity: choiceParameter(findingSeverities, "api.parameter.severity"),
      record: textParameter("api.parameter.record"),
      accepted: flagParameter("api.parameter.accepted"),
      asOf: dayParameter("api.parameter.findingsAsOf"),
      ...documentPageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(findingSchema), next: nextSchema }).openapi("FindingList"),
    async read({ context, query, language }) {
      const { limit, cursor, lang: _lang, ...rest } = query;
      const filter = { ...rest, asOf: rest.asOf ?? context.clock.today() };
      const page = { limit, afterId: readCursor(cursor) };
      const { findings, next } = await getFindingPage(context, filter, page, language);
      return {
        items: findings.map((finding) => toFindingItem(finding, language)),
        next: next === null ? undefined : Buffer.from(String(next)).toString("base64url"),
      };
    },
    async example(context) {
      return { query: { asOf: context.clock.today(), limit: "1" } };
    },
  }),
];

function readCursor(text: string | undefined): number {
  if (text === undefined) return 0;
  const id = Buffer.from(text, "base64url").toString("latin1");
  if (!/^\d{1,9}$/.test(id)) throw new BadParameters([{ field: "cursor", reason: "api.reason.cursor" }]);
  return Number(id);
}
