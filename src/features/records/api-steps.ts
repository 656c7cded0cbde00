import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import { documentQuery } from "../../web/api/document-query.ts";
import { textField } from "../../web/api/member-body.ts";
import { defineMemberOperation, type MemberOperation } from "../../web/api/member-operation.ts";
import { MemberProblem } from "../../web/api/member-problem.ts";
import { toEntryWithContent } from "./api-items.ts";
import { entryWithContentSchema } from "./api-schemas.ts";
import { approveEntry, returnEntry, type StepResult, submitEntry, withdrawEntry } from "./decide-entry.ts";
import { describeContentProblem } from "./describe-content-problem.ts";

const revision = z.int().min(1).openapi(describe("api.members.field.revision"));
const comment = textField("api.members.field.comment", 4_000);

export const entryStepOperations: readonly MemberOperation[] = [
  defineMemberOperation({
    method: "post",
    path: "/entries/{id}/submit",
    access: "records.enter",
    operation: "submitEntry",
    summary: "api.members.operation.submit.summary",
    description: "api.members.operation.submit.description",
    query: documentQuery,
    body: z.strictObject({ revision }),
    answer: entryWithContentSchema,
    run: async ({ context, actor, language, params, body }) =>
      tell(await submitEntry(context, actor, { id: params.id ?? "", ...body }), language),
  }),
  defineMemberOperation({
    method: "post",
    path: "/entries/{id}/approve",
    access: "records.approve",
    operation: "approveEntry",
    summary: "api.members.operation.approve.summary",
    description: "api.members.operation.approve.description",
    query: documentQuery,
    body: z.strictObject({ revision, comment: comment.optional() }),
    answer: entryWithContentSchema,
    run: async ({ context, actor, language, params, body }) =>
      tell(
        await approveEntry(context, actor, { id: params.id ?? "", revision: body.revision }, body.comment ?? ""),
        language,
      ),
  }),
  defineMemberOperation({
    method: "post",
    path: "/entries/{id}/return",
    access: "records.approve",
    operation: "returnEntry",
    summary: "api.members.operation.return.summary",
    description: "api.members.operation.return.description",
    query: documentQuery,
    body: z.strictObject({ revision, comment }),
    answer: entryWithContentSchema,
    run: async ({ context, actor, language, params, body }) =>
      tell(await returnEntry(context, actor, { id: params.id ?? "", revision: body.revision }, body.comment), language),
  }),
  defineMemberOperation({
    method: "post",
    path: "/entries/{id}/withdraw",
    access: "records.enter",
    operation: "withdrawEntry",
    summary: "api.members.operation.withdraw.summary",
    description: "api.members.operation.withdraw.description",
    query: documentQuery,
    body: z.strictObject({ revision }),
    answer: entryWithContentSchema,
    run: async ({ context, actor, language, params, body }) =>
      tell(await withdrawEntry(context, actor, { id: params.id ?? "", ...body }), language),
  }),
];

/** The entry after the step, or why the step was not taken. */
function tell(result: StepResult, language: Language): z.input<typeof entryWithContentSchema> {
  const current = toEntryWithContent(result.entry);
  switch (result.state) {
    case "done":
      return current;
    case "conflict":
      throw new MemberProblem("conflict", { code: "changed-meanwhile", current });
    case "stale":
      throw new MemberProblem("conflict", { code: "record-changed-meanwhile", current });
    case "reason-missing":
      throw new MemberProblem("content", { code: "reason-missing" });
    case "problems":
      throw new MemberProblem("content", {
        code: "cells",
        cells: result.problems.map((problem) => ({
          sheet: problem.sheet,
          row: problem.row === null ? null : problem.row + 1,
          column: problem.column,
          code: problem.reason,
          value: problem.value,
          reason: describeContentProblem(problem, { language }),
        })),
      });
  }
}
