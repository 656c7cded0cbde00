import { stringify } from "csv-stringify/sync";
import { neutraliseFormula } from "../core/neutralise-formula.ts";

/** UTF-8 CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutraliseFormula(cell) : cell)));
  // A line end of its own kind inside a cell must be quoted as well.
  return `\uFEFF${stringify(safe, { record_delimiter: "windows", quoted_match: /[\r\n]/ })}`;
}
