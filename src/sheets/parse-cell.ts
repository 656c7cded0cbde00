import { edtfBounds, parseEdtf } from "../core/edtf.ts";
import { type ProblemReason, shortenValue } from "./problem.ts";
import type { Column } from "./sheet.ts";

export type CellValue = string | number | boolean | null | string[] | number[];
export type Row = Record<string, CellValue>;

export interface CellProblem {
  reason: ProblemReason;
  value: string;
  expected: string | null;
}

/**
 * Reads one cell into `row`: under the column's own name, and for an EDTF date also its first and last possible day.
 * Returns the problem where the text is not of the column's type.
 */
export function parseCell(
  column: Column,
  text: string,
  row: Row,
  { allowFormula = false }: { allowFormula?: boolean } = {},
): CellProblem | null {
  const { value: type, name } = column;
  if (text === "") {
    row[name] = emptyValue(column);
    if (type.type === "edtf") setBounds(row, name, null, null);
    return column.required ? problem("required", text) : null;
  }
  // Spreadsheet programs run a cell that begins so: CWE-1236. Numbers keep their sign.
  if (!allowFormula && /^[=+\-@\t\r]/.test(text) && type.type !== "integer" && type.type !== "decimal")
    return problem("formula", text);
  switch (type.type) {
    case "id":
      row[name] = text;
      return isId(text) ? null : problem("bad-id", text);
    case "text":
    case "reference":
      row[name] = text;
      return null;
    case "references":
      row[name] = text.split(";");
      return null;
    case "texts":
      row[name] = text.split(";").map((part) => part.trim());
      return null;
    case "integer": {
      if (!/^-?\d{1,15}$/.test(text)) return problem("bad-integer", text);
      row[name] = Number(text);
      return checkRange(Number(text), type.minimum, type.maximum, text);
    }
    case "integers": {
      const parts = text.split(";");
      if (!parts.every((part) => /^-?\d{1,9}$/.test(part))) return problem("bad-integer", text);
      row[name] = parts.map(Number);
      return null;
    }
    case "decimal": {
      if (!/^-?\d{1,9}(\.\d{1,12})?$/.test(text)) return problem("bad-decimal", text);
      row[name] = Number(text);
      return checkRange(Number(text), type.minimum, type.maximum, text);
    }
    case "choice":
      row[name] = text;
      return type.choices.includes(text) ? null : problem("bad-choice", text, type.choices.join(", "));
    case "choices": {
      const parts = text.split(";");
      row[name] = parts;
      const wrong = parts.find((part) => !type.choices.includes(part));
      return wrong === undefined ? null : problem("bad-choice", wrong, type.choices.join(", "));
    }
    case "flag":
      row[name] = text === "yes";
      return text === "yes" || text === "no" ? null : problem("bad-flag", text, "yes, no");
    case "code":
      row[name] = text;
      return type.pattern.test(text) ? null : problem("bad-code-form", text, type.pattern.source);
    case "edtf":
      return parseDate(name, text, row);
  }
}

export function isId(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

function parseDate(name: string, text: string, row: Row): CellProblem | null {
  row[name] = text;
  const result = parseEdtf(text);
  if (!result.ok) return problem(result.problem === "malformed" ? "malformed-date" : "impossible-date", text);
  const { from, to } = edtfBounds(result.value);
  setBounds(row, name, from, to);
  return null;
}

function setBounds(row: Row, name: string, from: string | null, to: string | null): void {
  row[`${name}_from`] = from;
  row[`${name}_to`] = to;
}

function emptyValue(column: Column): CellValue {
  const { type } = column.value;
  return type === "references" || type === "texts" || type === "choices" || type === "integers" ? [] : null;
}

function checkRange(number: number, minimum = -1e15, maximum = 1e15, text: string): CellProblem | null {
  return number >= minimum && number <= maximum ? null : problem("out-of-range", text, `${minimum} – ${maximum}`);
}

function problem(reason: ProblemReason, value: string, expected: string | null = null): CellProblem {
  return { reason, value: shortenValue(value), expected };
}
