import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Fold } from "../../../web/components/fold.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { namePolicyFeed } from "../atom-feed.ts";
import type { ItemSummary } from "../item-row.ts";
import { gatherPolicyWords, type PolicyWords } from "../policy-words.ts";
import {
  choosePolicies,
  getPolicies,
  getPublicPolicies,
  type PolicyOutline,
  yearOfPolicy,
} from "../public-policies.ts";
import { readPolicyQuery } from "../read-policy-query.ts";
import { PolicyChart } from "./policy-chart.tsx";
import { PolicyFilterForm } from "./policy-filter-form.tsx";
import { PolicyRows } from "./policy-rows.tsx";

const pageSize = 100;

/** China's air policies that are public, newest first, by year. */
export const showPolicies: PageHandler = async ({ context, language, url }) => {
  const words = await gatherPolicyWords(context, language);
  const all = await getPublicPolicies(context);
  const query = await readPolicyQuery(context, url, words);
  const chosen = choosePolicies(all, query.filter);
  const page = choosePage(chosen, pageSize, url);
  const items = await getPolicies(
    context,
    page.items.map(({ id }) => id),
  );
  const isFiltered = Object.keys(query.chosen).length > 0;
  const title = message(language, "policy.title");
  const feed = links.policiesAtom(language, query.chosen);
  return {
    title,
    description: message(language, "policy.description"),
    area: "policies",
    trail: [],
    unlisted: url.search !== "",
    feeds: [{ href: feed, title: await namePolicyFeed(context, language), type: "application/atom+xml" }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "policy.lead")}
          links={[
            { text: message(language, "policy.toTargets"), href: links.policyTargets(language) },
            { text: message(language, "policy.toBulletins"), href: links.bulletins(language) },
            { text: message(language, "policy.toSources"), href: links.policySources(language) },
            { text: message(language, "policy.atom"), href: feed },
            { text: "JSON", href: links.api("policies", { lang: language }) },
          ]}
        />
        {all.length > 0 && <p>{describeChecks(all, language)}</p>}
        {query.problems.map((problem) => (
          <Notice key={problem} tone="warning">
            <p>{problem}</p>
          </Notice>
        ))}
        {all.length > 0 && <PolicyFilterForm url={url} query={query} all={all} words={words} />}
        {isFiltered && chosen.length > 0 && <p>{message(language, "policy.found", { count: chosen.length })}</p>}
        {page.number === 1 && <PolicyChart items={chosen} year={query.filter.year} language={language} />}
        <PoliciesByYear items={items} isFiltered={isFiltered} words={words} />
        <OffsetPagination page={page} url={url} language={language} />
      </>
    ),
  };
};

/** How far the facts of each record were checked: a reader who cites one must know. */
function describeChecks(all: readonly PolicyOutline[], language: Language): string {
  const count = (checked: PolicyOutline["checked"]) => all.filter((item) => item.checked === checked).length;
  return message(language, "policy.checks", {
    all: all.length,
    text: count("text"),
    page: count("page"),
    memory: count("memory"),
    others: count(null),
  });
}

interface PoliciesByYearProps {
  items: readonly ItemSummary[];
  isFiltered: boolean;
  words: PolicyWords;
}

/** As many stand open whatever their years: a year that holds one of three is no help. */
const mostOpen = 12;

function PoliciesByYear({ items, isFiltered, words }: PoliciesByYearProps) {
  const { language } = words;
  if (items.length === 0) {
    if (!isFiltered) return <EmptyState title={message(language, "policy.empty")} />;
    return (
      <EmptyState
        title={message(language, "policy.none")}
        text={message(language, "organisations.noneText")}
        links={[{ text: message(language, "organisations.clear"), href: links.policies(language) }]}
      />
    );
  }
  return (
    <div class="policy-years">
      {[...Map.groupBy(items, yearOfPolicy)].map(([year, ofYear], index) => (
        <Fold
          key={year}
          id={`year-${year}`}
          title={writeEdtf(String(year), language)}
          note={message(language, "policy.countOfYear", { count: ofYear.length })}
          open={index === 0 || items.length <= mostOpen}
        >
          <PolicyRows items={ofYear} words={words} />
        </Fold>
      ))}
    </div>
  );
}
