import type { Route } from "../../web/page.ts";

export const programmeRoutes: readonly Route[] = [];
