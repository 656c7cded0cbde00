import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { AppError } from "../core/errors.ts";
import { message } from "../messages/message.ts";
import { describeProblem } from "../sheets/describe-problem.ts";
import type { Command } from "./command.ts";
import { loadFolder } from "./open-context.ts";
import { withContext } from "./with-context.ts";

export const loadCommand: Command = {
  name: "load",
  positionals: ["DIR"],
  options: ["replace", "discard-entries", "dry-run", "format"],
  summary: "cli.load.summary",
  help: "cli.load.help",
  async run(invocation) {
    const { options, language, print, report } = invocation;
    const directory = resolve(invocation.positionals[0] ?? "");
    await access(directory).catch(() => {
      throw new AppError("unavailable", { reason: "no-folder", folder: directory });
    });
    const { problems, counts, loaded } = await withContext(invocation, (context) =>
      loadFolder(context, {
        directory,
        replace: options.replace,
        dryRun: options.dryRun,
        discard: options.discardEntries,
        onProgress: ({ phase, name, rows }) =>
          report(message(language, `cli.load.${phase}`, { name, rows: rows ?? 0 })),
      }),
    );
    if (options.format === "json") print(JSON.stringify({ loaded, counts, problems }, null, 2));
    else for (const problem of problems) print(describeProblem(problem, language));
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (problems.length > 0) report(message(language, "cli.load.refused", { count: problems.length }));
    else report(message(language, loaded ? "cli.load.done" : "cli.load.checked", { rows }));
    return problems.length > 0 ? 1 : 0;
  },
};
