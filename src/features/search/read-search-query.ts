import type { Language } from "../../core/language.ts";
import { readText, readTexts, removeControlCharacters } from "../../web/query.ts";
import { facetNames } from "./catalogue.ts";
import { orders } from "./find.ts";
import { longestQuery } from "./parse-query.ts";
import { lastPage, type SearchRequest } from "./service.ts";

/** Reads a search from its address; nothing that an address may hold makes it fail. */
export function readSearchQuery(url: URL, language: Language): SearchRequest {
  const page = Number(/^[1-9]\d?$/.exec(readText(url, "page") ?? "")?.[0] ?? 1);
  return {
    language,
    // One more than is read, so that it can be told that something was left out.
    query: removeControlCharacters((url.searchParams.get("q") ?? "").replace(/\s/g, " ")).slice(0, longestQuery + 100),
    plain: readTexts(url, "plain"),
    facets: Object.fromEntries(
      facetNames.flatMap((name) => {
        const value = readText(url, name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    order: orders.find((order) => order === readText(url, "order")) ?? "relevance",
    page: Math.min(page, lastPage),
  };
}
