import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { describeProblem } from "../../sheets/describe-problem.ts";
import { fieldLabel } from "../../sheets/field-label.ts";
import { readSheetFile } from "../../sheets/read-file.ts";
import { policySourceSheet } from "../policies/sheets.ts";
import { checkDeclaration, type DeclarationForm, formFields, toForm } from "./check-declaration.ts";
import { addSource, changeSource, getSourceReference, listSources } from "./service.ts";

export interface AddedSheet {
  added: number;
  changed: number;
  same: number;
  /** in words; where there is any, nothing was added */
  problems: string[];
}

/** Adds or changes sources from a file with the columns of policy_sources.csv: all of it, or nothing and why. */
export async function addSheet(context: Context, path: string, language: Language): Promise<AddedSheet> {
  const { rows, problems: unreadable } = await readSheetFile(path, policySourceSheet);
  const { bodies, regions } = await getSourceReference(context);
  const known = { bodies: new Set(bodies.map(({ id }) => id)), regions: new Set(regions.map(({ id }) => id)) };
  const problems = unreadable.map((problem) => describeProblem(problem, language));
  const forms = rows.map(({ line, row }) => ({ line, form: formOfRow(row) }));
  for (const { line, form } of forms)
    for (const [field, problem] of Object.entries(checkDeclaration(form, known).problems ?? {}))
      problems.push(
        message(language, "cli.sources.unfit", {
          line,
          field: fieldLabel(language, policySourceSheet.name, columnOf(field)),
          problem: message(language, `sources.fieldProblem.${problem}`),
        }),
      );
  const counts = { added: 0, changed: 0, same: 0 };
  if (problems.length > 0) return { ...counts, problems };
  const present = new Map((await listSources(context)).map((source) => [source.id, source]));
  for (const { form } of forms) {
    const before = present.get(form.id);
    if (!before) {
      await addSource(context, null, form);
      counts.added += 1;
    } else if (JSON.stringify(toForm(before)) === JSON.stringify(form)) counts.same += 1;
    else {
      await changeSource(context, null, form.id, form);
      counts.changed += 1;
    }
  }
  return { ...counts, problems };
}

/** `itemSelector` ↔ `item_selector`, `name.ja` ↔ `name_ja` */
function columnOf(field: string): string {
  return field.replace(".", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function formOfRow(row: Record<string, unknown>): DeclarationForm {
  const values: Record<string, string> = {};
  for (const field of formFields) {
    const value = row[columnOf(field)];
    values[field] = value === null || value === undefined ? "" : String(value);
  }
  return values as DeclarationForm;
}
