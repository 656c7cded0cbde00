import type { Route } from "../../web/page.ts";

export const projectRoutes: readonly Route[] = [];
