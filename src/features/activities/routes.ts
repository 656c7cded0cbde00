import type { PublicRoute } from "../../web/page.ts";
import { sendCalendar } from "./calendar-feed.ts";
import { sendAtom, sendRss } from "./feeds.ts";
import { showActivities } from "./pages/activities.tsx";
import { showActivity } from "./pages/activity.tsx";
import { showCalendar } from "./pages/calendar.tsx";
import { showYear } from "./pages/year.tsx";
import { showYears } from "./pages/years.tsx";

export const activityRoutes: readonly PublicRoute[] = [
  { path: "/activities", access: "public", page: showActivities },
  // Before the page of one activity, whose id would take its place.
  { path: "/activities/calendar", access: "public", page: showCalendar },
  { path: "/activities/:id", access: "public", page: showActivity },
  { path: "/years", access: "public", page: showYears },
  { path: "/years/:fiscalYear", access: "public", page: showYear },
  { path: "/movements.atom", access: "public", raw: sendAtom },
  { path: "/movements.rss", access: "public", raw: sendRss },
  { path: "/activities.ics", access: "public", raw: sendCalendar },
];
