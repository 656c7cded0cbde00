import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import type { Partnership } from "../partnerships/partnership.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { type Books, getBooks } from "../programme/books.ts";

/** What the pages of news put their words together with. */
export interface NewsKnowledge {
  language: Language;
  books: Books;
  directory: OrganisationDirectory;
  partnerships: readonly Partnership[];
}

export async function gatherNewsKnowledge(context: Context, language: Language): Promise<NewsKnowledge> {
  return {
    language,
    books: await getBooks(context),
    directory: await getDirectory(context),
    partnerships: await getPartnerships(context),
  };
}

export function nameTopic(id: string, { books, language }: NewsKnowledge): string {
  return localize(books.topic(id).name, language).text;
}

/** 「長野県・河北省」; the id of a partnership that is not on record. */
export function namePair(id: string, { partnerships, directory, language }: NewsKnowledge): string {
  const partnership = partnerships.find((candidate) => candidate.id === id);
  if (!partnership) return id;
  return message(language, "partnerships.pair", {
    home: directory.name(partnership.home, language),
    partner: directory.name(partnership.partner, language),
  });
}
