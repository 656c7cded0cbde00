import type { MemberRoute } from "../../web/page.ts";

export const accountRoutes: readonly MemberRoute[] = [];
