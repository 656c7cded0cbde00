import type { MemberRoute } from "../../web/page.ts";
import { askForClosing, closeNow, publishNow, reopenNow } from "./pages/year/years-actions.tsx";
import { confirmClosing } from "./pages/year/years-confirm.tsx";
import { showMemberYears } from "./pages/year/years-list.tsx";
import { showMemberYear } from "./pages/year/years-year.tsx";

export const yearRoutes: readonly MemberRoute[] = [
  { path: "/members/years", access: "members.read", page: showMemberYears },
  { path: "/members/years/:year", access: "members.read", page: showMemberYear },
  { path: "/members/years/:year/publish", access: "years.publish", action: publishNow },
  { path: "/members/years/:year/propose", access: "years.publish", action: askForClosing },
  { path: "/members/years/:year/close", access: "years.close", page: confirmClosing },
  { path: "/members/years/:year/close", access: "years.close", action: closeNow },
  { path: "/members/years/:year/reopen", access: "years.close", action: reopenNow },
];
