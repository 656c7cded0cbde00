import { isLanguage, type Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { SourceCitation } from "../../web/components/source-citation.tsx";
import { links } from "../../web/links.ts";
import type { Books } from "./books.ts";
import type { Citation } from "./framework.ts";

/** The documents behind a page or section, each once, with the places in it. */
export function CitedSources(props: { citations: readonly Citation[]; books: Books; language: Language }) {
  const { citations, books, language } = props;
  return (
    <div class="cited-sources">
      {groupCitations(citations).map(({ document, places }) => (
        <SourceCitation
          key={document}
          label={message(language, "documents.cited")}
          document={localize(books.document(document).title, language)}
          href={links.document(language, document)}
          place={writePlaces(places, books.document(document).language, language)}
        />
      ))}
    </div>
  );
}

export function groupCitations(citations: readonly Citation[]): { document: string; places: string[] }[] {
  const places = new Map<string, Set<string>>();
  for (const { document, place } of citations) {
    places.set(document, (places.get(document) ?? new Set()).add(place));
  }
  return [...places].map(([document, found]) => ({ document, places: [...found] }));
}

/** Places are in the words of the document; beyond four the list says no more than the document's name. */
function writePlaces(places: readonly string[], documentLanguage: string, language: Language) {
  if (places.length > 4) return undefined;
  const text = places.join(message(language, "list.separator"));
  return isLanguage(documentLanguage) ? { text, language: documentLanguage } : text;
}
