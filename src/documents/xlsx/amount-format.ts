import type { PrintCell } from "../print-table.ts";

/** The format under which Excel shows a number as the cell's text does: `#,##0"回"`, `#,##0" pages"`. */
export function writeAmountFormat(text: string, number: NonNullable<PrintCell["number"]>): string {
  const digits = String(Math.abs(number.value)).split(".")[1]?.length ?? 0;
  const pattern = digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
  const shown = [Math.abs(number.value).toLocaleString("en-US", { maximumFractionDigits: 20 }), String(number.value)];
  const found = shown.find((candidate) => text.includes(candidate));
  if (found === undefined) return `${pattern}${quote(number.unit)}`;
  const start = text.indexOf(found);
  // The sign is the format's own.
  const before = text.slice(0, start).replace(/[-−]$/, "");
  return `${quote(before)}${pattern}${quote(text.slice(start + found.length))}`;
}

function quote(text: string): string {
  if (text === "") return "";
  return text
    .split('"')
    .map((part) => (part === "" ? "" : `"${part}"`))
    .join('\\"');
}
