import { isLanguage, type Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { isFormKey } from "./form-key.ts";

export interface Comment {
  id: string;
  /** null where the account has been erased */
  author: string | null;
  organisation: string;
  /** what Renkei says itself, as that a need was withdrawn; empty for what a person wrote */
  words: Localized;
  /** of the body */
  language: Language;
  /** what a person wrote, empty below `words` where nothing was added; null where its author took it back */
  body: string | null;
  at: Date;
  own: boolean;
}

export const commentLimits = { characters: 4_000, perRecord: 500, perHour: 60 };

export type CommentProblem = "empty" | "long" | "language" | "form" | "full";

export interface CommentInput {
  language: Language;
  body: string;
  /** random, made with the form: the same form sent twice adds one comment */
  formKey: string;
}

/** What a form holds, or why it does not do. */
export function readComment(form: FormData): CommentInput | CommentProblem {
  const language = String(form.get("language") ?? "");
  const formKey = String(form.get("form_key") ?? "");
  const body = cleanText(String(form.get("body") ?? ""));
  if (body === "") return "empty";
  if (body.length > commentLimits.characters) return "long";
  if (!isLanguage(language)) return "language";
  if (!isFormKey(formKey)) return "form";
  return { language, body, formKey };
}

/** Line ends as one; nothing that could hide or turn around what others read (Unicode TR 36, 2.10). */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}
