import type { Language } from "../../../core/language.ts";
import type { MessageKey, MessageValues } from "../../../messages/message.ts";
import type { TermIndex } from "../find-terms.ts";

/** Where something stands in a text, in UTF-16 units as a text field counts. */
export interface Range {
  start: number;
  end: number;
}

/** `error`: almost surely wrong; `warning`: worth a look. Neither keeps anybody from saving. */
export type Severity = "error" | "warning";

export interface Problem {
  check: CheckName;
  severity: Severity;
  message: MessageKey;
  values: MessageValues;
  /** in the source; null where no place is meant */
  source: Range | null;
  target: Range | null;
}

export const checkNames = [
  "numbers",
  "units",
  "dates",
  "document-numbers",
  "pollutants",
  "terms",
  "bodies",
  "omissions",
  "width",
  "brackets",
  "foreign-characters",
] as const;
export type CheckName = (typeof checkNames)[number];

export interface CheckInput {
  source: string;
  target: string;
  sourceLanguage: Language;
  targetLanguage: Language;
  /** of the source's language */
  sourceTerms: TermIndex;
  /** of the target's language */
  targetTerms: TermIndex;
}

export type Check = (input: CheckInput) => Problem[];
