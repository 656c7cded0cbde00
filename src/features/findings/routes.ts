import type { Route } from "../../web/page.ts";

export const findingRoutes: readonly Route[] = [];
