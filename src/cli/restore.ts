import { resolve } from "node:path";
import { migrateDatabase } from "../db/migrate.ts";
import { write } from "../db/transaction.ts";
import { restoreBackup } from "../features/backup/restore-backup.ts";
import { raiseRevision } from "../features/programme/revision.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

export const restoreCommand: Command = {
  name: "restore",
  positionals: ["FILE"],
  options: ["replace"],
  summary: "cli.restore.summary",
  help: "cli.restore.help",
  async run(invocation) {
    const { config, language, options, print, report } = invocation;
    const file = resolve(invocation.positionals[0] ?? "");
    await withContext(invocation, async ({ database, cache }) => {
      await restoreBackup({
        database,
        dataDirectory: config.dataDirectory,
        ...(config.files && { files: config.files }),
        file,
        replace: options.replace,
        onProgress: ({ step, name }) =>
          report(message(language, step === "verify" ? "cli.restore.verify" : "cli.restore.progress", { name })),
      });
      await migrateDatabase(database.pool);
      // A running site must see that everything has changed, even where the archive carries its own revision number.
      await write(database, (transaction) => raiseRevision(transaction, cache.revision));
    });
    print(message(language, "cli.restore.done", { file }));
    return 0;
  },
};
