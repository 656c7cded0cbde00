import { type Language, languages, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import type { GlossaryEntry } from "../framework.ts";
import { getGlossary } from "../service.ts";
import { type GlossaryGroup, groupGlossary, searchGlossary } from "./glossary-groups.ts";

/** Terms in three languages side by side, each with an address of its own (#id). */
export const showGlossary: PageHandler = async ({ context, language, url }) => {
  const all = await getGlossary(context);
  const query = readText(url, "q");
  const found = query === undefined ? all : searchGlossary(all, query);
  const groups = groupGlossary(found, language);
  const title = message(language, "glossary.title");
  return {
    title,
    description: message(language, "glossary.description"),
    area: null,
    trail: [],
    unlisted: query !== undefined,
    jsonLd: query === undefined ? describeTerms(all, language, url) : undefined,
    body: (
      <>
        <PageHeading title={title} lead={message(language, "glossary.lead", { count: all.length })} />
        <SearchForm query={query} language={language} />
        {query !== undefined && found.length > 0 && (
          <p>{message(language, "glossary.found", { query, count: found.length })}</p>
        )}
        {query !== undefined && found.length === 0 ? (
          <EmptyState
            title={message(language, "glossary.none", { query })}
            text={message(language, "glossary.noneText")}
            links={[{ text: message(language, "glossary.clear"), href: links.glossary(language) }]}
          />
        ) : (
          <>
            {query === undefined && <Index groups={groups} language={language} />}
            {groups.map((group) => (
              <Section
                key={group.initial}
                id={`initial-${group.initial === "#" ? "other" : group.initial || "all"}`}
                title={nameGroup(group, language)}
              >
                <Entries entries={group.entries} language={language} />
              </Section>
            ))}
          </>
        )}
      </>
    ),
  };
};

function SearchForm({ query, language }: { query: string | undefined; language: Language }) {
  const clearHref = links.glossary(language);
  return (
    <FilterForm
      id="glossary"
      action={clearHref}
      title={message(language, "glossary.search")}
      fields={[
        {
          kind: "text",
          name: "q",
          label: message(language, "glossary.searchLabel"),
          value: query,
          hint: message(language, "glossary.searchHint"),
        },
      ]}
      applyLabel={message(language, "glossary.apply")}
      clearLabel={message(language, "glossary.clear")}
      clearHref={clearHref}
      activeLabel={message(language, "glossary.active")}
      active={
        query === undefined
          ? []
          : [{ text: query, removeHref: clearHref, removeLabel: message(language, "glossary.remove") }]
      }
    />
  );
}

/** The letters where there are some, and under them every term, so that a reader finds a word with one look. */
function Index({ groups, language }: { groups: GlossaryGroup[]; language: Language }) {
  return (
    <nav class="glossary-index" aria-label={message(language, "glossary.index")}>
      {groups.map((group) => (
        <p key={group.initial}>
          {group.initial !== "" && <b>{group.initial === "#" ? nameGroup(group, language) : group.initial}</b>}
          <span>
            {group.entries.map((entry) => (
              <a key={entry.id} href={`#${entry.id}`}>
                <Words value={localize(entry.term, language)} />
              </a>
            ))}
          </span>
        </p>
      ))}
    </nav>
  );
}

function Entries({ entries, language }: { entries: GlossaryEntry[]; language: Language }) {
  const others = languages.filter((other) => other !== language);
  return (
    <dl class="glossary">
      {entries.map((entry) => (
        <div key={entry.id} id={entry.id}>
          <dt>
            <Words value={localize(entry.term, language)} />
          </dt>
          {others.map((other) => (
            <dd key={other} lang={languageTags[other]}>
              <span class="glossary-language">{message(language, `language.${other}`)}</span> {entry.term[other] ?? "—"}
            </dd>
          ))}
          <dd class="glossary-definition">
            <Words value={localize(entry.definition, language)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function nameGroup({ initial }: GlossaryGroup, language: Language): string {
  if (initial === "") return message(language, "glossary.terms");
  return initial === "#" ? message(language, "glossary.others") : initial;
}

/** schema.org DefinedTermSet, by which search engines and translation tools find terms. */
function describeTerms(entries: readonly GlossaryEntry[], language: Language, url: URL): unknown {
  const address = `${url.origin}${url.pathname}`;
  return {
    "@context": "https://schema.org",
    "@type": "DefinedTermSet",
    "@id": address,
    name: message(language, "glossary.title"),
    inLanguage: languageTags[language],
    hasDefinedTerm: entries.map((entry) => ({
      "@type": "DefinedTerm",
      "@id": `${address}#${entry.id}`,
      name: localize(entry.term, language).text,
      description: localize(entry.definition, language).text,
      alternateName: languages.filter((other) => other !== language).flatMap((other) => entry.term[other] ?? []),
    })),
  };
}
