import type { Language } from "../core/language.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { choiceMessage, message } from "../messages/message.ts";
import { type Command, usualFormats } from "./command.ts";

export function writeHelp(commands: readonly Command[], language: Language): string {
  const list = commands.map((command) => [`  ${usageOf(command)}`, message(language, command.summary)]);
  return [
    message(language, "cli.help.title"),
    "",
    `${message(language, "cli.help.usage")}  renkei COMMAND [--help]`,
    "",
    ...alignColumns(list),
    "",
    message(language, "cli.help.options"),
    ...alignColumns(
      ["lang", "format", "fiscal-year", "as-of"].map((name) => [`  --${name}`, describeOption(name, {}, language)]),
    ),
    "",
    message(language, "cli.help.settings"),
    ...alignColumns(
      [
        "RENKEI_DATA",
        "DATABASE_URL",
        "PORT",
        "RENKEI_URL",
        "RENKEI_SECRET",
        "RENKEI_SMTP_URL",
        "RENKEI_MAIL_FROM",
        "RENKEI_IATI_ORGANISATION",
        "RENKEI_TRANSLATE_PROVIDER",
        "RENKEI_TRANSLATE_URL",
        "RENKEI_TRANSLATE_KEY",
        "RENKEI_TRANSLATE_MODEL",
        "RENKEI_FETCH_ALLOW",
        "RENKEI_FETCH_DELAY",
        "RENKEI_RSSHUB",
      ].map((name) => [`  ${name}`, choiceMessage(language, "cli.setting", name)]),
    ),
    "",
    message(language, "cli.help.exit"),
  ].join("\n");
}

export function writeCommandHelp(command: Command, language: Language): string {
  const options = ["lang", ...command.options];
  return [
    `${message(language, "cli.help.usage")}  renkei ${usageOf(command)} ${options.map((name) => `[--${name}]`).join(" ")}`,
    "",
    message(language, command.help),
    "",
    ...alignColumns(options.map((name) => [`  --${name}`, describeOption(name, command, language)])),
  ].join("\n");
}

function describeOption(
  name: string,
  { formats = usualFormats }: Pick<Command, "formats">,
  language: Language,
): string {
  return name === "format"
    ? message(language, "cli.option.format", { formats: formats.join(", ") })
    : choiceMessage(language, "cli.option", name);
}

function usageOf(command: Command): string {
  return [command.name, ...command.positionals].join(" ");
}
