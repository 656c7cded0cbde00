import type { Context as HonoContext, MiddlewareHandler } from "hono";
import type { Context } from "../platform/context.ts";

/**
 * Whether a request that changes something comes from a page of this site (OWASP, Cross-Site Request Forgery Prevention: verify
 * Origin; Sec-Fetch-Site where a browser leaves Origin out). A caller that names neither is refused as well: scripts can say
 * who they are.
 */
export function isOwnOrigin(headers: Headers, requestUrl: string, publicUrl: string | undefined): boolean {
  const origin = headers.get("origin");
  if (origin !== null && origin !== "null") {
    if (!URL.canParse(origin)) return false;
    const expected = publicUrl ? [new URL(publicUrl).origin] : [new URL(requestUrl).origin];
    return expected.includes(new URL(origin).origin);
  }
  return origin === null && headers.get("sec-fetch-site") === "same-origin";
}

export function checkOrigin(context: Context, refuse: (c: HonoContext) => Promise<Response>): MiddlewareHandler {
  return async (c, next) => {
    if (["GET", "HEAD", "OPTIONS"].includes(c.req.method)) return next();
    if (isOwnOrigin(c.req.raw.headers, c.req.url, context.config.publicUrl)) return next();
    return refuse(c);
  };
}
