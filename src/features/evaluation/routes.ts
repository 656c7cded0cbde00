import type { Route } from "../../web/page.ts";

export const evaluationRoutes: readonly Route[] = [];
