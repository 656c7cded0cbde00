import type { PublicRoute } from "../../web/page.ts";
import { showFindings } from "./pages/findings.tsx";
import { showQuality } from "./pages/quality.tsx";
import { showReconciliation } from "./pages/reconciliation.tsx";

export const findingRoutes: readonly PublicRoute[] = [
  { path: "/quality", access: "public", page: showQuality },
  { path: "/quality/findings", access: "public", page: showFindings },
  { path: "/quality/reconciliation", access: "public", page: showReconciliation },
];
