import type { MemberRoute } from "../../web/page.ts";
import { postEntry } from "./pages/entry/entry-actions.tsx";
import { showEntryPage } from "./pages/entry/entry-page.tsx";
import { findOrganisations, understandDate } from "./pages/entry/form-answers.ts";

export const formRoutes: readonly MemberRoute[] = [
  { path: "/members/enter/:kind", access: "records.enter", page: showEntryPage },
  { path: "/members/enter/:kind", access: "records.enter", action: postEntry },
  { path: "/members/correct/:kind/:id", access: "records.enter", page: showEntryPage },
  { path: "/members/correct/:kind/:id", access: "records.enter", action: postEntry },
  { path: "/members/entries/:entry", access: "records.enter", page: showEntryPage },
  { path: "/members/entries/:entry", access: "records.enter", action: postEntry },
  { path: "/members/understand/date", access: "records.enter", raw: understandDate },
  { path: "/members/find/organisations", access: "records.enter", raw: findOrganisations },
];
