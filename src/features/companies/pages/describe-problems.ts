import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { textName } from "../../../web/read-fields.ts";
import { type CaseProblem, longestTexts } from "../check-case.ts";

export interface CaseErrors {
  /** by the name of the input, for the summary */
  list: { name: string; text: string }[];
  of(name: string): string | undefined;
}

/** Each input's first problem in words. */
export function describeCaseProblems(
  problems: readonly CaseProblem[],
  titleLanguage: Language,
  language: Language,
): CaseErrors {
  const byName = new Map<string, { label: string; text: string }>();
  for (const problem of problems) {
    const { field, reason } = problem;
    const of = problem.language ?? (isLong(field) ? titleLanguage : undefined);
    const name = of === undefined ? field : textName(field, of);
    const most = field === "contact" || isLong(field) ? longestTexts[field] : 0;
    if (!byName.has(name))
      byName.set(name, {
        label: message(language, `company.field.${field}`),
        text: message(language, `company.problem.${reason}`, { most }),
      });
  }
  return {
    list: [...byName].map(([name, { label, text }]) => ({
      name,
      text: message(language, "entryForm.error", { label, text }),
    })),
    of: (name) => byName.get(name)?.text,
  };
}

function isLong(field: string): field is "title" | "technology" | "obstacle" | "contractNote" {
  return field === "title" || field === "technology" || field === "obstacle" || field === "contractNote";
}
