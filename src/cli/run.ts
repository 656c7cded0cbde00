import { findCommand, loadCommands } from "./commands.ts";
import { runCommand } from "./run-command.ts";

process.exitCode = await runCommand(process.argv.slice(2), { find: findCommand, loadAll: loadCommands });
