import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { type MessageKey, message } from "../../messages/message.ts";
import { describe } from "./describe.ts";
import type { MemberOperation } from "./member-operation.ts";
import { memberOperations } from "./member-operations.ts";
import { memberProblemSchema } from "./member-problem.ts";
import { describeProblem, type ProblemType } from "./problem.ts";

export const memberTag = "members";
const security = "session";

/** Puts the members' operations into the API's document; examples would be somebody's records, so there are none. */
export function registerMemberOperations(generator: OpenAPIHono, language: Language): void {
  generator.openAPIRegistry.registerComponent("securitySchemes", security, {
    type: "apiKey",
    in: "cookie",
    name: "renkei.session_token",
    ...describe("api.members.security"),
  });
  for (const operation of memberOperations) registerOperation(generator, operation, language);
}

function registerOperation(generator: OpenAPIHono, operation: MemberOperation, language: Language): void {
  const { method, path, summary, description, query, body, answer, status = 200, access } = operation;
  const address = `/members${path}`;
  const problem = (type: ProblemType, text: MessageKey) => ({
    ...describe(text),
    content: {
      "application/problem+json": {
        schema: memberProblemSchema,
        example: describeProblem(type, `/api/v1${address}`, language),
      },
    },
  });
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const params = z.object(
    Object.fromEntries(names.map((name) => [name, z.string().openapi(describe(paramText(name)))])),
  );
  generator.openAPIRegistry.registerPath({
    method,
    path: address,
    operationId: operation.operation,
    summary,
    description: `${message(language, description)} ${message(language, "api.members.access", { permission: access })}`,
    tags: [memberTag],
    security: [{ [security]: [] }],
    request: {
      query,
      ...(names.length > 0 && { params }),
      ...(method !== "get" && { body: { content: { "application/json": { schema: body } } } }),
    },
    responses: {
      [status]: {
        ...describe(status === 201 ? "api.members.response.created" : "api.response.ok"),
        content: { "application/json": { schema: answer } },
      },
      400: problem("bad-parameter", "api.members.response.badRequest"),
      401: problem("signed-out", "api.members.response.signedOut"),
      403: problem("forbidden", "api.members.response.forbidden"),
      ...(names.length > 0 && { 404: problem("not-found", "api.members.response.notFound") }),
      ...(method !== "get" && {
        409: problem("conflict", "api.members.response.conflict"),
        413: problem("too-large", "api.members.response.tooLarge"),
        422: problem("content", "api.members.response.content"),
        429: problem("too-many-requests", "api.members.response.tooMany"),
      }),
      503: problem("unavailable", "api.response.unavailable"),
    },
    "x-permission": access,
  });
}

function paramText(name: string): MessageKey {
  if (name === "kind") return "api.members.parameter.kind";
  return name === "fiscalYear" ? "api.members.parameter.year" : "api.members.parameter.id";
}
