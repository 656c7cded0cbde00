import type { Context as HonoContext } from "hono";
import { isLanguage } from "../core/language.ts";
import type { Context } from "../platform/context.ts";
import type { Assets } from "./assets.ts";
import { describeErrorPage, statusOf } from "./error-page.tsx";
import { renderPage } from "./layout.tsx";
import { preferredLanguage } from "./preferred-language.ts";
import { originOf } from "./request.ts";

/** A designed page in the reader's language for whatever went wrong; what is our fault goes into the log. */
export async function renderError(c: HonoContext, context: Context, assets: Assets, error: unknown): Promise<Response> {
  const status = statusOf(error);
  if (status === 500) context.log.error({ err: error, path: c.req.path }, "request failed");
  const first = c.req.path.split("/")[1] ?? "";
  const language = isLanguage(first) ? first : preferredLanguage(c.req.header("accept-language"));
  const { pathname, search } = new URL(c.req.url);
  const url = new URL(`${originOf(c, context)}${pathname}${search}`);
  // The switch to another language must lead to a page, so an address without a language gets one; so does a form's address.
  if (!isLanguage(first) || c.req.method === "POST") url.pathname = `/${language}`;
  const request = { context, language, url, params: {} };
  try {
    return c.html(await renderPage(request, describeErrorPage(request, error), assets), status);
  } catch (failure) {
    context.log.error({ err: failure }, "error page failed");
    return c.text(String(status), status);
  }
}
