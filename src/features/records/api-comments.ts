import { z } from "@hono/zod-openapi";
import { AppError } from "../../core/errors.ts";
import { languages } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { describe } from "../../web/api/describe.ts";
import { documentQuery } from "../../web/api/document-query.ts";
import { textField } from "../../web/api/member-body.ts";
import { defineMemberOperation, type MemberOperation, noBody } from "../../web/api/member-operation.ts";
import { MemberProblem } from "../../web/api/member-problem.ts";
import { localizedSchema } from "../../web/api/schemas.ts";
import type { Actor } from "../accounts/actor.ts";
import { commentLimits, readComment } from "../comments/comment.ts";
import { addComment, findTalk } from "../comments/service.ts";
import { readKind } from "./api-parameters.ts";

const languageField = z.enum(languages).openapi(describe("api.members.field.commentLanguage"));

const talkSchema = z
  .object({
    comments: z.array(
      z
        .object({
          id: z.string().openapi(describe("api.members.field.commentId")),
          organisation: z.string().openapi(describe("api.members.field.commentOrganisation")),
          words: localizedSchema.openapi(describe("api.members.field.commentWords")),
          language: languageField,
          body: z.string().nullable().openapi(describe("api.members.field.commentBody")),
          at: z.string().openapi({ ...describe("api.members.field.at"), format: "date-time" }),
          own: z.boolean().openapi(describe("api.members.field.commentOwn")),
        })
        .openapi("Comment", describe("api.members.schema.Comment")),
    ),
  })
  .openapi("CommentList");

export const commentOperations: readonly MemberOperation[] = [
  defineMemberOperation({
    method: "get",
    path: "/records/{kind}/{id}/comments",
    access: "records.comment",
    operation: "listMemberRecordComments",
    summary: "api.members.operation.comments.summary",
    description: "api.members.operation.comments.description",
    query: documentQuery,
    body: noBody,
    answer: talkSchema,
    run: ({ context, actor, params }) => readTalk(context, actor, readKind(params), params.id ?? ""),
  }),
  defineMemberOperation({
    method: "post",
    path: "/records/{kind}/{id}/comments",
    access: "records.comment",
    operation: "addMemberRecordComment",
    summary: "api.members.operation.addComment.summary",
    description: "api.members.operation.addComment.description",
    query: documentQuery,
    body: z.strictObject({
      language: languageField,
      body: textField("api.members.field.commentBody", commentLimits.characters),
      formKey: z.uuid().openapi(describe("api.members.field.formKey")),
    }),
    answer: talkSchema,
    status: 201,
    async run({ context, actor, params, body }) {
      const form = new FormData();
      form.set("language", body.language);
      form.set("body", body.body);
      form.set("form_key", body.formKey.toLowerCase());
      const comment = readComment(form);
      if (typeof comment === "string") throw new MemberProblem("content", { code: `comment-${comment}` });
      const subject = { kind: readKind(params), id: params.id ?? "" };
      await addComment(context, actor, subject, comment);
      return readTalk(context, actor, subject.kind, subject.id);
    },
  }),
];

async function readTalk(context: Context, actor: Actor, kind: string, id: string): Promise<z.input<typeof talkSchema>> {
  const talk = await findTalk(context, actor, kind, id);
  if (!talk) throw new AppError("forbidden", { permission: "records.comment" });
  const comments = talk.comments.map(({ author: _author, ...comment }) => ({
    ...comment,
    at: comment.at.toISOString(),
  }));
  return { comments };
}
