import type { Language } from "../../core/language.ts";
import { readDate } from "../../core/read-date.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { CellContext } from "../../records/cell-codec.ts";
import type { CellProblem } from "../../records/cell-problem.ts";
import type { ContentProblem } from "../../records/check.ts";
import { describeDateProblem } from "../../records/describe-date-problem.ts";

/** What is wrong with a cell and what to do, for the person who fills in the form. */
export function describeContentProblem(
  { reason, value, expected }: Pick<ContentProblem, "reason" | "value" | "expected">,
  { language }: Pick<CellContext, "language">,
): string {
  switch (reason) {
    case "required":
    case "required-in-any":
    case "translation-missing":
    case "control-character":
    case "bad-integer":
    case "bad-decimal":
    case "bad-code-form":
    case "impossible-date":
      return message(language, `contentProblem.${reason}`);
    case "malformed-date":
      return describeUnreadDate(value, language);
    case "bad-choice":
    case "bad-flag":
      return message(language, "contentProblem.bad-choice", { value });
    case "out-of-range":
      return message(language, "contentProblem.out-of-range", { expected: expected ?? "" });
    case "duplicate-key":
      return message(language, "contentProblem.duplicate-key", { row: expected ?? "" });
    case "unknown-reference":
      return message(language, `contentProblem.${expected === "policies" ? "unknown-policy" : "unknown-reference"}`, {
        value,
      });
    case "too-long":
      return message(language, "contentProblem.too-long", { expected: expected ?? "" });
    case "broken-rule":
      return choiceMessage(language, "recordRule", expected ?? "");
    default:
      return message(language, `problem.${reason}`, { expected: expected ?? "" });
  }
}

/** The same sentence as while it was typed. */
function describeUnreadDate(value: string, language: Language): string {
  const reading = readDate(value, { language });
  return reading.ok || reading.problem.code === "unreadable" || reading.problem.code === "no-calendar"
    ? message(language, "contentProblem.malformed-date", { value })
    : describeDateProblem(reading.problem, language);
}

/** What is wrong with what the person typed, where it could not even be read. */
export function describeCellProblem(problem: CellProblem, { language }: Pick<CellContext, "language">): string {
  const { code, value, expected, date, candidates = [] } = problem;
  switch (code) {
    case "bad-date":
      return date ? describeDateProblem(date, language) : message(language, "contentProblem.malformed-date", { value });
    case "ambiguous-reference":
      return message(language, "contentProblem.several", { value, count: candidates.length });
    default:
      return describeContentProblem({ reason: code, value, expected }, { language });
  }
}
