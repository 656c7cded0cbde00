import type { MemberRoute } from "../../web/page.ts";
import { acceptSeen, showWork } from "./pages/work.tsx";

export const workRoutes: readonly MemberRoute[] = [
  { path: "/members", access: "members.read", page: showWork },
  { path: "/members", access: "members.read", action: acceptSeen },
];
