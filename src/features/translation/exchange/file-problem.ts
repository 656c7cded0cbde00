import type { Language } from "../../../core/language.ts";
import { type MessageKey, type MessageValues, message } from "../../../messages/message.ts";
import { describeProblem } from "../../../sheets/describe-problem.ts";
import { fieldLabel } from "../../../sheets/field-label.ts";
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
  if ("sheet" in problem) return describeProblem(nameColumns(problem.sheet, language), language);
  const { field } = problem.values;
  const named = typeof field === "string" ? { field: nameColumn(field, language) } : {};
  const words = message(language, problem.message, { ...problem.values, ...named });
  return problem.line === null
    ? words
    : message(language, "translationFile.atLine", { line: String(problem.line), words });
}

/** Several where columns are missing. */
function nameColumns(problem: Problem, language: Language): Problem {
  const columns = problem.column?.split(", ").map((one) => nameColumn(one, language));
  return { ...problem, column: columns?.join(listSeparators[language]) ?? null };
}

/** As the form calls it, with its name in the file: 「使う訳語（日本語）［term_ja］」. */
function nameColumn(column: string, language: Language): string {
  const label = fieldLabel(language, "terms", column);
  return label === column ? column : message(language, "translationFile.column", { label, column });
}

const listSeparators: Record<Language, string> = { ja: "、", zh: "、", en: ", " };
