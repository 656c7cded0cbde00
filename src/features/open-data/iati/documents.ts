import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { element, someNarratives, type XmlElement } from "./element.ts";
import type { Material } from "./material.ts";

/** A page of the site, once in each language: readers of the file cannot be asked which they read. */
export function writePages(
  category: string,
  title: Localized,
  link: (language: Language) => string,
  { origin }: Material,
): XmlElement[] {
  return languages.map((language) => {
    const url = `${origin}${link(language)}`;
    return element(
      "document-link",
      { format: "text/html", url },
      element("title", {}, ...someNarratives(title, url)),
      element("category", { code: category }),
      element("language", { code: language }),
    );
  });
}
