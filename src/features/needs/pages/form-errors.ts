import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { CellProblem } from "../../../records/cell-problem.ts";
import { textName } from "../../../web/read-fields.ts";
import { describeCellProblem } from "../../records/describe-content-problem.ts";
import { type FieldProblem, longest, yearBounds } from "../check-need.ts";

export interface FormErrors {
  /** by the name of the input, for the summary */
  list: { name: string; text: string }[];
  of(name: string): string | undefined;
}

interface Found<Field extends string> {
  language: Language;
  problems: readonly FieldProblem<Field>[];
  /** what was typed and not understood, by the name of the input: it says more than that nothing was given */
  cells: ReadonlyMap<string, CellProblem>;
  labelOf(field: Field): string;
}

/** Each input's first problem in words. */
export function describeProblems<Field extends string>({
  language,
  problems,
  cells,
  labelOf,
}: Found<Field>): FormErrors {
  const byName = new Map<string, { field: Field; text: string }>();
  for (const { field, reason, language: of } of problems) {
    const name = of === undefined ? field : textName(field, of);
    const cell = cells.get(name);
    const text = cell
      ? describeCellProblem(cell, { language })
      : message(language, `needForm.problem.${reason}`, {
          most: field === "detail" ? longest.detail : field === "title" ? longest.title : longest.name,
          first: yearBounds.first,
          last: yearBounds.last,
        });
    if (!byName.has(name)) byName.set(name, { field, text });
  }
  return {
    list: [...byName].map(([name, { field, text }]) => ({
      name,
      text: message(language, "entryForm.error", { label: labelOf(field), text }),
    })),
    of: (name) => byName.get(name)?.text,
  };
}
