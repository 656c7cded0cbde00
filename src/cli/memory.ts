import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isLanguage, type Language } from "../core/language.ts";
import { describeFileProblem } from "../features/translation/exchange/file-problem.ts";
import { takeMemory, writeMemory } from "../features/translation/exchange/take-memory.ts";
import { message } from "../messages/message.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";

export const memoryCommand: Command = {
  name: "memory",
  positionals: ["import|export", "FILE.tmx", "[zh-ja]"],
  options: [],
  summary: "cli.memory.summary",
  help: "cli.memory.help",
  run(invocation) {
    const [work, path = "", direction] = invocation.positionals;
    if (!/\.tmx$/i.test(path)) throw new UsageError("cli.memory.usage");
    if (work === "import" && direction === undefined) return importFile(invocation, resolve(path));
    if (work === "export") return exportFile(invocation, resolve(path), readDirection(direction));
    throw new UsageError("cli.memory.usage");
  },
};

function readDirection(words = "zh-ja"): { sourceLanguage: Language; targetLanguage: Language } {
  const [sourceLanguage = "", targetLanguage = ""] = words.split("-");
  if (!isLanguage(sourceLanguage) || !isLanguage(targetLanguage) || sourceLanguage === targetLanguage)
    throw new UsageError("cli.memory.usage");
  return { sourceLanguage, targetLanguage };
}

async function importFile(invocation: Invocation, path: string): Promise<ExitCode> {
  const { language, print, report } = invocation;
  const bytes = await readFile(path);
  const { added, same, problems } = await withContext(invocation, (context) =>
    takeMemory(context, { userId: null, network: null }, bytes),
  );
  for (const problem of problems) print(describeFileProblem(problem, language));
  report(message(language, added + same === 0 ? "cli.memory.refused" : "cli.memory.taken", { added, same }));
  return problems.length > 0 ? 1 : 0;
}

async function exportFile(
  invocation: Invocation,
  path: string,
  direction: { sourceLanguage: Language; targetLanguage: Language },
): Promise<ExitCode> {
  await withContext(invocation, (context) =>
    pipeline(Readable.from(writeMemory(context, direction)), createWriteStream(path)),
  );
  invocation.print(path);
  return 0;
}
