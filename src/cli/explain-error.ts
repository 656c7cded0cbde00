import { AppError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { findMessageKey, message } from "../messages/message.ts";

/** What went wrong and what to do, in the reader's language; the bare error where nobody foresaw it. */
export function explainError(error: unknown, language: Language): string {
  if (error instanceof AppError) return explainAppError(error, language);
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  // SQLSTATE 42501 insufficient_privilege; the file errors of POSIX.
  if (code === "42501") return message(language, "cli.error.permission", { details: error.message });
  const ofFile = findMessageKey(`cli.fileError.${code}`);
  if (code !== "" && ofFile) return message(language, ofFile, { file: "path" in error ? String(error.path) : "" });
  return error.stack ?? error.message;
}

function explainAppError({ code, details, message: bare }: AppError, language: Language): string {
  const { owner, ...rest } = details;
  const values = Object.fromEntries(
    Object.entries({ ...rest, ...(typeof owner === "object" ? owner : {}) }).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
  const kind = code === "not-found" ? details.kind : undefined;
  const key =
    findMessageKey(`cli.error.${String(details.reason ?? kind ?? code)}`) ?? findMessageKey(`cli.error.${code}`);
  return key ? message(language, key, { details: values.id ?? JSON.stringify(details), ...values }) : bare;
}
