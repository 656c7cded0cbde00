import { z } from "@hono/zod-openapi";
import { compareContents } from "../../records/compare.ts";
import { recordKind } from "../../records/registry.ts";
import { describe } from "../../web/api/describe.ts";
import { documentQuery } from "../../web/api/document-query.ts";
import { defineMemberOperation, type MemberOperation, noBody } from "../../web/api/member-operation.ts";
import { flagParameter, textParameter, yearParameter } from "../../web/api/parameters.ts";
import { toDifferenceItem, toEntryItem, toRecordItem } from "./api-items.ts";
import { placeParameters, readKind } from "./api-parameters.ts";
import {
  contentSchema,
  differenceSchema,
  entrySchema,
  recordSchema,
  totalField,
  visibilityField,
} from "./api-schemas.ts";
import { getRecordForActor, listRecordsForActor } from "./service.ts";
import { getVisibleHistory } from "./visible-history.ts";

export const recordOperations: readonly MemberOperation[] = [
  defineMemberOperation({
    method: "get",
    path: "/records/{kind}",
    access: "members.read",
    operation: "listMemberRecords",
    summary: "api.members.operation.records.summary",
    description: "api.members.operation.records.description",
    query: z.strictObject({
      own: flagParameter("api.members.parameter.own"),
      fiscalYear: yearParameter("api.members.parameter.fiscalYear"),
      q: textParameter("api.members.parameter.q"),
      ...placeParameters,
    }),
    body: noBody,
    answer: z.object({ total: totalField, items: z.array(recordSchema) }).openapi("MemberRecordList"),
    async run({ context, actor, params, query: { own, fiscalYear, q, limit, offset } }) {
      const request = { kind: readKind(params), own, fiscalYear, text: q, page: { limit, offset } };
      const { records, total } = await listRecordsForActor(context, actor, request);
      return { total, items: records.map(toRecordItem) };
    },
  }),
  defineMemberOperation({
    method: "get",
    path: "/records/{kind}/{id}",
    access: "members.read",
    operation: "getMemberRecord",
    summary: "api.members.operation.record.summary",
    description: "api.members.operation.record.description",
    query: documentQuery,
    body: noBody,
    answer: z
      .object({
        record: recordSchema,
        content: contentSchema,
        mayCorrect: z.boolean().openapi(describe("api.members.field.mayCorrect")),
        owners: z.array(z.string()).openapi(describe("api.members.field.owners")),
        mayComment: z.boolean().openapi(describe("api.members.field.mayComment")),
        entries: z.array(entrySchema).openapi(describe("api.members.field.entries")),
      })
      .openapi("MemberRecordAnswer"),
    async run({ context, actor, params }) {
      const found = await getRecordForActor(context, actor, readKind(params), params.id ?? "");
      return { ...found, record: toRecordItem(found.record), entries: found.entries.map(toEntryItem) };
    },
  }),
  defineMemberOperation({
    method: "get",
    path: "/records/{kind}/{id}/history",
    access: "members.read",
    operation: "getMemberRecordHistory",
    summary: "api.members.operation.history.summary",
    description: "api.members.operation.history.description",
    query: documentQuery,
    body: noBody,
    answer: z
      .object({
        record: recordSchema,
        versions: z.array(
          z
            .object({
              version: z.int().openapi(describe("api.members.field.version")),
              action: z
                .enum(["loaded", "created", "corrected", "restored", "removed"])
                .openapi(describe("api.members.field.action")),
              visibility: visibilityField,
              reason: z.string().nullable().openapi(describe("api.members.field.reason")),
              at: z.string().openapi({ ...describe("api.members.field.at"), format: "date-time" }),
              content: contentSchema,
              differences: z.array(differenceSchema).openapi(describe("api.members.field.differences")),
            })
            .openapi("RecordVersion", describe("api.members.schema.RecordVersion")),
        ),
      })
      .openapi("MemberRecordHistory"),
    async run({ context, actor, params }) {
      const kind = readKind(params);
      const { record, versions } = await getVisibleHistory(context, actor, kind, params.id ?? "");
      return {
        record: toRecordItem(record),
        versions: versions.map(({ version, action, visibility, reason, at, content }, index) => {
          const before = versions[index + 1];
          const differences = before ? compareContents(recordKind(kind), before.content, content) : [];
          const item = { version, action, visibility, reason, at: at.toISOString(), content };
          return { ...item, differences: differences.map(toDifferenceItem) };
        }),
      };
    },
  }),
];
