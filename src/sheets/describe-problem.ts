import type { Language } from "../core/language.ts";
import { choiceMessage, message } from "../messages/message.ts";
import type { Problem } from "./problem.ts";

/** 「activities.csv 12行目「date」：暦に存在しない日付です。 2015-02-30」 */
export function describeProblem(problem: Problem, language: Language): string {
  const { file, line, column, value, reason, expected } = problem;
  const place =
    line === null
      ? message(language, "problem.place.file", { file })
      : column === null
        ? message(language, "problem.place.line", { file, line })
        : message(language, "problem.place.column", { file, line, column });
  const unknown = message(language, "problem.unknownEncoding");
  const words =
    reason === "broken-rule"
      ? choiceMessage(language, "recordRule", expected ?? "")
      : message(language, `problem.${reason}`, { expected: expected ?? unknown });
  return message(language, value ? "problem.withValue" : "problem.withoutValue", { place, words, value: value ?? "" });
}
