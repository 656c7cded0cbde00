import { AppError } from "../../../core/errors.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { linkProblems } from "../link.ts";

/** Most that anybody reads of one text. */
export const longestText = 5_000;

export function readField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string"
    ? value
        .replace(/\r\n?/g, "\n")
        .replace(/(?![\t\n])\p{Cc}/gu, "")
        .trim()
    : "";
}

export function readLanguage(form: FormData, usual: Language): Language {
  const value = readField(form, "language");
  return isLanguage(value) ? value : usual;
}

export function checkText(text: string, language: Language): string | undefined {
  if (text === "") return message(language, "concern.problem.required");
  return checkLength(text, language);
}

export function checkLength(text: string, language: Language): string | undefined {
  return [...text].length > longestText ? message(language, "concern.problem.long", { most: longestText }) : undefined;
}

const said = [...linkProblems, "changed", "not-raiser", "source", "text", "foreign", "same"] as const;

/** In words why something was not done; undefined for what is no fault of the form. */
export function describeRefusal(error: unknown, language: Language): string | undefined {
  if (!(error instanceof AppError)) return undefined;
  const reason = said.find((one) => one === error.details.reason);
  return reason && message(language, `concern.problem.${reason}`);
}
