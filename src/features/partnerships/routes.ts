import type { Route } from "../../web/page.ts";

export const partnershipRoutes: readonly Route[] = [];
