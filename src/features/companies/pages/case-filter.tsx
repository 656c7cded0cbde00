import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import type { FilterOption } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { readText } from "../../../web/query.ts";
import type { Activity } from "../../activities/activity.ts";
import type { NeedWords } from "../../needs/words.ts";
import { type CompanyCase, obstacleKinds } from "../company-case.ts";

const filterNames = ["company", "topic", "activity", "obstacle"] as const;
type FilterName = (typeof filterNames)[number];
export type CaseQuery = Partial<Record<FilterName, string>>;

export function readCaseQuery(url: URL): CaseQuery {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = readText(url, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export function chooseCases(cases: readonly CompanyCase[], query: CaseQuery): CompanyCase[] {
  return cases.filter(
    (one) =>
      (query.company === undefined || one.company === query.company) &&
      (query.topic === undefined || one.topics.includes(query.topic)) &&
      (query.activity === undefined || one.activity === query.activity) &&
      (query.obstacle === undefined || one.obstacleKinds.some((kind) => kind === query.obstacle)),
  );
}

interface CaseFilterFormProps {
  url: URL;
  query: CaseQuery;
  all: readonly CompanyCase[];
  events: readonly Activity[];
  words: NeedWords;
}

/** Offers only what some case has, and what was chosen. */
export function CaseFilterForm({ url, query, all, events, words }: CaseFilterFormProps) {
  const { language, books } = words;
  const options: Record<FilterName, FilterOption[]> = {
    company: [...new Set([...all.map(({ company }) => company), ...(query.company ? [query.company] : [])])].map(
      (id) => ({ value: id, text: words.organisation(id) }),
    ),
    topic: books.topics
      .filter(({ id }) => id === query.topic || all.some(({ topics }) => topics.includes(id)))
      .map(({ id }) => ({ value: id, text: words.topic(id) })),
    activity: events
      .filter(({ id }) => id === query.activity || all.some(({ activity }) => activity === id))
      .map(({ id, title }) => ({ value: id, text: localize(title, language).text })),
    obstacle: obstacleKinds
      .filter((kind) => kind === query.obstacle || all.some((one) => one.obstacleKinds.includes(kind)))
      .map((kind) => ({ value: kind, text: message(language, `company.obstacle.${kind}`) })),
  };
  const labels: Record<FilterName, string> = {
    company: message(language, "company.field.company"),
    topic: message(language, "company.field.topics"),
    activity: message(language, "company.field.activity"),
    obstacle: message(language, "company.field.obstacleKinds"),
  };
  return (
    <ChoiceFilter
      id="cases"
      url={url}
      action={links.companyCases(language)}
      title={message(language, "needMap.filter")}
      fields={filterNames.map((name) => ({ name, label: labels[name], options: options[name], value: query[name] }))}
      language={language}
    />
  );
}
