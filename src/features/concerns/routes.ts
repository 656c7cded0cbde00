import type { PublicRoute } from "../../web/page.ts";
import { showConcerns } from "./pages/concerns.tsx";

export const concernRoutes: readonly PublicRoute[] = [{ path: "/concerns", access: "public", page: showConcerns }];
