import type { MemberRoute } from "../../web/page.ts";
import { showMatch } from "./pages/match.tsx";
import { submitMatch, submitProposal } from "./pages/match-actions.tsx";
import { showMatching } from "./pages/matching.tsx";
import { showProposals } from "./pages/proposals.tsx";

export const matchingRoutes: readonly MemberRoute[] = [
  { path: "/members/matching", access: "members.read", page: showMatching },
  { path: "/members/matching/needs/:need", access: "needs.broker", page: showProposals },
  { path: "/members/matching/needs/:need", access: "needs.broker", action: submitProposal },
  { path: "/members/matching/matches/:id", access: "members.read", page: showMatch },
  { path: "/members/matching/matches/:id", access: "members.read", action: submitMatch },
];
