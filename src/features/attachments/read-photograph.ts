import { languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { PhotographDraft } from "./photograph-fields.tsx";

/** What a form says of a photograph, one line a field. */
export function readPhotograph(form: FormData): PhotographDraft {
  const text = {
    caption: readTexts(form, "caption"),
    alt: readTexts(form, "alt"),
    credit: readLine(form, "credit") || null,
    published: form.get("published") === "yes",
  };
  return { isPhotograph: form.get("photograph") === "yes", text, problems: {} };
}

/** Whether anything was written; whoever writes a caption means a photograph. */
export function hasWords({ text }: PhotographDraft): boolean {
  return (
    text.published || text.credit !== null || [text.caption, text.alt].some((texts) => Object.keys(texts).length > 0)
  );
}

function readTexts(form: FormData, name: "caption" | "alt"): Localized {
  const texts: Localized = {};
  for (const language of languages) {
    const text = readLine(form, `${name}_${language}`);
    if (text !== "") texts[language] = text;
  }
  return texts;
}

/** Without line ends, and without marks that turn the text of a page around. */
export function readLine(form: FormData, name: string): string {
  return String(form.get(name) ?? "")
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .trim();
}
