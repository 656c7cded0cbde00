import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { describeFileProblem } from "../features/translation/exchange/file-problem.ts";
import { takeTerms } from "../features/translation/exchange/take-terms.ts";
import { writeTbx } from "../features/translation/exchange/tbx.ts";
import { writeTermsCsv } from "../features/translation/exchange/terms-csv.ts";
import { getTerms } from "../features/translation/terms-service.ts";
import { message } from "../messages/message.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";
import { writeOutput } from "./write-output.ts";

export const termsCommand: Command = {
  name: "terms",
  positionals: ["import|export", "FILE.csv|FILE.tbx"],
  options: ["dry-run"],
  summary: "cli.terms.summary",
  help: "cli.terms.help",
  run(invocation) {
    const [work, path = ""] = invocation.positionals;
    const ending = extname(path).toLowerCase();
    const format = ending === ".tbx" ? "tbx" : ending === ".csv" ? "csv" : null;
    if (format === null || (work !== "import" && work !== "export")) throw new UsageError("cli.terms.usage");
    return work === "import" ? importFile(invocation, resolve(path), format) : exportFile(invocation, path, format);
  },
};

async function importFile(invocation: Invocation, path: string, format: "csv" | "tbx"): Promise<ExitCode> {
  const { language, options, print, report } = invocation;
  const bytes = await readFile(path);
  const { added, changed, same, oneNotes, problems } = await withContext(invocation, (context) =>
    takeTerms(
      context,
      { userId: null, network: null },
      { format, bytes, name: basename(path), dryRun: options.dryRun },
    ),
  );
  for (const problem of problems) print(describeFileProblem(problem, language));
  const key = problems.length > 0 ? "refused" : options.dryRun ? "checked" : "taken";
  report(message(language, `cli.terms.${key}`, { added, changed, same }));
  if (problems.length === 0 && oneNotes > 0)
    report(message(language, "translation.terms.oneNotes", { count: oneNotes }));
  return problems.length > 0 ? 1 : 0;
}

async function exportFile(invocation: Invocation, path: string, format: "csv" | "tbx"): Promise<ExitCode> {
  const { language, print, report } = invocation;
  const terms = await withContext(invocation, getTerms);
  const title = message(language, "cli.terms.title");
  const file = await writeOutput(path, format === "tbx" ? writeTbx(terms, { title }) : writeTermsCsv(terms));
  report(message(language, "cli.terms.written", { count: terms.length }));
  if (file !== null) print(file);
  return 0;
}
