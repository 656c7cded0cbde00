import { AppError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { findMessageKey, message } from "../messages/message.ts";

/** What went wrong and what to do, in the reader's language; the bare error where nobody foresaw it. */
export function explainError(error: unknown, language: Language): string {
  if (!(error instanceof AppError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const values = Object.fromEntries(
    Object.entries(error.details).map(([name, value]) => [
      name,
      typeof value === "object" ? JSON.stringify(value) : String(value),
    ]),
  );
  const named = findMessageKey(`cli.error.${String(error.details.reason ?? error.code)}`);
  const shared = findMessageKey(`cli.error.${error.code}`);
  const key = named ?? shared;
  return key ? message(language, key, { details: JSON.stringify(error.details), ...values }) : error.message;
}
