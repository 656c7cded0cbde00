import type { Language } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import type { SourceProblem } from "./source.ts";

/** What went wrong, in the reader's language. */
export function describeProblem(language: Language, { code, values }: SourceProblem): string {
  // An address that leads to itself need not be said twice.
  const isPlain = code === "private-address" && values?.address === String(values?.host).replace(/^\[|\]$/g, "");
  const key = findMessageKey(`source_problem.${isPlain ? "private-itself" : code}`);
  return key === null ? code : message(language, key, values);
}
