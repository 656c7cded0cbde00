import { isLanguage, type Language, languages } from "../core/language.ts";

/** RFC 9110 §12.5.4, as far as three languages need it: the first of ours in the reader's list. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.slice(0, 2), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((entry) => entry.language).find(isLanguage) ?? languages[0];
}
