import { resolve } from "node:path";
import { read } from "../db/transaction.ts";
import { message } from "../messages/message.ts";
import { sheets } from "../sheets/registry.ts";
import { writeProgrammeFiles } from "../sheets/write-programme.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

export const exportCommand: Command = {
  name: "export",
  positionals: ["DIR"],
  options: [],
  summary: "cli.export.summary",
  help: "cli.export.help",
  async run(invocation) {
    const { language, print, report } = invocation;
    const directory = resolve(invocation.positionals[0] ?? "");
    await withContext(invocation, (context) =>
      read(context.database, (transaction) =>
        writeProgrammeFiles(transaction, directory, sheets, (name, rows) =>
          report(message(language, "cli.export.file", { name, rows })),
        ),
      ),
    );
    print(directory);
    return 0;
  },
};
