import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Wording, Words } from "../../../web/components/words.tsx";
import { changeQuery } from "../../../web/query.ts";
import { type FacetName, facetNames } from "../catalogue.ts";
import { nameFacetValue } from "../facet-words.ts";
import type { SearchRequest, SearchResult } from "../service.ts";

interface FacetProps {
  language: Language;
  url: URL;
  asked: SearchRequest;
  result: Pick<SearchResult, "found" | "vocabulary">;
}

const shownAtOnce = 7;

/** What was found, counted by what it is; a link narrows the search to it. */
export function FacetLists({ language, url, asked, result }: FacetProps) {
  const facets = facetNames
    .filter((name) => asked.facets[name] === undefined)
    .map((name) => ({ name, values: countValues(name, language, result) }))
    // What all have in common narrows nothing.
    .filter(({ values }) => values.length > 1 || values.some(({ count }) => count < result.found.total));
  if (facets.length === 0) return null;
  return (
    <aside class="search-facets" aria-labelledby="narrow">
      <h2 id="narrow">{message(language, "search.narrow")}</h2>
      {facets.map(({ name, values }) => (
        <section key={name} aria-labelledby={`facet-${name}`}>
          <h3 id={`facet-${name}`}>{message(language, `search.facet.${name}`)}</h3>
          <ValueList url={url} name={name} values={values.slice(0, shownAtOnce)} />
          {values.length > shownAtOnce && (
            <details>
              <summary>{message(language, "search.more", { count: values.length - shownAtOnce })}</summary>
              <ValueList url={url} name={name} values={values.slice(shownAtOnce, mostValues)} />
            </details>
          )}
        </section>
      ))}
    </aside>
  );
}

const mostValues = 100;

interface FacetValue {
  value: string;
  count: number;
  text: Wording;
}

/** Most first; years newest first. */
function countValues(name: FacetName, language: Language, { found, vocabulary }: FacetProps["result"]): FacetValue[] {
  const values = found.facets.filter(({ facet }) => facet === name);
  return values
    .toSorted((a, b) => (name === "year" ? b.value.localeCompare(a.value) : b.count - a.count))
    .map(({ value, count }) => ({ value, count, text: nameFacetValue(name, value, vocabulary, language) }));
}

function ValueList({ url, name, values }: { url: URL; name: FacetName; values: readonly FacetValue[] }) {
  return (
    <ul>
      {values.map(({ value, count, text }) => (
        <li key={value}>
          <a href={changeQuery(url, { [name]: value, page: undefined })}>
            <Words value={text} /> <span class="search-facet-count">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What narrows the search, each to be taken away again. */
export function ActiveFacets({ language, url, asked, result }: FacetProps) {
  const active = facetNames.flatMap((name) => {
    const value = asked.facets[name];
    return value === undefined ? [] : [{ name, text: nameFacetValue(name, value, result.vocabulary, language) }];
  });
  if (active.length === 0) return null;
  return (
    <div class="active-filters">
      <p>{message(language, "search.active")}</p>
      <ul>
        {active.map(({ name, text }) => (
          <li key={name}>
            <a href={changeQuery(url, { [name]: undefined, page: undefined })}>
              <span>
                {message(language, `search.facet.${name}`)}
                {message(language, "search.colon")}
                <Words value={text} />
              </span>
              <span class="remove" aria-hidden="true">
                ×
              </span>
              <span class="visually-hidden">{message(language, "search.remove")}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
