import type { Route } from "../../web/page.ts";

export const statisticsRoutes: readonly Route[] = [];
