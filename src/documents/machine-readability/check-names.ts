import { cellAddress, columnLetters } from "./address.ts";
import type { Findings } from "./report.ts";
import { type CheckedSheet, cellAt, columnsOf } from "./sheet.ts";

const year = /^(19|20)\d{2}\s*(年|年度)?$/;
const timeNames: readonly RegExp[] = [
  year,
  /^(FY\s?)?(19|20)\d{2}$/i,
  /^\d{1,2}\s*月$/,
  /^(第?\d+[期回]|[上下前后後]半?期|[1-4]Q|Q[1-4])$/,
  /^((明治|大正|昭和|平成|令和)(\d{1,2}|元)\s*(年|年度)?|[MTSHR]\d{1,2})$/,
];

/** What the columns are called: each telling, each once, in one row, and not the values of a variable. */
export function checkNames(sheet: CheckedSheet, findings: Findings): void {
  const { name, header } = sheet;
  if (header < 0) return;
  const columns = columnsOf(sheet);
  const at = (column: number) => ({ sheet: name, address: cellAddress(header, column) });
  const seen = new Map<string, number>();
  const isSplit = columns.some(({ name: text, index }) => text === "" && isSubheading(sheet, index));
  if (isSplit) findings.add("L2-03", "split-header", { sheet: name, address: `${header + 1}:${header + 2}` });
  for (const { index, name: text, cells } of columns) {
    const hasData = cells.some(({ cell }) => cell.text !== "");
    if (text === "" && hasData && !isSplit) findings.add("L1-05", "no-name", at(index));
    if (text !== "" && !isTelling(text)) findings.add("L1-05", "unclear-name", at(index), { value: text });
    const folded = text.normalize("NFKC").trim().toLowerCase();
    const first = seen.get(folded);
    if (text !== "" && first !== undefined)
      findings.add("L2-03", "same-name", at(index), { value: text, other: cellAddress(header, first) });
    else seen.set(folded, index);
  }
  checkLongForm(sheet, findings, columns);
}

/** Only marks or numbers, or what programs put in where there was no name. */
function isTelling(text: string): boolean {
  if (timeNames.some((pattern) => pattern.test(text))) return true;
  return (
    !/^[\p{P}\p{S}\d\s]+$/u.test(text) && !/^(unnamed: ?\d+|column ?\d+|列 ?\d+|field ?\d+|字段 ?\d+|x)$/i.test(text)
  );
}

/** A name in the second row where the first has none, above numbers. */
function isSubheading(sheet: CheckedSheet, column: number): boolean {
  const below = cellAt(sheet, sheet.header + 1, column);
  const data = cellAt(sheet, sheet.header + 2, column);
  return below.text !== "" && !below.isNumber && data.isNumber;
}

/** Years, months or numbered columns side by side are values of a variable that belongs into rows (L3-09). */
function checkLongForm({ name }: CheckedSheet, findings: Findings, columns: ReturnType<typeof columnsOf>): void {
  for (const pattern of timeNames) {
    const found = columns.filter(({ name: text }) => pattern.test(text.trim()));
    if (found.length < 3) continue;
    findings.add("L3-09", "times-across", spanOf(name, found), {
      value: found.map(({ name: text }) => text).join(" "),
    });
    return;
  }
  const numbered = Map.groupBy(
    columns.filter(({ name: text }) => /^\D+[\s_-]?\d+$/u.test(text)),
    ({ name: text }) => text.replace(/[\s_-]?\d+$/, ""),
  );
  for (const [base, found] of numbered)
    if (found.length >= 4) findings.add("L3-09", "numbered-columns", spanOf(name, found), { value: base });
}

function spanOf(sheet: string | null, columns: readonly { index: number }[]) {
  const [first, last] = [columns[0]?.index ?? 0, columns.at(-1)?.index ?? 0];
  return { sheet, address: `${columnLetters(first)}:${columnLetters(last)}` };
}
