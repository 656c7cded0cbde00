import type { PublicRoute } from "../../web/page.ts";
import { showFigures } from "./pages/figures.tsx";
import { showTable } from "./pages/table.tsx";
import { downloadTableFile } from "./pages/table-file.ts";
import { showTables } from "./pages/tables.tsx";

export const statisticsRoutes: readonly PublicRoute[] = [
  { path: "/tables", access: "public", page: showTables },
  { path: "/tables/:file{.+\\.(?:csv|xlsx|docx|pdf)}", access: "public", raw: downloadTableFile },
  { path: "/tables/:id", access: "public", page: showTable },
  { path: "/figures", access: "public", page: showFigures },
];
