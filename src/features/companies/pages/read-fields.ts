import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";

/** The name of the input for a text in one language. */
export function textName(field: string, language: Language): string {
  return `${field}.${language}`;
}

export function readTexts(form: FormData, field: string): Localized {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const value = readField(form, textName(field, language));
      return value === "" ? [] : [[language, value]];
    }),
  );
}

export function readField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.normalize("NFC").replaceAll("\r\n", "\n").trim() : "";
}

export function readFields(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value) => typeof value === "string")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
