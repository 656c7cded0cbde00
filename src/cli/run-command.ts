import { AppError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { message } from "../messages/message.ts";
import { readConfig } from "../platform/config.ts";
import type { Command } from "./command.ts";
import { explainError } from "./explain-error.ts";
import { writeCommandHelp, writeHelp } from "./help.ts";
import { chooseLanguage, isLanguageGiven, readArguments, UsageError } from "./read-arguments.ts";

/** The commands that a line may name. */
export interface CommandSet {
  find(name: string): Promise<Command | undefined>;
  /** in the order in which `renkei --help` teaches them */
  loadAll(): Promise<Command[]>;
}

/** Runs one command line. 0 done, 1 findings or failed work, 2 wrong usage. */
export async function runCommand(words: string[], commands: CommandSet): Promise<0 | 1 | 2> {
  heedClosedOutput(words[0] === "start");
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const report = (text: string) => process.stderr.write(`${text}\n`);
  let language: Language = "en";
  try {
    language = chooseLanguage(words, process.env);
    const [name, ...rest] = words;
    if (name === undefined || name === "--help" || name === "-h" || name === "help" || name.startsWith("--lang")) {
      print(writeHelp(await commands.loadAll(), language));
      return name === undefined ? 2 : 0;
    }
    const command = await commands.find(name);
    if (!command) throw new UsageError("cli.usage.unknownCommand", { command: name });
    const { help, positionals, options } = readArguments(rest, command);
    if (help) {
      print(writeCommandHelp(command, language));
      return 0;
    }
    return await command.run({
      positionals,
      options,
      language,
      languageGiven: isLanguageGiven(words),
      config: readConfig(process.env),
      print,
      report,
    });
  } catch (error) {
    if (error instanceof UsageError) {
      report(`renkei: ${message(language, error.key, error.values)}`);
      report(message(language, "cli.usage.seeHelp"));
      return 2;
    }
    report(`renkei: ${explainError(error, language)}`);
    return error instanceof AppError && error.details.variable !== undefined ? 2 : 1;
  }
}

/** A reader that has seen enough closes the pipe (`renkei check | head`): no fault of anybody's. A server goes on without being read. */
function heedClosedOutput(isServer: boolean): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (!isServer) process.exit(0);
  });
}
