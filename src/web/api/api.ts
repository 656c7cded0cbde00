import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import { AppError } from "../../core/errors.ts";
import { isLanguage, type Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../links.ts";
import { type CachedResponse, type PageCache, prepareResponse } from "../page-cache.ts";
import { preferredLanguage } from "../preferred-language.ts";
import { changeQuery, hasControlCharacter } from "../query.ts";
import { sendPrepared } from "../respond.ts";
import { readDocument } from "./document.ts";
import { documentQuery } from "./document-query.ts";
import {
  describeProblem,
  type ProblemType,
  problemAddress,
  problemStatus,
  problemTypes,
  typeOfError,
} from "./problem.ts";
import { readParameters } from "./read-parameters.ts";
import { fileResources, resources } from "./resources.ts";

const allowed = "GET, HEAD, OPTIONS";

/** The public API below /api/v1: reading only, for everybody, from any page of the web. */
export function createApi(context: Context, cache: PageCache): OpenAPIHono {
  const api = new OpenAPIHono({ strict: false });
  api.use(async (c, next) => {
    await next();
    for (const [name, value] of crossOriginHeaders) c.res.headers.set(name, value);
  });
  for (const resource of resources) {
    serve(
      api,
      context,
      cache,
      resource.path.replace("{id}", ":id"),
      async (request) => {
        if (hasControlCharacter(request.id)) throw new AppError("not-found");
        return prepareAnswer(await resource.read({ context, ...request }), request.url);
      },
      resource.fresh,
    );
  }
  for (const resource of fileResources) {
    serve(api, context, cache, resource.path.replace("{id}", ":id"), async (request) => {
      if (hasControlCharacter(request.id)) throw new AppError("not-found");
      const { bytes, contentType, fileName } = await resource.readFile({ context, ...request });
      return prepareResponse(bytes, contentType, 200, fileName);
    });
  }
  serve(api, context, cache, "/openapi.json", async ({ search, language, url }) => {
    readParameters(documentQuery, search);
    return prepareAnswer(await readDocument(context, language), url);
  });
  for (const type of problemTypes)
    serveRedirect(
      api,
      problemAddress(type).replace("/api/v1", ""),
      (language) => `${links.apiPage(language)}#problem-${type}`,
    );
  api.all("*", (c) => sendProblem(c, "not-found"));
  api.onError((error, c) => {
    const type = typeOfError(error);
    if (type === "internal") context.log.error({ err: error, path: c.req.path }, "request failed");
    return sendProblem(c, type, error);
  });
  return api;
}

interface ApiRequest {
  id: string;
  language: Language;
  search: URLSearchParams;
  url: URL;
}

/** GET (and with it HEAD), the answer to a browser's question before it, and a refusal of everything else. */
function serve(
  api: OpenAPIHono,
  context: Context,
  cache: PageCache,
  path: string,
  answer: (request: ApiRequest) => Promise<CachedResponse>,
  fresh = false,
): void {
  api.get(path, async (c) => {
    const url = new URL(c.req.url);
    const language = chooseLanguage(c, url);
    // The language is part of the key, because the reader's header may have chosen it.
    const key = `api ${language} ${url.pathname}${url.search}`;
    const stamp = `${context.cache.revision} ${context.clock.today()}`;
    const present = cache.find(key, stamp);
    if (present) return finish(sendPrepared(c, present), language);
    const made = await answer({ id: c.req.param("id") ?? "", language, search: url.searchParams, url });
    if (!fresh && key.length < 300) cache.keep(key, stamp, made);
    return finish(sendPrepared(c, made), language);
  });
  refuseOthers(api, path);
}

function serveRedirect(api: OpenAPIHono, path: string, target: (language: Language) => string): void {
  api.get(path, (c) => c.redirect(target(chooseLanguage(c, new URL(c.req.url))), 302));
  refuseOthers(api, path);
}

function refuseOthers(api: OpenAPIHono, path: string): void {
  api.options(path, (c) => c.body(null, 204, { allow: allowed }));
  api.all(path, (c) => {
    c.header("allow", allowed);
    return sendProblem(c, "method-not-allowed");
  });
}

async function prepareAnswer(body: unknown, url: URL): Promise<CachedResponse> {
  const prepared = await prepareResponse(`${JSON.stringify(body)}\n`, "application/json; charset=utf-8");
  const next = typeof body === "object" && body !== null && "next" in body ? body.next : undefined;
  // RFC 8288: a relative address holds against that of the answer, so no host needs to be known.
  return typeof next === "string"
    ? { ...prepared, link: `<${changeQuery(url, { cursor: next })}>; rel="next"` }
    : prepared;
}

function finish(response: Response, language: Language): Response {
  response.headers.set("vary", "accept-encoding, accept-language");
  response.headers.set("content-language", language);
  return response;
}

/** RFC 9457. Also for addresses below /api that no version has. */
export function sendProblem(c: HonoContext, type: ProblemType, error?: unknown): Response {
  const url = new URL(c.req.url);
  const language = chooseLanguage(c, url);
  const problem = describeProblem(type, `${url.pathname}${url.search}`.slice(0, 500), language, error);
  return c.body(`${JSON.stringify(problem)}\n`, problemStatus[type], {
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": language,
    "cache-control": "no-store",
    vary: "accept-language",
  });
}

/** The one asked for by `lang`, else by the reader's browser; Japanese where neither is one of ours. */
export function chooseLanguage(c: HonoContext, url: URL): Language {
  const wanted = url.searchParams.get("lang") ?? "";
  return isLanguage(wanted) ? wanted : preferredLanguage(c.req.header("accept-language"));
}

const crossOriginHeaders = [
  ["access-control-allow-origin", "*"],
  ["access-control-allow-methods", allowed],
  ["access-control-allow-headers", "accept, accept-language, if-none-match"],
  ["access-control-expose-headers", "etag, link, content-language"],
  ["access-control-max-age", "86400"],
  // Helmet-like defaults of the site would keep other sites' pages from reading the data.
  ["cross-origin-resource-policy", "cross-origin"],
] as const;
