import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { sendFollowFeed } from "./follow-feed.ts";
import { showBulletin } from "./pages/bulletin.tsx";
import { showBulletins } from "./pages/bulletins.tsx";
import { showClipping, submitClipping } from "./pages/clipping.tsx";
import { showDeskBulletin, submitDeskBulletin } from "./pages/desk-bulletin.tsx";
import { showDeskBulletins } from "./pages/desk-bulletins.tsx";
import { downloadBulletin, downloadDeskBulletin } from "./pages/files.ts";
import { showFollows, submitFollows } from "./pages/follows.tsx";

const file = ":file{.+\\.(?:pdf|docx|traces\\.csv)}";

export const bulletinRoutes: readonly PublicRoute[] = [
  { path: "/bulletins", access: "public", page: showBulletins },
  { path: `/bulletins/${file}`, access: "public", raw: downloadBulletin },
  { path: "/bulletins/:month", access: "public", page: showBulletin },
];

export const bulletinDeskRoutes: readonly MemberRoute[] = [
  { path: "/members/desk/clippings/:item", access: "members.read", page: showClipping },
  { path: "/members/desk/clippings/:item", access: "policies.edit", action: submitClipping },
  { path: "/members/desk/bulletins", access: "members.read", page: showDeskBulletins },
  { path: `/members/desk/bulletins/${file}`, access: "members.read", raw: downloadDeskBulletin },
  { path: "/members/desk/bulletins/:month", access: "members.read", page: showDeskBulletin },
  { path: "/members/desk/bulletins/:month", access: "policies.approve", action: submitDeskBulletin },
  { path: "/members/follows", access: "members.read", page: showFollows },
  { path: "/members/follows", access: "members.read", action: submitFollows },
  { path: "/follow/:file{.+\\.atom}", access: "anyone", raw: sendFollowFeed },
];
