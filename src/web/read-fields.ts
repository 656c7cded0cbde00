import { type Language, languages } from "../core/language.ts";
import type { Localized } from "../core/localized.ts";

/** The name of the input for a text in one language. */
export function textName(field: string, language: Language): string {
  return `${field}.${language}`;
}

/** A text in the languages in which something stands; `text` gives what an input holds. */
export function readTexts(text: (name: string) => string, field: string): Localized {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const value = text(textName(field, language));
      return value === "" ? [] : [[language, value]];
    }),
  );
}

/** What an input holds, with the ends of lines of the web made those of texts. */
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
