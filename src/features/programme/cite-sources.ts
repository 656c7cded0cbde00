import { isLanguage, type Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { CitedDocument } from "../../web/components/source-list.tsx";
import { links } from "../../web/links.ts";
import type { Books } from "./books.ts";
import type { Source } from "./source.ts";

/** Beyond these a list of places or rows helps nobody to find anything; each record's own page has its place. */
const mostPlaces = 4;
const mostRows = 6;

/** Every document that the records cite, once, with the places in it and the rows of each place together. */
export function citeSources(sources: readonly Source[], books: Books, language: Language): CitedDocument[] {
  return [...Map.groupBy(sources, ({ document }) => document)].map(([id, cited]) => {
    const document = books.document(id);
    const places = [...Map.groupBy(cited, ({ place }) => place)];
    const text = places
      .map(([place, rows]) => describePlace(place, rows, language))
      .join(message(language, "list.separator"));
    return {
      id,
      title: localize(document.title, language),
      href: links.document(language, id),
      place:
        places.length > mostPlaces
          ? undefined
          : { text, language: isLanguage(document.language) ? document.language : language },
    };
  });
}

function describePlace(place: string, sources: readonly Source[], language: Language): string {
  const rows = [...new Set(sources.flatMap(({ row }) => row ?? []))].toSorted(compareRows);
  if (rows.length === 0 || rows.length > mostRows) return place;
  return message(language, "projects.sourceRow", { place, row: rows.join(message(language, "list.separator")) });
}

/** Printed numbers in their order, 9 before 10. */
function compareRows(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
