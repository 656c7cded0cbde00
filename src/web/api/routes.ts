import type { Route } from "../page.ts";
import { showApi } from "./pages/api-page.tsx";

export const apiRoutes: readonly Route[] = [{ path: "/api", access: "public", page: showApi }];
