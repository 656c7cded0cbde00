import type { PublicRoute } from "../page.ts";
import { showApi } from "./pages/api-page.tsx";

export const apiRoutes: readonly PublicRoute[] = [{ path: "/api", access: "public", page: showApi }];
