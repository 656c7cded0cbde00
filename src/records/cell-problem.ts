import type { DateProblem } from "../core/read-date-problem.ts";
import { type ProblemReason, shortenValue } from "../sheets/problem.ts";

/** Why what a person wrote in a cell cannot be taken. */
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
      | "unknown-reference"
      | "control-character"
    >
  | "bad-date"
  | "ambiguous-reference"
  | "too-long";

export interface CellProblem<Code extends string = CellProblemCode> {
  code: Code;
  value: string;
  /** choices or limits, in the language of the form or sheet */
  expected: string;
  /** keys of the records or EDTF dates that the text may mean: the person picks one */
  candidates?: string[];
  /** of a date: what exactly is wrong */
  date?: DateProblem;
}

export function cellProblem<Code extends string>(code: Code, value = "", expected = ""): CellProblem<Code> {
  return { code, value: shortenValue(value), expected };
}
