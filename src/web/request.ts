import type { Context as HonoContext } from "hono";
import { AppError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import type { Context } from "../platform/context.ts";
import type { PageRequest } from "./page.ts";
import { hasControlCharacter } from "./query.ts";

/** Throws `not-found` for a path with control characters: no record has one. */
export function toPageRequest(c: HonoContext, context: Context, language: Language): PageRequest {
  const { pathname, search } = new URL(c.req.url);
  const params = c.req.param() as Record<string, string>;
  if (Object.values(params).some((value) => hasControlCharacter(value))) throw new AppError("not-found");
  return { context, language, url: new URL(`${originOf(c, context)}${pathname}${search}`), params };
}

/** The configured public address; without one, the address that the reader used. */
export function originOf(c: HonoContext, context: Context): string {
  return context.config.publicUrl ?? new URL(c.req.url).origin;
}
