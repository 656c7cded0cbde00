import { extname } from "node:path";
import { alignColumns } from "../documents/plain-text.ts";
import { writeTranslationFile } from "../features/translation/exchange/export-translation.ts";
import { getKeptTranslation, listKeptTranslations } from "../features/translation/service.ts";
import { message } from "../messages/message.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";
import { writeOutput } from "./write-output.ts";

/** Reading a translation back is done on the members' site: what comes back is somebody's word. */
export const translationCommand: Command = {
  name: "translation",
  positionals: ["list|export", "[ID]", "[FILE.xlf|FILE.tmx]"],
  options: ["format"],
  summary: "cli.translation.summary",
  help: "cli.translation.help",
  run(invocation) {
    const [work, id, path] = invocation.positionals;
    if (work === "list" && id === undefined) return list(invocation);
    if (work === "export" && id !== undefined && path !== undefined) return exportFile(invocation, id, path);
    throw new UsageError("cli.translation.usage");
  },
};

async function list(invocation: Invocation): Promise<ExitCode> {
  const { language, options, print } = invocation;
  const translations = await withContext(invocation, listKeptTranslations);
  if (options.format === "json") {
    print(JSON.stringify({ items: translations }, null, 2));
    return 0;
  }
  const rows = translations.map(({ id, sourceLanguage, targetLanguage, progress, state, title }) => [
    ...[id, `${sourceLanguage}-${targetLanguage}`, `${progress.reviewed}/${progress.total}`],
    ...[message(language, `cli.translation.states.${state}`), title],
  ]);
  for (const line of alignColumns(rows)) print(line);
  return 0;
}

async function exportFile(invocation: Invocation, id: string, path: string): Promise<ExitCode> {
  const ending = extname(path).toLowerCase();
  const format = ending === ".tmx" ? "tmx" : ending === ".xlf" || ending === ".xliff" ? "xlf" : null;
  if (format === null) throw new UsageError("cli.translation.usage");
  const { content } = await withContext(invocation, async (context) =>
    writeTranslationFile(await getKeptTranslation(context, id), format),
  );
  invocation.print((await writeOutput(path, content)) ?? path);
  return 0;
}
