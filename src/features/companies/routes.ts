import type { MemberRoute } from "../../web/page.ts";
import { showCase } from "./pages/case-page.tsx";
import { showCases } from "./pages/cases.tsx";
import { showEditCase, showNewCase, submitEditCase, submitNewCase } from "./pages/edit-case.tsx";
import { showCompanyEvents } from "./pages/events.tsx";
import { submitCase } from "./pages/move-action.ts";

export const companyRoutes: readonly MemberRoute[] = [
  { path: "/members/companies", access: "companies.keep", page: showCases },
  { path: "/members/companies/events", access: "companies.keep", page: showCompanyEvents },
  { path: "/members/companies/new", access: "companies.keep", page: showNewCase },
  { path: "/members/companies/new", access: "companies.keep", action: submitNewCase },
  { path: "/members/companies/cases/:id", access: "companies.keep", page: showCase },
  { path: "/members/companies/cases/:id", access: "companies.keep", action: submitCase },
  { path: "/members/companies/cases/:id/edit", access: "companies.keep", page: showEditCase },
  { path: "/members/companies/cases/:id/edit", access: "companies.keep", action: submitEditCase },
];
