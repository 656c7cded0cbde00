import type { Language } from "../core/language.ts";
import type { ExpectedState } from "../features/audit/verify.ts";
import type { MessageKey } from "../messages/message.ts";
import type { Config } from "../platform/config.ts";

/** What a command works with: parsed words, the reader's language, and where it prints. */
export interface Invocation {
  positionals: string[];
  options: CommandOptions;
  language: Language;
  /** `--lang` was given; else it is the terminal’s */
  languageGiven?: boolean;
  config: Config;
  /** results go to standard output */
  print(text: string): void;
  /** progress and problems go to standard error */
  report(text: string): void;
}

export interface CommandOptions {
  format: OutputFormat;
  fiscalYear?: number;
  asOf?: string;
  replace: boolean;
  dryRun: boolean;
  discardEntries: boolean;
  /** an earlier end of the audit log, as `audit verify` printed it */
  expect?: ExpectedState;
  organisation?: string;
  role?: string;
  /** id of what a document is about */
  subject?: string;
  /** 和暦, in Japanese only */
  calendar: "gregorian" | "wareki";
  /** file of what only a person can write in a letter */
  written?: string;
  /** where a file is written; standard output where it is absent */
  output?: string;
  /** only what is in this state */
  state?: string;
  /** also what is not due */
  all?: boolean;
}

export type OutputFormat = "text" | "json" | "csv" | "xlsx" | "docx" | "pdf";

/** 0 done, 1 findings or failed work; wrong usage (2) is judged before a command runs. */
export type ExitCode = 0 | 1;

export interface Command {
  name: string;
  /** words after the name in the usage line, as "DIR"; "[FILE]" may be left out, "FILE…" may be several */
  positionals: readonly string[];
  /** options beyond --lang and --help */
  options: readonly OptionName[];
  /** what `--format` may be, the usual one first; text, json and csv where absent */
  formats?: readonly OutputFormat[];
  summary: MessageKey;
  help: MessageKey;
  run(invocation: Invocation): Promise<ExitCode>;
}

export type OptionName =
  | "format"
  | "fiscal-year"
  | "as-of"
  | "replace"
  | "dry-run"
  | "discard-entries"
  | "expect"
  | "organisation"
  | "role"
  | "subject"
  | "calendar"
  | "written"
  | "output"
  | "state"
  | "all";

/** Of a command that names none. */
export const usualFormats: readonly OutputFormat[] = ["text", "json", "csv"];
