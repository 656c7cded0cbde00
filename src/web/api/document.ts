import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { getProgramme } from "../../features/programme/service.ts";
import { findMessageKey, type MessageKey, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { withQuery } from "../links.ts";
import { BadParameters } from "./bad-parameters.ts";
import { describe } from "./describe.ts";
import { memberTag, registerMemberOperations } from "./member-document.ts";
import { describeProblem, type ProblemType, problemSchema } from "./problem.ts";
import type { FileResource, Resource } from "./resource.ts";
import { fileResources, resources } from "./resources.ts";

export type ApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

export const serverPath = "/api/v1";

/** The OpenAPI 3.1 description in the reader's language; its examples are records of the loaded programme. */
export function readDocument(context: Context, language: Language): Promise<ApiDocument> {
  return context.cache.get(`openapi ${language} ${context.clock.today()}`, async () => {
    const programme = await getProgramme(context);
    const generator = new OpenAPIHono();
    for (const resource of [...resources, ...fileResources])
      await registerOperation(generator, resource, context, language);
    registerMemberOperations(generator, language);
    const document = structuredClone(
      generator.getOpenAPI31Document({
        openapi: "3.1.0",
        info: {
          title: message(language, "api.document.title", { programme: localize(programme.shortName, language).text }),
          description: "api.document.description",
          version: "1.0.0",
          license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
        },
        servers: [{ url: serverPath }],
        tags: [
          ...resources
            .filter(({ path }) => !path.includes("{id}"))
            .map(({ path, description }) => ({ name: tagOf(path), description })),
          { name: memberTag, ...describe("api.members.tag") },
        ],
      }),
    );
    translateDescriptions(document, language);
    return document;
  });
}

async function registerOperation(
  generator: OpenAPIHono,
  resource: Resource | FileResource,
  context: Context,
  language: Language,
) {
  const { path, operation, summary, description, query } = resource;
  const { id, query: exampleQuery } = await resource.example(context);
  const problem = (type: ProblemType, text: MessageKey, error?: Error) => {
    const example = describeProblem(type, `${serverPath}${path}`, language, error);
    return { ...describe(text), content: { "application/problem+json": { schema: problemSchema, example } } };
  };
  generator.openAPIRegistry.registerPath({
    method: "get",
    path,
    operationId: operation,
    summary,
    description,
    tags: [tagOf(path)],
    request: {
      query,
      ...(path.includes("{id}") && {
        params: z.object({
          id: z.string().openapi({ ...describe("api.parameter.id"), ...(id !== undefined && { example: id }) }),
        }),
      }),
      headers: z.object({
        "If-None-Match": z.string().optional().openapi(describe("api.parameter.ifNoneMatch")),
        "Accept-Language": z.string().optional().openapi(describe("api.parameter.acceptLanguage")),
      }),
    },
    responses: {
      200: {
        ...describe("api.response.ok"),
        headers: z.object({
          ETag: z.string().openapi(describe("api.response.etag")),
          "Content-Language": z.string().openapi(describe("api.response.contentLanguage")),
          ...("cursor" in query.shape && { Link: z.string().optional().openapi(describe("api.response.link")) }),
        }),
        content: await describeContent(resource, context, language),
      },
      304: describe("api.response.notModified"),
      400: problem(
        "bad-parameter",
        "api.response.badParameter",
        new BadParameters([{ field: "lang", reason: "api.reason.once" }]),
      ),
      ...(path.includes("{id}") && { 404: problem("not-found", "api.response.notFound") }),
      405: problem("method-not-allowed", "api.response.methodNotAllowed"),
      503: problem("unavailable", "api.response.unavailable"),
    },
    // Nothing to ask for where there is no such record yet.
    ...((id !== undefined || !path.includes("{id}")) && {
      "x-example-request": withQuery(`${serverPath}${path.replace("{id}", id ?? "")}`, {
        ...exampleQuery,
        lang: language,
      }),
    }),
  });
}

async function describeContent(resource: Resource | FileResource, context: Context, language: Language) {
  if ("answer" in resource) {
    const example = await resource.readExample(context, language);
    return { "application/json": { schema: resource.answer, ...(example !== undefined && { example }) } };
  }
  const bytes = z.string().openapi({ format: "binary" });
  return Object.fromEntries(resource.mediaTypes.map((mediaType) => [mediaType, { schema: bytes }]));
}

function tagOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** Puts the words of the language where schemas hold the keys of messages; examples are data and stay as they are. */
function translateDescriptions(node: object, language: Language): void {
  for (const [name, value] of Object.entries(node)) {
    if (name === "example") continue;
    if ((name === "description" || name === "summary") && typeof value === "string") {
      const key = findMessageKey(value);
      if (key) Reflect.set(node, name, message(language, key));
    } else if (typeof value === "object" && value !== null) translateDescriptions(value, language);
  }
}
