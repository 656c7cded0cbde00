import type { Route } from "../../web/page.ts";

export const organisationRoutes: readonly Route[] = [];
