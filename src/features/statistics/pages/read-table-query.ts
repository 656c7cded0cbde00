import { AppError } from "../../../core/errors.ts";
import type { PageRequest } from "../../../web/page.ts";
import { readDay, readYear } from "../../../web/query.ts";

export interface TableQuery {
  fiscalYear: number | undefined;
  /** undefined: today */
  asOf: string | undefined;
}

/** Throws `not-found` for a year and `invalid-input` for a day that cannot be read. */
export function readTableQuery({ url }: PageRequest): TableQuery {
  const fiscalYear = readYear(url, "fiscalYear");
  const asOf = readDay(url, "asOf");
  if (fiscalYear === "invalid") throw new AppError("not-found", { kind: "fiscal-year" });
  if (asOf === "invalid") throw new AppError("invalid-input", { field: "asOf" });
  return { fiscalYear, asOf };
}
