import { z } from "@hono/zod-openapi";
import type { Context } from "../../platform/context.ts";
import { describe } from "../../web/api/describe.ts";
import { documentQuery } from "../../web/api/document-query.ts";
import { textField } from "../../web/api/member-body.ts";
import { defineMemberOperation, type MemberOperation, noBody } from "../../web/api/member-operation.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { readYearOf } from "./api-parameters.ts";
import { closeYear, listYears, proposeClosing, publishYear, reopenYear } from "./years.ts";

const yearsSchema = z
  .object({
    items: z.array(
      z
        .object({
          fiscalYear: z.int().openapi(describe("api.members.field.fiscalYear")),
          state: z.enum(["open", "proposed", "closed"]).openapi(describe("api.members.field.yearState")),
          publishedAt: z
            .string()
            .nullable()
            .openapi({ ...describe("api.members.field.yearPublishedAt"), format: "date-time" }),
          note: z.string().nullable().openapi(describe("api.members.field.yearNote")),
          work: z
            .object({
              unpublished: z.int().openapi(describe("api.members.field.yearUnpublished")),
              waiting: z.int().openapi(describe("api.members.field.yearWaiting")),
              unfinished: z.int().openapi(describe("api.members.field.yearUnfinished")),
            })
            .nullable()
            .openapi(describe("api.members.field.yearWork")),
        })
        .openapi("FiscalYearState", describe("api.members.schema.FiscalYearState")),
    ),
  })
  .openapi("FiscalYearList");

const note = textField("api.members.field.yearNote", 4_000);

export const yearOperations: readonly MemberOperation[] = [
  defineMemberOperation({
    method: "get",
    path: "/years",
    access: "members.read",
    operation: "listFiscalYears",
    summary: "api.members.operation.years.summary",
    description: "api.members.operation.years.description",
    query: documentQuery,
    body: noBody,
    answer: yearsSchema,
    run: ({ context, actor }) => readYears(context, actor),
  }),
  defineMemberOperation({
    method: "post",
    path: "/years/{fiscalYear}/propose",
    access: "years.publish",
    operation: "proposeFiscalYear",
    summary: "api.members.operation.propose.summary",
    description: "api.members.operation.propose.description",
    query: documentQuery,
    body: z.strictObject({ note: note.optional() }),
    answer: yearsSchema,
    async run({ context, actor, params, body }) {
      await proposeClosing(context, actor, readYearOf(params), body.note ?? "");
      return readYears(context, actor);
    },
  }),
  defineMemberOperation({
    method: "post",
    path: "/years/{fiscalYear}/close",
    access: "years.close",
    operation: "closeFiscalYear",
    summary: "api.members.operation.close.summary",
    description: "api.members.operation.close.description",
    query: documentQuery,
    body: z.strictObject({ note: note.optional() }),
    answer: yearsSchema,
    async run({ context, actor, params, body }) {
      await closeYear(context, actor, readYearOf(params), body.note ?? "");
      return readYears(context, actor);
    },
  }),
  defineMemberOperation({
    method: "post",
    path: "/years/{fiscalYear}/reopen",
    access: "years.close",
    operation: "reopenFiscalYear",
    summary: "api.members.operation.reopen.summary",
    description: "api.members.operation.reopen.description",
    query: documentQuery,
    body: z.strictObject({ note }),
    answer: yearsSchema,
    async run({ context, actor, params, body }) {
      await reopenYear(context, actor, readYearOf(params), body.note);
      return readYears(context, actor);
    },
  }),
  defineMemberOperation({
    method: "post",
    path: "/years/{fiscalYear}/publish",
    access: "years.publish",
    operation: "publishFiscalYear",
    summary: "api.members.operation.publish.summary",
    description: "api.members.operation.publish.description",
    query: documentQuery,
    body: noBody,
    answer: yearsSchema,
    async run({ context, actor, params }) {
      await publishYear(context, actor, readYearOf(params));
      return readYears(context, actor);
    },
  }),
];

/** How much others still have to do is for those who close and publish. */
async function readYears(context: Context, actor: Actor): Promise<z.input<typeof yearsSchema>> {
  const sees = hasPermission(actor, "years.publish") || hasPermission(actor, "years.close");
  const years = await listYears(context);
  return {
    items: years.map(({ fiscalYear, state, publishedAt, note, unpublished, waiting, unfinished }) => ({
      fiscalYear,
      state,
      publishedAt: publishedAt?.toISOString() ?? null,
      note: sees ? note : null,
      work: sees ? { unpublished, waiting, unfinished } : null,
    })),
  };
}
