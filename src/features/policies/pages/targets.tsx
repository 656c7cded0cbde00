import { choiceMessage, message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import type { PolicyTarget } from "../item.ts";
import { targetIndicators } from "../policy.ts";
import { gatherPolicyWords, type PolicyWords } from "../policy-words.ts";
import { getPolicies } from "../public-policies.ts";
import { getTargets, regionsWithin } from "../service.ts";
import { listRegionOptions } from "./region-choice.tsx";
import { TargetPicture } from "./target-picture.tsx";
import { TargetFolds } from "./target-table.tsx";

/** Every number that a public policy sets out to reach. */
export const showTargets: PageHandler = async ({ context, language, url }) => {
  const words = await gatherPolicyWords(context, language);
  const all = await getTargets(context, null, { states: ["confirmed"] });
  const query = readQuery(url, words);
  const regions = query.region === undefined ? null : await regionsWithin(context, query.region);
  const targets = sortTargets(
    all.filter(
      (target) =>
        (query.indicator === undefined || target.indicator === query.indicator) &&
        (regions === null || (target.region !== null && regions.includes(target.region))),
    ),
    words,
  );
  const items = await getPolicies(context, [...new Set(targets.map(({ item }) => item))]);
  const isFiltered = (query.indicator ?? query.region) !== undefined;
  const title = message(language, "policy.targetsTitle");
  return {
    title,
    description: message(language, "policy.targetsDescription"),
    area: "policies",
    trail: [{ text: message(language, "policy.title"), href: links.policies(language) }],
    unlisted: url.search !== "",
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "policy.targetsLead")}
          links={[
            {
              text: "JSON",
              href: links.api("policy-targets", { lang: language, indicator: query.indicator, region: query.region }),
            },
          ]}
        />
        {query.problems.map((value) => (
          <Notice key={value} tone="warning">
            <p>{message(language, "organisations.unknownFilter", { value })}</p>
          </Notice>
        ))}
        <TargetFilterForm url={url} all={all} query={query} words={words} />
        {isFiltered && <p>{message(language, "policy.targetsFound", { count: targets.length })}</p>}
        <TargetPicture targets={targets} words={words} />
        <TargetFolds
          id="targets"
          targets={targets}
          titles={new Map(items.map((item) => [item.id, item]))}
          open={isFiltered}
          words={words}
        />
      </>
    ),
  };
};

interface TargetQuery {
  indicator: string | undefined;
  region: string | undefined;
  problems: string[];
}

function readQuery(url: URL, { knowledge }: PolicyWords): TargetQuery {
  const problems: string[] = [];
  const take = (name: string, isKnown: (value: string) => boolean) => {
    const value = readText(url, name);
    if (value === undefined || isKnown(value)) return value;
    problems.push(value);
    return undefined;
  };
  return {
    indicator: take("indicator", (value) => targetIndicators.some((indicator) => indicator === value)),
    region: take("region", (value) => knowledge.regions.some(({ id }) => id === value)),
    problems,
  };
}

/** By indicator, the country first, then regions in the order of the gazetteer, then by year. */
export function sortTargets(targets: readonly PolicyTarget[], { knowledge }: PolicyWords): PolicyTarget[] {
  const order = new Map(knowledge.regions.map(({ id }, index) => [id, index]));
  const place = ({ region }: PolicyTarget) => (region === null ? -1 : (order.get(region) ?? order.size));
  return targets.toSorted(
    (a, b) =>
      targetIndicators.indexOf(a.indicator) - targetIndicators.indexOf(b.indicator) ||
      place(a) - place(b) ||
      (a.targetYear ?? 0) - (b.targetYear ?? 0),
  );
}

interface TargetFilterFormProps {
  url: URL;
  all: readonly PolicyTarget[];
  query: TargetQuery;
  words: PolicyWords;
}

function TargetFilterForm({ url, all, query, words }: TargetFilterFormProps) {
  const { language, knowledge } = words;
  const nameIndicator = (id: string) => choiceMessage(language, "policy.indicator", id);
  const indicators = targetIndicators.filter((indicator) => all.some((target) => target.indicator === indicator));
  const used = new Set(all.map(({ region }) => region));
  const regions = knowledge.regions.filter(
    ({ id, members }) => used.has(id) || members.some((member) => used.has(member)),
  );
  return (
    <ChoiceFilter
      id="targets-filter"
      url={url}
      action={links.policyTargets(language)}
      title={message(language, "policy.filter")}
      fields={[
        {
          name: "indicator",
          label: message(language, "policy.field.indicator"),
          options: indicators.map((id) => ({ value: id, text: nameIndicator(id) })),
          value: query.indicator,
          nameOf: nameIndicator,
        },
        {
          name: "region",
          label: message(language, "policy.field.region"),
          options: listRegionOptions(regions, words),
          value: query.region,
          nameOf: words.region,
        },
      ]}
      language={language}
    />
  );
}
