import type { MemberRoute } from "../../web/page.ts";
import { downloadSheet, exchangeSheet } from "./pages/exchange-actions.ts";
import { showExchange } from "./pages/exchange-page.tsx";
import { decideImport, downloadErrors } from "./pages/import-actions.ts";
import { showImport } from "./pages/import-page.tsx";

export const exchangeRoutes: MemberRoute[] = [
  { path: "/members/exchange", access: "records.enter", page: showExchange },
  { path: "/members/exchange/:kind", access: "records.enter", raw: downloadSheet },
  { path: "/members/exchange/:kind", access: "records.enter", action: exchangeSheet },
  { path: "/members/imports/:id", access: "records.enter", page: showImport },
  { path: "/members/imports/:id", access: "records.enter", action: decideImport },
  { path: "/members/imports/:id/file", access: "records.enter", raw: downloadErrors },
];
