import { Hono, type Context as HonoContext } from "hono";
import { AppError } from "../../core/errors.ts";
import { hasPermission } from "../../features/accounts/actor.ts";
import { note } from "../../features/audit/change.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { toVisitorRequest } from "../serve-members.ts";
import { chooseLanguage } from "./api.ts";
import { readBody } from "./member-body.ts";
import type { MemberOperation } from "./member-operation.ts";
import { memberOperations } from "./member-operations.ts";
import { MemberProblem, typeOfMemberError } from "./member-problem.ts";
import { describeProblem, problemStatus } from "./problem.ts";

/**
 * The API below /api/v1/members: what signed-in people may read and change, by the session's cookie. Other sites' pages may not
 * read it (no CORS headers) and may not send to it (check-origin.ts); nothing of it is ever kept.
 */
export function createMembersApi(context: Context): Hono {
  const api = new Hono({ strict: false });
  for (const operation of memberOperations)
    api.on(operation.method.toUpperCase(), toPattern(operation.path), (c) => answer(c, context, operation));
  for (const path of new Set(memberOperations.map((operation) => operation.path))) {
    const methods = memberOperations.filter((operation) => operation.path === path).map(({ method }) => method);
    api.all(toPattern(path), (c) => {
      c.header(
        "allow",
        [...(methods.includes("get") ? ["get", "head"] : []), ...methods.filter((m) => m !== "get")]
          .join(", ")
          .toUpperCase(),
      );
      return sendProblem(c, context, new MemberProblem("method-not-allowed"));
    });
  }
  api.all("*", (c) => sendProblem(c, context, new AppError("not-found")));
  api.onError((error, c) => sendProblem(c, context, error));
  return api;
}

function toPattern(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

async function answer(c: HonoContext, context: Context, operation: MemberOperation): Promise<Response> {
  const url = new URL(c.req.url);
  const language = chooseLanguage(c, url);
  const { actor, params } = await toVisitorRequest(c, context, language);
  if (!actor) throw new MemberProblem("signed-out");
  if (!hasPermission(actor, operation.access)) {
    await note(context, actor, {
      action: "access.denied",
      subject: url.pathname.slice(0, 200),
      details: { permission: operation.access, method: c.req.method },
    });
    throw new AppError("forbidden", { permission: operation.access });
  }
  const body = await operation.run({
    context,
    language,
    actor,
    params,
    search: url.searchParams,
    readBody: (schema) => readBody(c.req.raw, schema),
  });
  return c.body(`${JSON.stringify(body)}\n`, operation.status ?? 200, {
    "content-type": "application/json; charset=utf-8",
    "content-language": language,
    "cache-control": "no-store",
  });
}

/** RFC 9457; also for what the origin check refuses before any operation is reached. */
export function sendProblem(c: HonoContext, context: Context, error: unknown): Response {
  const type = typeOfMemberError(error);
  if (type === "internal") context.log.error({ err: error, path: c.req.path }, "request failed");
  const url = new URL(c.req.url);
  const language = chooseLanguage(c, url);
  const code = error instanceof AppError ? error.details.reason : undefined;
  const problem = {
    ...describeProblem(type, `${url.pathname}${url.search}`.slice(0, 500), language, error),
    ...(type === "method-not-allowed" && { detail: message(language, "api.members.methodNotAllowed") }),
    ...(typeof code === "string" && { code }),
    ...(error instanceof MemberProblem && error.extension),
  };
  return c.body(`${JSON.stringify(problem)}\n`, problemStatus[type], {
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": language,
    "cache-control": "no-store",
    ...(type === "unavailable" && { "retry-after": "5" }),
  });
}
