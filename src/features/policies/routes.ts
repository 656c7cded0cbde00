import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { sendPoliciesAtom } from "./atom-feed.ts";
import { sendItemAttachment } from "./pages/attachment.ts";
import { showDesk, submitDesk } from "./pages/desk.tsx";
import { showDeskItem } from "./pages/desk-item.tsx";
import { submitDeskItem } from "./pages/desk-item-actions.tsx";
import { showDeskRules, submitDeskRules } from "./pages/desk-rules.tsx";
import { showDeskTargets, submitDeskTargets } from "./pages/desk-targets.tsx";
import { showDifference } from "./pages/difference.tsx";
import { showNewItem, submitNewItem } from "./pages/new-item.tsx";
import { showPolicies } from "./pages/policies.tsx";
import { showPolicy } from "./pages/policy.tsx";
import { showMemberRegion, showRegion } from "./pages/region.tsx";
import { showTargets } from "./pages/targets.tsx";

/** `/policies/sources` is the sources' own: it stands before these in the list of all routes. */
export const policyRoutes: readonly PublicRoute[] = [
  { path: "/policies", access: "public", page: showPolicies },
  { path: "/policies.atom", access: "public", raw: sendPoliciesAtom },
  { path: "/policies/targets", access: "public", page: showTargets },
  { path: "/policies/regions/:id", access: "public", page: showRegion },
  { path: "/policies/:id", access: "public", page: showPolicy },
];

export const deskRoutes: readonly MemberRoute[] = [
  { path: "/members/desk", access: "members.read", page: showDesk },
  { path: "/members/desk", access: "policies.edit", action: submitDesk },
  { path: "/members/regions/:id", access: "members.read", page: showMemberRegion },
  { path: "/members/desk/new", access: "policies.edit", page: showNewItem },
  { path: "/members/desk/new", access: "policies.edit", action: submitNewItem },
  { path: "/members/desk/targets", access: "members.read", page: showDeskTargets },
  { path: "/members/desk/targets", access: "policies.edit", action: submitDeskTargets },
  { path: "/members/desk/rules", access: "members.read", page: showDeskRules },
  { path: "/members/desk/rules", access: "policies.edit", action: submitDeskRules },
  { path: "/members/desk/items/:id", access: "members.read", page: showDeskItem },
  { path: "/members/desk/items/:id", access: "policies.edit", action: submitDeskItem },
  { path: "/members/desk/items/:id/difference/:other", access: "members.read", page: showDifference },
  { path: "/members/desk/items/:id/attachments/:position", access: "members.read", raw: sendItemAttachment },
];
