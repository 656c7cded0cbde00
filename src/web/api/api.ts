import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "../../platform/context.ts";
import type { PageCache } from "../page-cache.ts";

export function createApi(_context: Context, _cache: PageCache): OpenAPIHono {
  return new OpenAPIHono();
}
