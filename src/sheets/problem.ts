/** Why a file or a cell cannot be loaded. The words stand in `messages/*.json` under `problem`. */
export type ProblemReason =
  | "missing-file"
  | "unknown-file"
  | "too-large"
  | "empty-file"
  | "not-utf8"
  | "control-character"
  | "broken-quoting"
  | "missing-column"
  | "unknown-column"
  | "repeated-column"
  | "wrong-cell-count"
  | "required"
  | "formula"
  | "bad-id"
  | "bad-integer"
  | "out-of-range"
  | "bad-decimal"
  | "bad-choice"
  | "bad-flag"
  | "malformed-date"
  | "impossible-date"
  | "bad-code-form"
  | "duplicate-key"
  | "unknown-reference"
  | "circular"
  /** what must hold between several cells of a record; `expected` names the rule, whose words stand under `recordRule` */
  | "broken-rule"
  | "one-row";

export interface Problem {
  file: string;
  /** line in the file, counted from 1; null where the file as a whole is meant */
  line: number | null;
  column: string | null;
  /** the offending text, shortened */
  value: string | null;
  reason: ProblemReason;
  /** what would be right: allowed choices, limits, the sheet that lacks the id */
  expected: string | null;
}

const longestShownValue = 80;

export function shortenValue(value: string): string {
  const characters = [...value];
  return characters.length > longestShownValue ? `${characters.slice(0, longestShownValue).join("")}…` : value;
}
