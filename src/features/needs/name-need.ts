import type { Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Need } from "./need.ts";

/**
 * What a mail calls a need. A title that the reader cannot read tells nothing in a subject line: the topics stand there then, and the
 * title as it is in a paragraph of its own.
 */
export function nameNeed(
  { title, topics }: Pick<Need, "title" | "topics">,
  topicNames: ReadonlyMap<string, Localized>,
  language: Language,
): { title: string; original: string[] } {
  const found = localize(title, language);
  const known = topics.flatMap((topic) => localize(topicNames.get(topic) ?? {}, language).text || []);
  if (found.language === language || known.length === 0) return { title: found.text, original: [] };
  return {
    title: known.join(message(language, "list.separator")),
    original: [
      message(language, "needs.mail.original", {
        language: message(language, `documents.languageName.${found.language}`),
        title: found.text,
      }),
    ],
  };
}
