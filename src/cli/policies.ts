import { indexLoadedPolicies, loadFolderOfPolicies } from "../features/policies/load-folder.ts";
import { describeProblem } from "../features/policies/understand/describe-problem.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";

export const policiesCommand: Command = {
  name: "policies",
  positionals: ["ACTION", "DIR"],
  options: ["format"],
  formats: ["text", "json"],
  summary: "cli.policies.summary",
  help: "cli.policies.help",
  run(invocation) {
    const { positionals, options, language, print, report } = invocation;
    const [action = "", folder = ""] = positionals;
    if (action !== "load") throw new UsageError("cli.policies.action", { action });
    return withContext(invocation, async (context) => {
      let last = -1;
      const files = await loadFolderOfPolicies(context, folder, {
        onProgress(done, total) {
          const step = Math.floor((done / Math.max(total, 1)) * 20);
          if (step > last) report(message(language, "cli.policies.progress", { done, total }));
          last = Math.max(step, last);
        },
      });
      for (const { name, problems } of files)
        for (const problem of problems) report(`${name}: ${describeProblem(language, problem)}`);
      const [read, fresh] = [files.filter(({ item }) => item !== null), files.filter(({ isNew }) => isNew)];
      const found = await indexLoadedPolicies(context, files);
      if (options.format === "json") print(JSON.stringify({ files, ...found }, null, 2));
      else {
        print(message(language, "cli.policies.done", { read: read.length, total: files.length, fresh: fresh.length }));
        if (read.length > 0) print(message(language, "cli.policies.findable", { ...found }));
      }
      return read.length === files.length ? 0 : 1;
    });
  },
};
