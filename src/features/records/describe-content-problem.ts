import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import type { DateProblem } from "../../core/read-date-problem.ts";
import { message } from "../../messages/message.ts";
import type { ContentProblem } from "../../records/check.ts";
import type { TypedProblem, TypingContext } from "../../records/typed-cell.ts";

/** What is wrong with a cell and what to do, for the person who fills in the form. */
export function describeContentProblem(
  { reason, value, expected }: ContentProblem,
  { language }: Pick<TypingContext, "language">,
): string {
  switch (reason) {
    case "required":
    case "translation-missing":
    case "control-character":
    case "bad-integer":
    case "bad-decimal":
    case "bad-code-form":
    case "impossible-date":
      return message(language, `contentProblem.${reason}`);
    case "malformed-date":
      return message(language, "contentProblem.malformed-date", { value });
    case "bad-choice":
    case "bad-flag":
      return message(language, "contentProblem.bad-choice", { value });
    case "out-of-range":
      return message(language, "contentProblem.out-of-range", { expected: expected ?? "" });
    case "duplicate-key":
      return message(language, "contentProblem.duplicate-key", { row: expected ?? "" });
    case "unknown-reference":
      return message(language, "contentProblem.unknown-reference", { value });
    case "too-long":
      return message(language, "contentProblem.too-long", { expected: expected ?? "" });
    default:
      return message(language, `problem.${reason}`, { expected: expected ?? "" });
  }
}

export function describeTypedProblem(problem: TypedProblem, { language }: Pick<TypingContext, "language">): string {
  switch (problem.kind) {
    case "date":
      return describeDateProblem(problem.problem, language);
    case "unknown-name":
      return message(language, "contentProblem.unknown-reference", { value: problem.text });
    case "several":
      return message(language, "contentProblem.several", { value: problem.text, count: problem.choices.length });
  }
}

export function describeDateProblem(problem: DateProblem, language: Language): string {
  switch (problem.code) {
    case "unreadable":
    case "no-year":
    case "no-calendar":
      return message(language, `dateProblem.${problem.code}`);
    case "ambiguous":
    case "reversed": {
      const separator = message(language, "list.separator");
      const choices = problem.choices.map((edtf) => writeEdtf(edtf, language)).join(separator);
      return message(language, `dateProblem.${problem.code}`, { choices });
    }
    case "no-such-month":
      return message(language, "dateProblem.no-such-month", { month: problem.month });
    case "no-such-day":
      return message(language, "dateProblem.no-such-day", {
        monthName: writeEdtf(
          `${String(problem.year).padStart(4, "0")}-${String(problem.month).padStart(2, "0")}`,
          language,
        ),
        day: problem.day,
        lastDay: problem.lastDay,
      });
    case "other-weekday":
      return message(language, "dateProblem.other-weekday", {
        date: writeEdtf(problem.day, language),
        typed: nameWeekday(problem.typed, language),
        actual: nameWeekday(problem.actual, language),
      });
  }
}

/** 1 Monday … 7 Sunday, as ISO 8601; 5 January 2026 is a Monday. */
function nameWeekday(weekday: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "zh" ? "zh-Hans" : language, {
    weekday: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(Date.UTC(2026, 0, 4 + weekday)));
}
