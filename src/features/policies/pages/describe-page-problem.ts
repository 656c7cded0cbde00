import type { Language } from "../../../core/language.ts";
import { findMessageKey, type MessageValues, message } from "../../../messages/message.ts";

/** Why a page or file could not be read, in words: those of reading, else those of fetching. */
export function describePageProblem(
  { code, values = {} }: { code: string; values?: MessageValues },
  language: Language,
): string {
  const key = findMessageKey(`page_problem.${code}`) ?? findMessageKey(`source_problem.${code}`);
  return key === null ? message(language, "desk.problem.unread") : message(language, key, values);
}
