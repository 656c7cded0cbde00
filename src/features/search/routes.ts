import type { MemberRoute } from "../../web/page.ts";
import { showSavedSearches, submitSavedSearches } from "./pages/saved-searches.tsx";
import { showMemberSearch, showSearch } from "./pages/search.tsx";

/**
 * The public search is no kept page: what it finds changes when the index follows the records, some seconds after their revision,
 * and its addresses are without number.
 */
export const searchRoutes: readonly MemberRoute[] = [
  { path: "/search", access: "anyone", page: showSearch },
  { path: "/members/search", access: "members.read", page: showMemberSearch },
  { path: "/members/search/saved", access: "members.read", page: showSavedSearches },
  { path: "/members/search/saved", access: "members.read", action: submitSavedSearches },
];
