import type { TableSummary } from "./service.ts";

/** One line of `GET /api/v1/tables` and of `renkei tables`. */
export function toTableItem({
  id,
  title,
  fiscalYears,
}: TableSummary): Pick<TableSummary, "id" | "title" | "fiscalYears"> {
  return { id, title, fiscalYears };
}
