import type { MessageKey, MessageValues } from "../../messages/message.ts";

export interface ParameterProblem {
  field: string;
  reason: MessageKey;
  values?: MessageValues;
}

/** A request whose parameters cannot be used; all that is wrong with it at once. */
export class BadParameters extends Error {
  readonly problems: ParameterProblem[];

  constructor(problems: ParameterProblem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.reason}`).join(", "));
    this.name = "BadParameters";
    this.problems = problems;
  }
}
