import type { CellProblem, CellProblemCode } from "../../records/cell-problem.ts";

/** Why a cell, a row or a whole sheet cannot be taken; the words stand in `messages/*.json` under `exchange.problem`. */
export type SheetProblemCode =
  | CellProblemCode
  | "bad-people"
  | "damaged"
  | "error-value"
  | "repeated-record"
  | "repeated-row"
  | "taken-record"
  | "removed-record"
  | "not-yours"
  | "under-review"
  | "year-closed";

export type SheetProblem = CellProblem<SheetProblemCode>;
