import { parseArgs } from "node:util";
import { parseEdtf } from "../core/edtf.ts";
import { isLanguage, type Language } from "../core/language.ts";
import { readExpectedState } from "../features/audit/verify.ts";
import type { MessageKey, MessageValues } from "../messages/message.ts";
import { type Command, type CommandOptions, usualFormats } from "./command.ts";

/** Wrong usage: the words are in `messages/*.json`, the exit code is 2. */
export class UsageError extends Error {
  readonly key: MessageKey;
  readonly values: MessageValues;

  constructor(key: MessageKey, values: MessageValues = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

export interface ParsedArguments {
  help: boolean;
  positionals: string[];
  options: CommandOptions;
}

/** Reads the words after the command's name. Throws UsageError for anything that the command does not know. */
export function readArguments(words: readonly string[], command: Command): ParsedArguments {
  const { values, positionals } = parseWords(words);
  if (values.help) return { help: true, positionals, options: readOptions(values, command) };
  const foreign = Object.keys(values).find(
    (name) => name !== "lang" && !command.options.some((option) => option === name),
  );
  if (foreign) throw new UsageError("cli.usage.optionNotHere", { option: `--${foreign}`, command: command.name });
  const missing = command.positionals[positionals.length];
  if (missing && !missing.startsWith("["))
    throw new UsageError("cli.usage.missing", { word: missing, command: command.name });
  const takesMore = command.positionals.at(-1)?.endsWith("…") === true;
  if (positionals.length > command.positionals.length && !takesMore)
    throw new UsageError("cli.usage.tooMany", { word: positionals.at(-1) ?? "", command: command.name });
  return { help: false, positionals, options: readOptions(values, command) };
}

export function isLanguageGiven(words: readonly string[]): boolean {
  return words.some((word) => word === "--lang" || word.startsWith("--lang="));
}

/** The language of `--lang`, else of the terminal, else English. */
export function chooseLanguage(words: readonly string[], environment: Record<string, string | undefined>): Language {
  const index = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const given = index === -1 ? undefined : (words[index]?.split("=")[1] ?? words[index + 1]);
  if (given !== undefined) {
    if (!isLanguage(given)) throw new UsageError("cli.usage.language", { value: given });
    return given;
  }
  const terminal = (environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? "").slice(0, 2);
  return isLanguage(terminal) ? terminal : "en";
}

/** 和暦 in a language that knows none would be left out without a word. */
export function refuseForeignCalendar({ calendar }: CommandOptions, language: Language): void {
  if (calendar === "wareki" && language !== "ja") throw new UsageError("cli.usage.calendarLanguage");
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        lang: { type: "string" },
        format: { type: "string" },
        "fiscal-year": { type: "string" },
        "as-of": { type: "string" },
        replace: { type: "boolean" },
        "dry-run": { type: "boolean" },
        "discard-entries": { type: "boolean" },
        expect: { type: "string" },
        organisation: { type: "string" },
        role: { type: "string" },
        subject: { type: "string" },
        calendar: { type: "string" },
        written: { type: "string" },
        output: { type: "string" },
        state: { type: "string" },
        all: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError("cli.usage.unknownOption", { reason: error instanceof Error ? error.message : String(error) });
  }
}

function readOptions(values: ReturnType<typeof parseWords>["values"], command: Command): CommandOptions {
  const formats = command.formats ?? usualFormats;
  const format = values.format === undefined ? formats[0] : formats.find((known) => known === values.format);
  if (format === undefined)
    throw new UsageError("cli.usage.format", { value: values.format ?? "", formats: formats.join(", ") });
  const {
    "fiscal-year": fiscalYear,
    "as-of": asOf,
    expect,
    organisation,
    role,
    subject,
    calendar,
    written,
    output,
    state,
  } = values;
  if (calendar !== undefined && calendar !== "wareki" && calendar !== "gregorian")
    throw new UsageError("cli.usage.calendar", { value: calendar });
  if (fiscalYear !== undefined && !/^\d{4}$/.test(fiscalYear))
    throw new UsageError("cli.usage.fiscalYear", { value: fiscalYear });
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError("cli.usage.asOf", { value: asOf });
  const expected = expect === undefined ? null : readExpectedState(expect);
  if (expect !== undefined && expected === null) throw new UsageError("cli.usage.expect", { value: expect });
  return {
    format,
    ...(fiscalYear === undefined ? {} : { fiscalYear: Number(fiscalYear) }),
    ...(asOf === undefined ? {} : { asOf }),
    replace: values.replace === true,
    dryRun: values["dry-run"] === true,
    discardEntries: values["discard-entries"] === true,
    ...(expected === null ? {} : { expect: expected }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(role === undefined ? {} : { role }),
    ...(subject === undefined ? {} : { subject }),
    calendar: calendar === "wareki" ? "wareki" : "gregorian",
    ...(written === undefined ? {} : { written }),
    ...(output === undefined ? {} : { output }),
    ...(state === undefined ? {} : { state }),
    ...(values.all === true ? { all: true } : {}),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseEdtf(text).ok;
}
