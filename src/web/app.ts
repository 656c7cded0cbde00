import { Hono, type Context as HonoContext } from "hono";
import { AppError } from "../core/errors.ts";
import { isLanguage } from "../core/language.ts";
import { handleAuth } from "../features/accounts/service.ts";
import type { Context } from "../platform/context.ts";
import { createApi, sendProblem } from "./api/api.ts";
import { createMembersApi, sendProblem as sendMemberProblem } from "./api/member-api.ts";
import type { Assets } from "./assets.ts";
import { checkOrigin } from "./check-origin.ts";
import { renderComponentsPage } from "./components-page/components-page.tsx";
import { checkHealth, checkReadiness } from "./health.ts";
import { renderPage } from "./layout.tsx";
import { links } from "./links.ts";
import type { PageRequest, PublicRoute } from "./page.ts";
import { type CachedResponse, PageCache, prepareResponse } from "./page-cache.ts";
import { preferredLanguage } from "./preferred-language.ts";
import { readNetwork } from "./read-network.ts";
import { originOf, toPageRequest } from "./request.ts";
import { sendPrepared } from "./respond.ts";
import { developmentRoutes, memberRoutes, publicRoutes } from "./routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { renderError } from "./serve-error.tsx";
import { serveMemberRoute } from "./serve-members.ts";
import { writeRobots, writeSitemap } from "./sitemap.ts";

const membersApiPath = "/api/v1/members";

/** The whole site and API of one programme. */
export function createApp(context: Context, assets: Assets): Hono {
  const app = new Hono();
  const cache = new PageCache();
  app.use(securityHeaders);
  const refuseOrigin = checkOrigin(context, async (c) => {
    const refusal = new AppError("forbidden", { reason: "foreign-origin" });
    return isBelow(c.req.path, membersApiPath)
      ? sendMemberProblem(c, context, refusal)
      : renderError(c, context, assets, refusal);
  });
  // The public API changes nothing and looks at no cookie: whatever is sent to it, it says itself that it only reads.
  app.use((c, next) => (isPublicApi(c.req.path) ? next() : refuseOrigin(c, next)));
  app.get("/healthz", (c) => c.json(checkHealth()));
  app.get("/readyz", async (c) => {
    const readiness = await checkReadiness(context);
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  for (const [href, { content, contentType }] of assets.files) {
    app.get(href, (c) =>
      c.body(content, 200, { "content-type": contentType, "cache-control": "public, max-age=31536000, immutable" }),
    );
  }
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
  app.route(membersApiPath, createMembersApi(context));
  app.route("/api/v1", createApi(context, cache));
  app.on(["GET", "POST"], "/api/auth/*", (c) => handleAuth(context, c.req.raw, readNetwork(c, context)));
  app.all("/api/*", (c) => sendProblem(c, "not-found"));
  app.get("/", (c) => c.redirect(links.home(preferredLanguage(c.req.header("accept-language"))), 302));

  for (const route of publicRoutes) {
    app.get(`/:language${route.path}`, async (c, next) => {
      const language = c.req.param("language") ?? "";
      if (!isLanguage(language)) return next();
      const request = toPageRequest(c, context, language);
      return answer(c, context, cache, () => renderRoute(route, request, assets));
    });
  }
  for (const route of memberRoutes) serveMemberRoute(app, context, assets, route);
  if (context.config.development) {
    for (const route of developmentRoutes) serveMemberRoute(app, context, assets, route);
    app.get("/:language/components", (c, next) => {
      const language = c.req.param("language");
      return isLanguage(language) ? c.html(renderComponentsPage(language, assets.stylesheetHref)) : next();
    });
  }
  app.notFound((c) => renderError(c, context, assets, new AppError("not-found", { path: c.req.path })));
  app.onError(async (error, c) => {
    const response = await renderError(c, context, assets, error);
    // A refusal tells what one person may not do; the next may.
    response.headers.set("cache-control", "no-store");
    return response;
  });
  return app;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function isPublicApi(path: string): boolean {
  return isBelow(path, "/api/v1") && !isBelow(path, membersApiPath);
}

async function renderRoute(route: PublicRoute, request: PageRequest, assets: Assets): Promise<CachedResponse> {
  if (route.raw) {
    const { content, contentType, fileName } = await route.raw(request);
    return prepareResponse(content, contentType, 200, fileName);
  }
  const html = await renderPage(request, await route.page(request), assets);
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

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#00234b"/><path d="M6 22Q16 2 26 22" fill="none" stroke="#fff" stroke-width="2"/><circle cx="6" cy="22" r="3.5" fill="#f2b8b5"/><circle cx="26" cy="22" r="3.5" fill="#8ab8ff"/></svg>`;
