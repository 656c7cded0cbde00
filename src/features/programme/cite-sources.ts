import { isLanguage, type Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { memberDocumentId } from "../../records/member-source.ts";
import type { CitedDocument } from "../../web/components/source-list.tsx";
import { links } from "../../web/links.ts";
import type { Books } from "./books.ts";
import { describeRows } from "./describe-rows.ts";
import type { Source } from "./source.ts";

/** Beyond these a list of places or rows helps nobody to find anything; each record's own page has its place. */
const mostPlaces = 4;
const mostRows = 6;

/** Every document that the records cite, once, with the places in it and the rows of each place together. */
export function citeSources(sources: readonly Source[], books: Books, language: Language): CitedDocument[] {
  return [...Map.groupBy(sources, ({ document }) => document)].map(([id, cited]) => {
    if (id === memberDocumentId) return citeMembers(cited, books, language);
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

/** 「福岡県の入力」; of several organisations, their names beside the document. */
function citeMembers(sources: readonly Source[], books: Books, language: Language): CitedDocument {
  const names = [...new Set(sources.flatMap((source) => books.enteredBy(source, language) ?? []))];
  const [organisation, ...others] = names;
  const cited = { id: memberDocumentId, href: links.document(language, memberDocumentId) };
  if (organisation !== undefined && others.length === 0)
    return { ...cited, title: message(language, "memberSource.entered", { organisation }) };
  const text = names.join(message(language, "list.separator"));
  return {
    ...cited,
    title: localize(books.document(memberDocumentId).title, language),
    place: names.length === 0 || names.length > mostPlaces ? undefined : { text, language },
  };
}

function describePlace(place: string, sources: readonly Source[], language: Language): string {
  const rows = [...new Set(sources.flatMap(({ row }) => row ?? []))].toSorted(compareRows);
  return rows.length > mostRows ? place : describeRows(place, rows, language);
}

/** Printed numbers in their order, 9 before 10. */
function compareRows(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
