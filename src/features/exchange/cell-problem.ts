import type { DateProblem } from "../../core/read-date-problem.ts";
import type { ProblemReason } from "../../sheets/problem.ts";

/** Why a cell, a row or a whole sheet cannot be taken; the words stand in `messages/*.json` under `exchange.problem`. */
export type CellProblemCode =
  | Extract<
      ProblemReason,
      | "required"
      | "bad-id"
      | "bad-integer"
      | "out-of-range"
      | "bad-decimal"
      | "bad-choice"
      | "bad-flag"
      | "bad-code-form"
      | "duplicate-key"
      | "unknown-reference"
      | "malformed-date"
      | "control-character"
    >
  | `date-${DateProblem["code"]}`
  | "ambiguous-reference"
  | "bad-people"
  | "too-long"
  | "damaged"
  | "error-value"
  | "repeated-record"
  | "repeated-row"
  | "taken-record"
  | "removed-record"
  | "not-yours"
  | "under-review"
  | "year-closed";

export interface CellProblem {
  code: CellProblemCode;
  value: string;
  /** choices, limits, or the other row */
  expected: string;
}

export function cellProblem(code: CellProblemCode, value = "", expected = ""): CellProblem {
  return { code, value: value.length > 80 ? `${value.slice(0, 80)}…` : value, expected };
}
