import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showMemberOrganisation, showOrganisation } from "./pages/organisation-page.tsx";
import { showOrganisations } from "./pages/organisations-page.tsx";

export const organisationRoutes: readonly PublicRoute[] = [
  { path: "/organisations", access: "public", page: showOrganisations },
  { path: "/organisations/:id", access: "public", page: showOrganisation },
];

export const memberOrganisationRoutes: readonly MemberRoute[] = [
  { path: "/members/organisations/:id", access: "members.read", page: showMemberOrganisation },
];
