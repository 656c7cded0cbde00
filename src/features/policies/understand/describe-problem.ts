import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { limits } from "./limits.ts";
import { type PageProblem, type PageProblemCode, pageProblemCodes } from "./model.ts";

/** Numbers that the words need where only the code was kept, as with attachments. */
const usualValues: Readonly<Partial<Record<PageProblemCode, Record<string, number>>>> = {
  "too-large": { megabytes: limits.fileBytes / 1024 / 1024 },
  "too-many-elements": { limit: limits.nodes },
  "too-many-pages": { limit: limits.pdfPages },
  "too-much-memory": { limit: limits.heapMegabytes },
  "too-slow": { limit: limits.fileSeconds },
};

/** A problem, or the code that was kept of it, in words; the code itself where it is none of ours. */
export function describeProblem(language: Language, problem: PageProblem | string): string {
  const text = typeof problem === "string" ? problem : problem.code;
  const code = pageProblemCodes.find((each) => each === text);
  if (!code) return text;
  const values = typeof problem === "string" ? undefined : problem.values;
  return message(language, `page_problem.${code}`, { ...usualValues[code], ...values });
}
