import { isLanguage, type Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Wording } from "../../web/components/words.tsx";
import type { FacetName } from "./catalogue.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a value of a facet is called; its id where nothing names it. */
export function nameFacetValue(facet: FacetName, value: string, vocabulary: Vocabulary, language: Language): Wording {
  switch (facet) {
    case "kind":
      return choiceMessage(language, "search.kind", value);
    case "language":
      return isLanguage(value) ? message(language, `bulletin.languageName.${value}`) : value;
    case "region":
      return nameOf(vocabulary.regionName(value), value, language);
    case "topic":
      return nameOf(vocabulary.topicName(value), value, language);
    case "body":
      return nameOf(vocabulary.bodyName(value), value, language);
    case "year":
      return value;
  }
}

function nameOf(name: Parameters<typeof localize>[0] | null, id: string, language: Language): Wording {
  const found = name === null ? { text: "", language } : localize(name, language);
  return found.text === "" ? id : found;
}
