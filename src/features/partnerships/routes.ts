import type { PublicRoute } from "../../web/page.ts";
import { showAgreements } from "./pages/agreements-page.tsx";
import { showPartnershipMatrix } from "./pages/matrix-page.tsx";
import { showPartnership } from "./pages/partnership-page.tsx";
import { showPartnerships } from "./pages/partnerships-page.tsx";

export const partnershipRoutes: readonly PublicRoute[] = [
  { path: "/partnerships", access: "public", page: showPartnerships },
  // Before the record of one partnership, whose path would take it for an id.
  { path: "/partnerships/matrix", access: "public", page: showPartnershipMatrix },
  { path: "/partnerships/:id", access: "public", page: showPartnership },
  { path: "/agreements", access: "public", page: showAgreements },
];
