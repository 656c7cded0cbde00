import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";

/** Texts of a record one under the other in a cell. */
export function joinLines(texts: readonly (Localized | string)[], language: Language): string {
  return texts
    .map((text) => (typeof text === "string" ? text : localize(text, language).text))
    .filter((text) => text !== "")
    .join("\n");
}
