import { access, constants } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { writeBackup } from "../features/backup/write-backup.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

export const backupCommand: Command = {
  name: "backup",
  positionals: ["FILE"],
  options: [],
  summary: "cli.backup.summary",
  help: "cli.backup.help",
  async run(invocation) {
    const { config, language, print, report } = invocation;
    const file = resolve(invocation.positionals[0] ?? "");
    // Said before the work, not after it.
    await access(dirname(file), constants.W_OK);
    await withContext(invocation, ({ database }) =>
      writeBackup({
        database,
        dataDirectory: config.dataDirectory,
        ...(config.files && { files: config.files }),
        file,
        onProgress: ({ step, name }) =>
          step === "lost"
            ? print(message(language, "file.lost", { name }))
            : report(message(language, "cli.backup.progress", { name })),
      }),
    );
    print(message(language, "cli.backup.done", { file }));
    return 0;
  },
};
