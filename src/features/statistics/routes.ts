import type { PublicRoute } from "../../web/page.ts";
import { showFigures } from "./pages/figures.tsx";
import { showTable } from "./pages/table.tsx";
import {
  downloadRecordChart,
  downloadTableChartData,
  downloadTablePng,
  downloadTableSvg,
} from "./pages/table-chart-files.ts";
import { downloadTableFile } from "./pages/table-file.ts";
import { showTables } from "./pages/tables.tsx";

export const statisticsRoutes: readonly PublicRoute[] = [
  { path: "/tables", access: "public", page: showTables },
  // Before the files of the whole table, whose pattern would take the last of these as well.
  { path: "/tables/:file{.+\\.svg}", access: "public", raw: downloadTableSvg },
  { path: "/tables/:file{.+\\.png}", access: "public", raw: downloadTablePng },
  { path: "/tables/:file{.+\\.chart\\.csv}", access: "public", raw: downloadTableChartData },
  { path: "/tables/:file{.+\\.(?:csv|xlsx|docx|pdf)}", access: "public", raw: downloadTableFile },
  { path: "/tables/:id", access: "public", page: showTable },
  { path: "/figures/:file{.+\\.(?:svg|png|csv)}", access: "public", raw: downloadRecordChart },
  { path: "/figures", access: "public", page: showFigures },
];
