import type { Language } from "../../../core/language.ts";
import { type MessageKey, type MessageValues, message } from "../../../messages/message.ts";
import { describeProblem } from "../../../sheets/describe-problem.ts";
import type { Problem } from "../../../sheets/problem.ts";

/** What is wrong with a file that somebody brought: at which line, if at any. */
export type FileProblem = { line: number | null; message: MessageKey; values: MessageValues } | { sheet: Problem };

/** The file as a whole cannot be read. */
export class FileRefusal extends Error {
  readonly problem: FileProblem;

  constructor(message: MessageKey, line: number | null = null, values: MessageValues = {}) {
    super(message);
    this.name = "FileRefusal";
    this.problem = { line, message, values };
  }
}

/** 「12行目：…」 in the reader's language. */
export function describeFileProblem(problem: FileProblem, language: Language): string {
  if ("sheet" in problem) return describeProblem(problem.sheet, language);
  const words = message(language, problem.message, problem.values);
  return problem.line === null
    ? words
    : message(language, "translationFile.atLine", { line: String(problem.line), words });
}
