import { z } from "@hono/zod-openapi";
import { recordKindIds } from "../../records/kind.ts";
import { describe } from "../../web/api/describe.ts";
import { textField } from "../../web/api/member-body.ts";
import { localizedSchema } from "../../web/api/schemas.ts";
import { platforms } from "../accounts/roles.ts";
import { entryStates, visibilities } from "./record.ts";

/** What the members' API says about records and entries. */

const cells = z.record(textField("api.members.field.column", 100), textField("api.members.field.cell", 20_000));

export const contentSchema = z
  .strictObject({
    fields: cells.openapi(describe("api.members.field.fields")),
    parts: z
      .record(textField("api.members.field.part", 100), z.array(cells))
      .openapi(describe("api.members.field.parts")),
  })
  .openapi("RecordContent", describe("api.members.schema.RecordContent"));

export const kindField = z.enum(recordKindIds).openapi(describe("api.members.field.kind"));
export const visibilityField = z.enum(visibilities).openapi(describe("api.members.field.visibility"));

const scope = {
  kind: kindField,
  visibility: visibilityField,
  owner: z.string().nullable().openapi(describe("api.members.field.owner")),
  sides: z.array(z.string()).openapi(describe("api.members.field.sides")),
  platform: z.enum(platforms).openapi(describe("api.members.field.platform")),
  ledger: z.string().nullable().openapi(describe("api.members.field.ledger")),
  fiscalYear: z.int().nullable().openapi(describe("api.members.field.fiscalYear")),
  title: localizedSchema,
};

export const recordSchema = z
  .object({
    ...scope,
    id: z.string().openapi(describe("api.members.field.record")),
    version: z.int().openapi(describe("api.members.field.version")),
    publishedVersion: z.int().nullable().openapi(describe("api.members.field.publishedVersion")),
    dateFrom: z.string().nullable().openapi(describe("api.field.dateFrom")),
    dateTo: z.string().nullable().openapi(describe("api.field.dateTo")),
    removed: z.boolean().openapi(describe("api.members.field.removed")),
    changedAt: z.string().openapi({ ...describe("api.members.field.changedAt"), format: "date-time" }),
  })
  .openapi("MemberRecord", describe("api.members.schema.MemberRecord"));

const entryFields = {
  ...scope,
  id: z.string().openapi(describe("api.members.field.entry")),
  record: z.string().openapi(describe("api.members.field.record")),
  owner: z.string().openapi(describe("api.members.field.owner")),
  baseVersion: z.int().openapi(describe("api.members.field.baseVersion")),
  revision: z.int().openapi(describe("api.members.field.revision")),
  state: z.enum(entryStates).openapi(describe("api.members.field.state")),
  reason: z.string().nullable().openapi(describe("api.members.field.reason")),
  removal: z.boolean().openapi(describe("api.members.field.removal")),
  restores: z.int().nullable().openapi(describe("api.members.field.restores")),
  comment: z.string().nullable().openapi(describe("api.members.field.comment")),
  changedAt: z.string().openapi({ ...describe("api.members.field.changedAt"), format: "date-time" }),
  submittedAt: z
    .string()
    .nullable()
    .openapi({ ...describe("api.members.field.submittedAt"), format: "date-time" }),
  decidedAt: z
    .string()
    .nullable()
    .openapi({ ...describe("api.members.field.decidedAt"), format: "date-time" }),
};

export const entrySchema = z.object(entryFields).openapi("Entry", describe("api.members.schema.Entry"));

export const entryWithContentSchema = z
  .object({ ...entryFields, content: contentSchema })
  .openapi("EntryWithContent", describe("api.members.schema.EntryWithContent"));

export const differenceSchema = z
  .object({
    sheet: z.string().openapi(describe("api.members.field.problemSheet")),
    row: z.int().nullable().openapi(describe("api.members.field.problemRow")),
    column: z.string().openapi(describe("api.members.field.problemColumn")),
    change: z.enum(["cell", "row-added", "row-removed"]).openapi(describe("api.members.field.change")),
    before: z.string().openapi(describe("api.members.field.before")),
    after: z.string().openapi(describe("api.members.field.after")),
  })
  .openapi("Difference", describe("api.members.schema.Difference"));

export const totalField = z.int().openapi(describe("api.members.field.total"));
