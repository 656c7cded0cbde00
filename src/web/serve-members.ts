import type { Hono, Context as HonoContext } from "hono";
import { AppError } from "../core/errors.ts";
import { isLanguage, type Language } from "../core/language.ts";
import { type Actor, hasPermission } from "../features/accounts/actor.ts";
import { findActor } from "../features/accounts/service.ts";
import { note } from "../features/audit/change.ts";
import type { Context } from "../platform/context.ts";
import type { Assets } from "./assets.ts";
import { contentDisposition } from "./content-disposition.ts";
import { renderPage } from "./layout.tsx";
import { links } from "./links.ts";
import type { MemberRoute, Outcome, RawContent, VisitorRequest } from "./page.ts";
import { readForm } from "./read-form.ts";
import { readNetwork } from "./read-network.ts";
import { toPageRequest } from "./request.ts";

/** Puts one address of the members' side into the site. Nothing of it is ever kept, here or on the way. */
export function serveMemberRoute(app: Hono, context: Context, assets: Assets, route: MemberRoute): void {
  app.on(route.action ? "POST" : "GET", `/:language${route.path}`, async (c, next) => {
    const language = c.req.param("language") ?? "";
    if (!isLanguage(language)) return next();
    const request = await toVisitorRequest(c, context, language);
    const response = await answer(c, route, request, assets);
    response.headers.set("cache-control", "no-store");
    return response;
  });
}

async function answer(c: HonoContext, route: MemberRoute, request: VisitorRequest, assets: Assets): Promise<Response> {
  if (route.access === "anyone") return run(c, route, request, assets);
  const { actor } = request;
  if (!actor) return askToSignIn(c, request);
  if (!hasPermission(actor, route.access)) {
    await note(request.context, actor, {
      action: "access.denied",
      subject: request.url.pathname.slice(0, 200),
      details: { permission: route.access, method: c.req.method },
    });
    throw new AppError("forbidden", { permission: route.access });
  }
  return run(c, route, { ...request, actor }, assets);
}

/** A page comes back after the sign-in; what a form held cannot, so its sender is told before anything is lost. */
function askToSignIn(c: HonoContext, { language, url }: VisitorRequest): Response {
  if (c.req.method !== "GET") throw new AppError("forbidden", { reason: "signed-out" });
  return c.redirect(links.signIn(language, { next: `${url.pathname}${url.search}` }), 303);
}

async function run<Request extends VisitorRequest>(
  c: HonoContext,
  route: {
    page?: ((request: Request) => Promise<Parameters<typeof renderPage>[1]>) | undefined;
    raw?: ((request: Request) => Promise<RawContent>) | undefined;
    action?: ((request: Request & { form: FormData }) => Promise<Outcome>) | undefined;
  },
  request: Request,
  assets: Assets,
): Promise<Response> {
  if (route.page) return c.html(await renderPage(request, await route.page(request), assets));
  if (route.raw) return sendFile(await route.raw(request));
  const form = await readForm(c.req.raw);
  const outcome = await route.action?.({ ...request, form });
  if (!outcome) throw new AppError("not-found");
  const response = await send(c, request, outcome, assets);
  for (const cookie of outcome.cookies ?? []) response.headers.append("set-cookie", cookie);
  return response;
}

async function send(c: HonoContext, request: VisitorRequest, outcome: Outcome, assets: Assets): Promise<Response> {
  if ("redirect" in outcome) return new Response(null, { status: 303, headers: { location: outcome.redirect } });
  if ("file" in outcome) return sendFile(outcome.file);
  if ("json" in outcome) return Response.json(outcome.json, { status: outcome.status ?? 200 });
  return c.html(await renderPage(request, outcome.page, assets), outcome.status);
}

function sendFile({ content, contentType, fileName }: RawContent): Response {
  const headers = new Headers({ "content-type": contentType });
  if (fileName !== undefined) {
    headers.set("content-disposition", contentDisposition(fileName));
    // Whatever it is, it must not act on this site if a browser shows it after all.
    headers.set("content-security-policy", "default-src 'none'; sandbox");
  }
  return new Response(content, { headers });
}

export async function toVisitorRequest(c: HonoContext, context: Context, language: Language): Promise<VisitorRequest> {
  const network = readNetwork(c, context);
  const { headers } = c.req.raw;
  const actor: Actor | null = headers.has("cookie") ? await findActor(context, headers, network) : null;
  return { ...toPageRequest(c, context, language), actor, headers, network };
}
