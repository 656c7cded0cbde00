import type { Route } from "../../web/page.ts";

export const activityRoutes: readonly Route[] = [];
