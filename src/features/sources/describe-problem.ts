import type { Language } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import type { SourceProblem } from "./source.ts";

/** What went wrong, in the reader's language. */
export function describeProblem(language: Language, { code, values }: SourceProblem): string {
  const key = findMessageKey(`source_problem.${code}`);
  return key === null ? code : message(language, key, values);
}
