import { runCommand } from "./run-command.ts";
import { startCommand } from "./start.ts";

/** The start of the server without the other commands: what start-compiled.ts makes one file of. */
process.exitCode = await runCommand(process.argv.slice(2), {
  find: async (name) => (name === startCommand.name ? startCommand : undefined),
  loadAll: async () => [startCommand],
});
