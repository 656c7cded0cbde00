import { Hono, type Context as HonoContext } from "hono";
import { AppError } from "../core/errors.ts";
import { isLanguage, type Language } from "../core/language.ts";
import { activityRoutes } from "../features/activities/routes.ts";
import { evaluationRoutes } from "../features/evaluation/routes.ts";
import { findingRoutes } from "../features/findings/routes.ts";
import { organisationRoutes } from "../features/organisations/routes.ts";
import { partnershipRoutes } from "../features/partnerships/routes.ts";
import { programmeRoutes } from "../features/programme/routes.ts";
import { projectRoutes } from "../features/projects/routes.ts";
import { statisticsRoutes } from "../features/statistics/routes.ts";
import type { Context } from "../platform/context.ts";
import { createApi, sendProblem } from "./api/api.ts";
import { apiRoutes } from "./api/routes.ts";
import { renderComponentsPage } from "./components-page/components-page.tsx";
import { describeErrorPage, statusOf } from "./error-page.tsx";
import { checkHealth, checkReadiness } from "./health.ts";
import { renderPage } from "./layout.tsx";
import { links } from "./links.ts";
import type { PageRequest, Route } from "./page.ts";
import { type CachedResponse, PageCache, prepareResponse } from "./page-cache.ts";
import { preferredLanguage } from "./preferred-language.ts";
import { hasControlCharacter } from "./query.ts";
import { sendPrepared } from "./respond.ts";
import { securityHeaders } from "./security-headers.ts";
import { writeRobots, writeSitemap } from "./sitemap.ts";
import { readStylesheet } from "./stylesheet.ts";

const routes: readonly Route[] = [
  ...programmeRoutes,
  ...partnershipRoutes,
  ...organisationRoutes,
  ...projectRoutes,
  ...activityRoutes,
  ...statisticsRoutes,
  ...evaluationRoutes,
  ...findingRoutes,
  ...apiRoutes,
];

/** The whole site and API of one programme. */
export function createApp(context: Context): Hono {
  const app = new Hono();
  const stylesheet = readStylesheet();
  const cache = new PageCache();
  app.use(securityHeaders);
  app.get("/healthz", (c) => c.json(checkHealth()));
  app.get("/readyz", async (c) => {
    const readiness = await checkReadiness(context);
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  app.get(stylesheet.href, (c) =>
    c.body(stylesheet.content, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    }),
  );
  app.get("/favicon.svg", (c) =>
    c.body(favicon, 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }),
  );
  app.get("/favicon.ico", (c) => c.redirect("/favicon.svg", 301));
  app.get("/robots.txt", (c) => c.text(writeRobots(originOf(c, context))));
  app.get("/sitemap.xml", (c) =>
    answer(c, context, cache, async () =>
      prepareResponse(await writeSitemap(context, originOf(c, context)), "application/xml; charset=utf-8"),
    ),
  );
  app.route("/api/v1", createApi(context, cache));
  app.all("/api/*", (c) => sendProblem(c, "not-found"));
  app.get("/", (c) => c.redirect(links.home(preferredLanguage(c.req.header("accept-language"))), 302));

  for (const route of routes) {
    app.get(`/:language${route.path}`, async (c, next) => {
      const language = c.req.param("language") ?? "";
      if (!isLanguage(language)) return next();
      const request = toPageRequest(c, context, language);
      return answer(c, context, cache, () => renderRoute(route, request, stylesheet.href));
    });
  }
  if (context.config.development) {
    app.get("/:language/components", (c, next) => {
      const language = c.req.param("language");
      return isLanguage(language) ? c.html(renderComponentsPage(language, stylesheet.href)) : next();
    });
  }
  app.notFound(async (c) => renderError(c, context, stylesheet.href, new AppError("not-found", { path: c.req.path })));
  app.onError((error, c) => renderError(c, context, stylesheet.href, error));
  return app;
}

async function renderRoute(route: Route, request: PageRequest, stylesheetHref: string): Promise<CachedResponse> {
  if (Object.values(request.params).some((value) => hasControlCharacter(value)))
    throw new AppError("not-found", request.params);
  if (route.raw) {
    const { content, contentType, fileName } = await route.raw(request);
    return prepareResponse(content, contentType, 200, fileName);
  }
  const html = await renderPage(request, await route.page(request), stylesheetHref);
  return prepareResponse(html, "text/html; charset=utf-8");
}

/** Finds the finished answer or makes it; only short addresses are kept, so that nobody fills the cache with noise. */
async function answer(
  c: HonoContext,
  context: Context,
  cache: PageCache,
  make: () => Promise<CachedResponse>,
): Promise<Response> {
  const url = new URL(c.req.url);
  const key = `${originOf(c, context)}${url.pathname}${url.search}`;
  const stamp = `${context.cache.revision} ${context.clock.today()}`;
  const present = cache.find(key, stamp);
  if (present) return sendPrepared(c, present);
  const made = await make();
  if (key.length < 300) cache.keep(key, stamp, made);
  return sendPrepared(c, made);
}

async function renderError(
  c: HonoContext,
  context: Context,
  stylesheetHref: string,
  error: unknown,
): Promise<Response> {
  const status = statusOf(error);
  if (status === 500) context.log.error({ err: error, path: c.req.path }, "request failed");
  const first = c.req.path.split("/")[1] ?? "";
  const language = isLanguage(first) ? first : preferredLanguage(c.req.header("accept-language"));
  const request = toPageRequest(c, context, language);
  // The switch to another language must lead to a page, so an address without a language gets one.
  if (!isLanguage(first)) request.url.pathname = `/${language}`;
  try {
    return c.html(await renderPage(request, describeErrorPage(request, error), stylesheetHref), status);
  } catch (failure) {
    context.log.error({ err: failure }, "error page failed");
    return c.text(String(status), status);
  }
}

function toPageRequest(c: HonoContext, context: Context, language: Language): PageRequest {
  const { pathname, search } = new URL(c.req.url);
  return {
    context,
    language,
    url: new URL(`${originOf(c, context)}${pathname}${search}`),
    params: c.req.param() as Record<string, string>,
  };
}

/** The configured public address; without one, the address that the reader used. */
function originOf(c: HonoContext, context: Context): string {
  return context.config.publicUrl ?? new URL(c.req.url).origin;
}

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#00234b"/><path d="M6 22Q16 2 26 22" fill="none" stroke="#fff" stroke-width="2"/><circle cx="6" cy="22" r="3.5" fill="#f2b8b5"/><circle cx="26" cy="22" r="3.5" fill="#8ab8ff"/></svg>`;
