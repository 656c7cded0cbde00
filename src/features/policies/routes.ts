import type { PublicRoute } from "../../web/page.ts";
import { sendPoliciesAtom } from "./atom-feed.ts";
import { showPolicies } from "./pages/policies.tsx";
import { showPolicy } from "./pages/policy.tsx";
import { showRegion } from "./pages/region.tsx";
import { showTargets } from "./pages/targets.tsx";

/** `/policies/sources` is the sources' own: it stands before these in the list of all routes. */
export const policyRoutes: readonly PublicRoute[] = [
  { path: "/policies", access: "public", page: showPolicies },
  { path: "/policies.atom", access: "public", raw: sendPoliciesAtom },
  { path: "/policies/targets", access: "public", page: showTargets },
  { path: "/policies/regions/:id", access: "public", page: showRegion },
  { path: "/policies/:id", access: "public", page: showPolicy },
];
