import { neutraliseFormula } from "../core/neutralise-formula.ts";
import { cleanData } from "./clean-data.ts";
import type { DataTable, DataValue } from "./data-table.ts";

/**
 * A table for machines as CSV (RFC 4180): UTF-8 with a byte order mark, so that Excel reads it as UTF-8; the names of the
 * fields in the first line, one record a line (rule of 2026-03-31, L1-14 and L1-15).
 */
export function writeDataCsv({ fields, rows }: DataTable): string {
  const lines = [fields.map(({ name }) => name), ...rows].map((row) => row.map(writeField).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** Nothing between two commas is no value; numbers stand bare, negative ones as well. */
function writeField(value: DataValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = neutraliseFormula(cleanData(value));
  return /[",'\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
