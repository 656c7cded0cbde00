import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { CitedDocument } from "../../web/components/source-list.tsx";
import { links } from "../../web/links.ts";
import type { Books } from "../programme/books.ts";
import type { Source } from "./partnership.ts";

/** Every document that the records cite, once, with the places in it and the rows of each place together. */
export function citeSources(sources: readonly Source[], books: Books, language: Language): CitedDocument[] {
  const documents = new Map<string, Map<string, Set<string>>>();
  for (const { document, place, row } of sources) {
    const places = documents.get(document) ?? new Map<string, Set<string>>();
    const rows = places.get(place) ?? new Set<string>();
    if (row !== null) rows.add(row);
    documents.set(document, places.set(place, rows));
  }
  return [...documents].map(([id, places]) => ({
    id,
    title: localize(books.document(id).title, language),
    href: links.document(language, id),
    places: [...places].map(([place, rows]) => {
      if (rows.size === 0) return place;
      const row = [...rows].toSorted(compareRows).join(message(language, "list.separator"));
      return message(language, "projects.sourceRow", { place, row });
    }),
  }));
}

/** Printed numbers in their order, 9 before 10. */
function compareRows(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
