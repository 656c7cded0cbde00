import type { RefusalReason } from "./refusal.ts";
import type { Grid, GridRow, Workbook } from "./workbook.ts";

export interface WorkerRequest {
  bytes: Uint8Array;
  name: string;
  expectedHeaders: string[];
}

export type WorkerMessage =
  | { is: "progress"; share: number }
  | ({ is: "begun" } & Pick<Workbook, "format" | "encoding">)
  | { is: "grid"; grid: Grid }
  | { is: "rows"; rows: GridRow[] }
  | { is: "done" }
  | { is: "refused"; reason: RefusalReason; limit: number | null; place: string | null };
