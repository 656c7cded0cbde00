import { z } from "@hono/zod-openapi";
import { languageParameter } from "./parameters.ts";

export const documentQuery = z.strictObject({ lang: languageParameter });
