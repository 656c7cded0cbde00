import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { openContext } from "./open-context.ts";

export const migrateCommand: Command = {
  name: "migrate",
  positionals: [],
  options: [],
  summary: "cli.migrate.summary",
  help: "cli.migrate.help",
  async run({ config, language, print, report }) {
    const context = await openContext(config, { purpose: "command", onProgress: report });
    await context.database.close();
    print(message(language, "cli.migrate.done", { version: context.database.serverVersion }));
    return 0;
  },
};
