import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { receivePage } from "../policies/receive.ts";
import { setWatchFromBoard, showSourceBoard } from "./pages/board.tsx";
import { showPublicSources } from "./pages/public-sources.tsx";
import { showSnapshot } from "./pages/snapshot.ts";
import { createSourceAction, showSource } from "./pages/source.tsx";

/** Before those of policies, whose ids would else take `sources` for one of them. */
export const publicSourceRoutes: readonly PublicRoute[] = [
  { path: "/policies/sources", access: "public", page: showPublicSources },
];

export const sourceRoutes: readonly MemberRoute[] = [
  { path: "/members/desk/sources", access: "members.read", page: showSourceBoard },
  { path: "/members/desk/sources", access: "policies.edit", action: setWatchFromBoard },
  { path: "/members/desk/sources/:id", access: "members.read", page: showSource },
  { path: "/members/desk/sources/:id", access: "policies.edit", action: createSourceAction(receivePage) },
  { path: "/members/desk/snapshots/:id", access: "members.read", raw: showSnapshot },
];
