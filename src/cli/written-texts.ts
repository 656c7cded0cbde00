import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import type { Language } from "../core/language.ts";
import { alignColumns } from "../documents/plain-text.ts";
import type { ReportInput, ReportKind } from "../features/reports/report-kind.ts";
import { message } from "../messages/message.ts";
import { UsageError } from "./read-arguments.ts";

const textsSchema = z.record(z.string(), z.string());

/** The texts of `--written FILE`, a JSON object by the names of the kind's inputs; none without the option. */
export async function readWritten(
  file: string | undefined,
  kind: ReportKind,
  language: Language,
): Promise<Record<string, string>> {
  if (file === undefined) return {};
  const texts = readTexts(await readFile(resolve(file), "utf8"));
  if (texts === null) throw new UsageError("cli.report.writtenFile", { file });
  const unknown = Object.keys(texts).find((name) => !kind.inputs.some((input) => input.name === name));
  if (unknown === undefined) return texts;
  if (kind.inputs.length === 0) throw new UsageError("cli.report.writtenNone", { kind: kind.id });
  throw new UsageError("cli.report.writtenUnknown", {
    kind: kind.id,
    name: unknown,
    names: nameInputs(kind.inputs, language),
  });
}

function readTexts(content: string): Record<string, string> | null {
  try {
    const read = textsSchema.safeParse(JSON.parse(content.replace(/^\uFEFF/, "")));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** One line for each input: its name in the file, what it is, whether it must be there. */
export function listInputs({ inputs }: ReportKind, language: Language): string[] {
  return [
    message(language, "cli.report.inputs"),
    ...alignColumns(
      inputs.map(({ name, label, required }) => [
        `  ${name}`,
        message(language, label),
        required ? message(language, "cli.report.required") : "",
      ]),
    ),
  ];
}

/** 「sender_person（差出人の職・氏名）、…」 */
export function nameInputs(inputs: readonly ReportInput[], language: Language): string {
  const names = inputs.map(({ name, label }) =>
    message(language, "cli.report.input", { name, label: message(language, label) }),
  );
  return names.join(message(language, "list.separator"));
}
