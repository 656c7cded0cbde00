import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import { choiceField, localizedSchema, nullableDate, sourceSchema, toDate } from "../../web/api/schemas.ts";
import type { Activity } from "./activity.ts";
import {
  activityFundings,
  activityKinds,
  activityLevels,
  activityStatuses,
  partyRoles,
  peopleCategories,
} from "./sheets.ts";

const partySchema = z.object({
  organisation: z.string().openapi(describe("api.field.organisation")),
  role: choiceField(partyRoles, "api.field.role"),
  printedName: z.string().nullable().openapi(describe("api.field.printedName")),
});

const peopleSchema = z.object({
  organisation: z.string().nullable().openapi(describe("api.field.peopleOrganisation")),
  categories: z.array(choiceField(peopleCategories, "api.field.category")).openapi(describe("api.field.categories")),
  count: z.int().openapi(describe("api.field.count")),
  approximate: z.boolean().openapi(describe("api.field.approximate")),
  printedText: z.string().nullable().openapi(describe("api.field.printedText")),
});

export const activitySchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    register: z.string().openapi(describe("api.field.register")),
    ledger: z.string().openapi(describe("api.field.ledger")),
    fiscalYear: z.int().openapi(describe("api.field.activityYear")),
    number: z.string().nullable().openapi(describe("api.field.number")),
    kind: choiceField(activityKinds, "api.field.kind"),
    status: choiceField(activityStatuses, "api.field.status"),
    date: nullableDate("api.field.date"),
    statedDays: z.int().nullable().openapi(describe("api.field.statedDays")),
    level: z
      .string()
      .nullable()
      .openapi({ ...describe("api.field.level"), enum: [...activityLevels, null] }),
    place: z.string().nullable().openapi(describe("api.field.place")),
    venue: localizedSchema.openapi(describe("api.field.venue")),
    title: localizedSchema.openapi(describe("api.field.title")),
    theme: localizedSchema.openapi(describe("api.field.theme")),
    result: localizedSchema.openapi(describe("api.field.result")),
    remark: localizedSchema.openapi(describe("api.field.remark")),
    topics: z.array(z.string()).openapi(describe("api.field.topics")),
    funding: choiceField(activityFundings, "api.field.funding"),
    partnerships: z.array(z.string()).openapi(describe("api.field.partnerships")),
    project: z.string().nullable().openapi(describe("api.field.project")),
    agreement: z.string().nullable().openapi(describe("api.field.agreement")),
    parties: z.array(partySchema).openapi(describe("api.field.parties")),
    people: z.array(peopleSchema).openapi(describe("api.field.people")),
    source: sourceSchema,
  })
  .openapi("Activity", describe("api.schema.Activity"));

export function toActivityItem(activity: Activity, language: Language): z.infer<typeof activitySchema> {
  const { id, register, ledger, fiscalYear, number, kind, status, date, dateText, statedDays, level, place } = activity;
  const { venue, title, theme, result, remark, topics, funding, partnerships, project, agreement } = activity;
  return {
    ...{ id, register, ledger, fiscalYear, number, kind, status, date: toDate(date, dateText, language) },
    ...{ statedDays, level, place, venue, title, theme, result, remark, topics },
    ...{ funding, partnerships, project, agreement },
    parties: activity.parties,
    people: activity.people,
    source: activity.source,
  };
}
