import { writeEdtf } from "../core/edtf-format.ts";
import type { Language } from "../core/language.ts";
import type { DateProblem } from "../core/read-date-problem.ts";
import { message } from "../messages/message.ts";

/** What is wrong with a date that a person wrote, and what it may mean. */
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
