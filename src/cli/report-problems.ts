import { AppError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import type { DocumentField, DocumentForm, DocumentProblems } from "../features/library/document-form.ts";
import type { ReportKind } from "../features/reports/report-kind.ts";
import { message } from "../messages/message.ts";
import type { OptionName } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { nameInputs } from "./written-texts.ts";

/** Fields of the members' form by the options that stand for them. */
const optionOf: Partial<Record<DocumentField, OptionName>> = {
  fiscalYear: "fiscal-year",
  asOf: "as-of",
  subject: "subject",
  maker: "organisation",
};

/** Throws what is wrong with the choices: `not-found` for ids that are not on record, wrong usage for the rest. */
export function refuseProblems(
  problems: DocumentProblems,
  { subject, maker }: DocumentForm,
  kind: ReportKind,
  language: Language,
): never {
  if (problems.get("subject") === "subject") throw new AppError("not-found", { kind: kind.subject, id: subject });
  if (problems.get("maker") === "choice") throw new AppError("not-found", { kind: "organisation", id: maker });
  const missing = kind.inputs.filter(({ name }) => problems.get(`written.${name}`) === "missing");
  if (missing.length > 0)
    refuseMissing(
      kind,
      missing.map(({ name }) => name),
      language,
    );
  const told = [...problems].map(([field, problem]) =>
    message(language, "cli.report.problem", {
      option: `--${optionOf[field] ?? field.replace(/^written\./, "written ")}`,
      problem: message(language, `library.problem.${problem}`),
    }),
  );
  throw new UsageError("cli.report.problems", { problems: told.join("\n  ") });
}

/** Names what only a person can write, and how the command learns of it. */
export function refuseMissing(kind: ReportKind, inputs: readonly string[], language: Language): never {
  const wanted = kind.inputs.filter(({ name }) => inputs.includes(name));
  throw new UsageError("cli.report.written", {
    kind: kind.id,
    names: nameInputs(wanted, language),
    example: JSON.stringify(Object.fromEntries(wanted.map(({ name }) => [name, "…"]))),
  });
}
