/** Why a typed date was not taken. `choices` are EDTF texts that it may mean: the person picks one. */
export type DateProblem =
  | { code: "unreadable" }
  | { code: "ambiguous"; choices: string[] }
  /** neither the text nor the form says which year */
  | { code: "no-year" }
  /** a fiscal year was typed where no fiscal calendar is known */
  | { code: "no-calendar" }
  | { code: "no-such-month"; month: number }
  | { code: "no-such-day"; year: number; month: number; day: number; lastDay: number }
  /** `day` is `YYYY-MM-DD`; weekdays are 1 Monday … 7 Sunday */
  | { code: "other-weekday"; day: string; typed: number; actual: number }
  /** the end lies before the start; the choices are the two sides exchanged, and as typed */
  | { code: "reversed"; choices: string[] };

/** Carries a problem out of the depth of the reader; `readDate` catches it. */
export class UnreadDate extends Error {
  readonly problem: DateProblem;

  constructor(problem: DateProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function refuse(problem: DateProblem): never {
  throw new UnreadDate(problem);
}
