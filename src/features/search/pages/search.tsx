import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, type MessageKey, message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageContent, PageHandler, VisitorRequest } from "../../../web/page.ts";
import { changeQuery } from "../../../web/query.ts";
import type { Actor } from "../../accounts/actor.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { subjectKinds } from "../contribution.ts";
import { orders } from "../find.ts";
import { readSearchQuery } from "../read-search-query.ts";
import { hitsOfPage, lastPage, type SearchRequest, type SearchResult, search } from "../service.ts";
import type { QueryProblem } from "../understand.ts";
import { ExpansionLine } from "./expansion-line.tsx";
import { ActiveFacets, FacetLists } from "./facet-lists.tsx";
import { HitList } from "./hit-list.tsx";
import { QueryHelp } from "./query-help.tsx";
import { SaveSearchForm } from "./saved-searches.tsx";

/** What everybody may find, also for those who are signed in; the members' search is another page. */
export const showSearch: PageHandler<VisitorRequest> = async (request) => {
  const { language, actor, url } = request;
  const more =
    actor && hasPermission(actor, "members.read")
      ? [{ text: message(language, "search.toMembers"), href: `${links.memberSearch(language)}${url.search}` }]
      : [];
  return describeSearch(request, null, more);
};

export const showMemberSearch: PageHandler<MemberRequest> = (request) =>
  describeSearch(request, request.actor, [
    { text: message(request.language, "search.saved.title"), href: links.savedSearches(request.language) },
  ]);

async function describeSearch(
  { context, language, url }: VisitorRequest,
  actor: Actor | null,
  more: { text: string; href: string }[],
): Promise<PageContent> {
  const asked = readSearchQuery(url, language);
  const result = await search(context, actor, asked);
  const title = message(language, "search.title");
  const words = asked.query.trim();
  return {
    title: words === "" ? title : `${message(language, "search.quoted", { name: words.slice(0, 60) })} — ${title}`,
    description: message(language, "search.lead"),
    area: null,
    ...(actor ? {} : { trail: [] }),
    unlisted: url.search !== "" || actor !== null,
    body: (
      <>
        <PageHeading title={title} lead={message(language, actor ? "search.memberLead" : "search.lead")} links={more} />
        <SearchForm language={language} action={url.pathname} asked={asked} />
        <Problems language={language} problems={result.understood.problems} />
        {result.understood.isEmpty ? (
          <QueryHelp language={language} open />
        ) : !result.isAsked ? (
          <>
            <EmptyState
              title={message(language, "search.notAsked")}
              text={message(language, "search.notAskedText")}
              links={[]}
            />
            <QueryHelp language={language} open />
          </>
        ) : (
          <Results language={language} url={url} asked={asked} result={result} forMembers={actor !== null} />
        )}
      </>
    ),
  };
}

function SearchForm({ language, action, asked }: { language: Language; action: string; asked: SearchRequest }) {
  return (
    <search>
      <form class="search-form" method="get" action={action}>
        <label for="search-words">{message(language, "search.label")}</label>
        <div class="search-form-row">
          <input
            id="search-words"
            type="search"
            name="q"
            value={asked.query}
            placeholder={message(language, "search.placeholder")}
          />
          <button type="submit">{message(language, "search.button")}</button>
        </div>
        {asked.order !== "relevance" && <input type="hidden" name="order" value={asked.order} />}
      </form>
    </search>
  );
}

const problemKeys: Record<QueryProblem["reason"], MessageKey> = {
  date: "search.problem.date",
  city: "search.problem.city",
  kind: "search.problem.kind",
  topic: "search.problem.topic",
  number: "search.problem.number",
  "too-long": "search.problem.too-long",
  field: "search.problem.field",
};

function Problems({ language, problems }: { language: Language; problems: readonly QueryProblem[] }) {
  if (problems.length === 0) return null;
  const choices = subjectKinds
    .map((kind) => choiceMessage(language, "search.kind", kind))
    .join(message(language, "list.separator"));
  return (
    <Notice tone="warning" title={message(language, "search.problem.title")}>
      <ul>
        {problems.map(({ reason, word }) => (
          <li key={`${reason} ${word}`}>{message(language, problemKeys[reason], { word, choices })}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface ResultsProps {
  language: Language;
  url: URL;
  asked: SearchRequest;
  result: SearchResult;
  forMembers: boolean;
}

function Results({ language, url, asked, result, forMembers }: ResultsProps) {
  const { found, understood } = result;
  const pages = Math.min(lastPage, Math.max(1, Math.ceil(found.total / hitsOfPage)));
  const first = (asked.page - 1) * hitsOfPage + 1;
  const position = {
    items: found.hits,
    number: asked.page,
    count: pages,
    first: Math.min(first, found.total),
    last: Math.min(first + hitsOfPage - 1, found.total),
    total: found.total,
  };
  return (
    <>
      <ExpansionLine language={language} url={url} expansions={understood.expansions} />
      <ActiveFacets language={language} url={url} asked={asked} result={result} />
      <div class="search-columns">
        <section class="search-results" aria-labelledby="results">
          <div class="search-results-heading">
            <h2 id="results">
              {message(language, "search.results")}{" "}
              <span class="search-count">{message(language, "search.count", { count: found.total })}</span>
            </h2>
            {found.total > 1 && <Orders language={language} url={url} current={asked.order} />}
          </div>
          {found.hits.length > 0 && (
            <p class="search-to-narrow">
              <a href="#narrow">{message(language, "search.toNarrow")}</a>
            </p>
          )}
          {found.hits.length === 0 ? (
            <NothingFound language={language} url={url} asked={asked} />
          ) : (
            <HitList language={language} result={result} forMembers={forMembers} />
          )}
          <Dropped language={language} dropped={result.dropped} />
          <OffsetPagination page={position} url={url} language={language} />
        </section>
        <FacetLists language={language} url={url} asked={asked} result={result} />
      </div>
      {forMembers && <SaveSearchForm language={language} query={url.searchParams.toString()} name={asked.query} />}
      <QueryHelp language={language} />
    </>
  );
}

/** Looked at by the desk and not taken: no hit, but no reason to believe that nobody has seen it. */
function Dropped({ language, dropped: { total, items } }: { language: Language; dropped: SearchResult["dropped"] }) {
  if (total === 0) return null;
  return (
    <Notice tone="information" title={message(language, "search.dropped", { count: total })}>
      <ul>
        {items.map(({ id, title }) => (
          <li key={id}>
            <a href={links.deskItem(language, id)}>
              <Words value={localize(title, language)} />
            </a>
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p>
          <a href={links.desk(language, { state: "dropped" })}>{message(language, "search.droppedAll")}</a>
        </p>
      )}
    </Notice>
  );
}

function Orders({ language, url, current }: { language: Language; url: URL; current: string }) {
  return (
    <nav class="search-orders" aria-label={message(language, "search.order.label")}>
      <ul>
        {orders.map((order) => (
          <li key={order}>
            <a
              href={changeQuery(url, { order: order === "relevance" ? undefined : order, page: undefined })}
              aria-current={order === current ? "true" : undefined}
            >
              {message(language, `search.order.${order}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NothingFound({ language, url, asked }: { language: Language; url: URL; asked: SearchRequest }) {
  const isNarrowed = Object.keys(asked.facets).length > 0;
  const clear = `${url.pathname}?${new URLSearchParams({ q: asked.query })}`;
  return (
    <EmptyState
      title={message(language, "search.none")}
      text={message(language, "search.noneText")}
      links={isNarrowed ? [{ text: message(language, "search.noneClear"), href: clear }] : []}
    />
  );
}
