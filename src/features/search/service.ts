import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import { findStanding } from "../records/access.ts";
import { tokensOf } from "./audience.ts";
import { type Found, find, type Order } from "./find.ts";
import { type DroppedItems, findDropped, noDropped } from "./find-dropped.ts";
import { type Asked, type Understood, understandQuery } from "./understand.ts";
import { getVocabulary, type Vocabulary } from "./vocabulary.ts";

export interface SearchRequest extends Asked {
  order: Order;
  language: Language;
  /** from 1 */
  page: number;
}

export interface SearchResult {
  /** false: neither a word nor a condition that could be used */
  isAsked: boolean;
  understood: Understood;
  vocabulary: Vocabulary;
  found: Found;
  /** what organisations were called at the time */
  directory: OrganisationDirectory;
  /** of the desk, by title: for members, who see that it was looked at and not taken */
  dropped: DroppedItems;
}

export const hitsOfPage = 20;
/** Nobody reads the thousandth hit; a crawler would. */
export const lastPage = 50;

const nothing: Found = { total: 0, facets: [], hits: [] };

/** What everybody may find, or without `null` what the member may: in hits, counts and facets alike. */
export async function search(
  context: Context,
  actor: Actor | null,
  { order, page, language, ...asked }: SearchRequest,
): Promise<SearchResult> {
  if (actor) requirePermission(actor, "members.read");
  const vocabulary = await getVocabulary(context);
  const directory = await getDirectory(context);
  const understood = understandQuery(asked, vocabulary);
  const { terms, without, filter, isEmpty } = understood;
  // Exclusions alone, or punctuation, ask for nothing that could be found.
  const asksNothing = isEmpty || (terms.length === 0 && without.length === 0 && !understood.isFiltered);
  if (asksNothing) return { isAsked: false, understood, vocabulary, found: nothing, directory, dropped: noDropped };
  const tokens = tokensOf(actor ? await findStanding(context, actor) : null, directory);
  const found = await find(context, {
    terms,
    without,
    filter,
    named: understood.named,
    order,
    language,
    tokens,
    offset: (page - 1) * hitsOfPage,
    limit: hitsOfPage,
  });
  const dropped = actor && page === 1 ? await findDropped(context, asked.query, understood.expansions) : noDropped;
  return { isAsked: true, understood, vocabulary, found, directory, dropped };
}
