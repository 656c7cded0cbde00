import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import type { Actor } from "../../features/accounts/actor.ts";
import type { Permission } from "../../features/accounts/roles.ts";
import type { MessageKey } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { readParameters } from "./read-parameters.ts";

interface Definition<Query extends z.ZodObject, Body extends z.ZodObject, Answer extends z.ZodType> {
  method: "get" | "post" | "put";
  /** below /api/v1/members, as OpenAPI writes it: `/entries/{id}` */
  path: string;
  /** needed to use it; an operation that does not say so does not compile */
  access: Permission;
  operation: string;
  summary: MessageKey;
  description: MessageKey;
  query: Query;
  /** `noBody` where nothing but the address is needed */
  body: Body;
  answer: Answer;
  /** of success; 200 unless something new was made */
  status?: 201;
  run(request: OperationRequest<z.output<Query>, z.output<Body>>): Promise<z.input<Answer>>;
}

export interface OperationRequest<Query, Body> {
  context: Context;
  language: Language;
  actor: Actor;
  /** parts of the path by name; free of control characters */
  params: Record<string, string>;
  query: Query;
  body: Body;
}

/** One operation of the members' API, with its types closed over. */
export interface MemberOperation extends Omit<Definition<z.ZodObject, z.ZodObject, z.ZodType>, "run"> {
  run(
    request: Omit<OperationRequest<never, never>, "query" | "body"> & {
      search: URLSearchParams;
      readBody: <Body extends z.ZodObject>(schema: Body) => Promise<z.output<Body>>;
    },
  ): Promise<unknown>;
}

export const noBody = z.strictObject({});

/** Checks the query and the body at the edge: `run` gets what its schemas promise. */
export function defineMemberOperation<Query extends z.ZodObject, Body extends z.ZodObject, Answer extends z.ZodType>(
  definition: Definition<Query, Body, Answer>,
): MemberOperation {
  return {
    ...definition,
    async run({ search, readBody, ...request }) {
      const query = readParameters(definition.query, search);
      return definition.run({ ...request, query, body: await readBody(definition.body) });
    },
  };
}
