import type { MemberRoute } from "../../web/page.ts";
import { showNeedMap } from "./pages/map.tsx";
import { showNeedShifts } from "./pages/shifts.tsx";

/** Pictures of all needs and offers together. */
export const matchingViewRoutes: readonly MemberRoute[] = [
  { path: "/members/matching/map", access: "members.read", page: showNeedMap },
  { path: "/members/matching/shifts", access: "members.read", page: showNeedShifts },
];
