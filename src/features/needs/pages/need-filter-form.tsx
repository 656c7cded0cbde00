import { message } from "../../../messages/message.ts";
import { FilterForm, type FilterOption } from "../../../web/components/filter-form.tsx";
import { changeQuery } from "../../../web/query.ts";
import { helpKinds, type Need, needStates } from "../need.ts";
import { type NeedFilterName, type NeedQuery, needFilterNames } from "../need-filter.ts";
import { type NeedWords, yearOfNeed } from "../words.ts";

interface NeedFilterFormProps {
  url: URL;
  query: NeedQuery;
  all: readonly Need[];
  words: NeedWords;
  /** the list without any filter */
  action: string;
}

/** Offers only what some need has; anything else would find nothing. */
export function NeedFilterForm({ url, query, all, words, action }: NeedFilterFormProps) {
  const { language } = words;
  const any = { value: "", text: message(language, "organisations.any") };
  const options = listOptions(all, words);
  return (
    <FilterForm
      id="needs"
      action={action}
      title={message(language, "needs.filter")}
      fields={needFilterNames.map((name) => ({
        kind: "select",
        name,
        label: message(language, `needs.field.${name}`),
        options: [any, ...options[name]],
        value: query.chosen[name],
      }))}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={action}
      activeLabel={message(language, "organisations.active")}
      active={needFilterNames.flatMap((name) => {
        const value = query.chosen[name];
        if (value === undefined) return [];
        return [
          {
            text: options[name].find((option) => option.value === value)?.text ?? value,
            removeHref: changeQuery(url, { [name]: undefined, page: undefined }),
            removeLabel: message(language, "organisations.remove"),
          },
        ];
      })}
    />
  );
}

function listOptions(all: readonly Need[], words: NeedWords): Record<NeedFilterName, FilterOption[]> {
  const { language, directory, books, calendar } = words;
  const cities = new Set(all.map(({ organisation }) => directory.find(organisation)?.government ?? organisation));
  const years = new Set(all.map((need) => yearOfNeed(need, calendar)).filter((year) => year !== null));
  return {
    organisation: [...cities].map((id) => ({ value: id, text: words.organisation(id) })),
    topic: books.topics
      .filter(({ id }) => all.some((need) => need.topics.includes(id)))
      .map(({ id }) => ({ value: id, text: words.topic(id) })),
    kind: helpKinds
      .filter((kind) => all.some((need) => need.kinds.includes(kind)))
      .map((kind) => ({ value: kind, text: message(language, `need.kinds.${kind}`) })),
    state: [
      { value: "open", text: message(language, "needs.stateOpen") },
      ...needStates
        .filter((state) => all.some((need) => need.state === state))
        .map((state) => ({ value: state, text: message(language, `need.states.${state}`) })),
    ],
    year: [...years].toSorted((a, b) => b - a).map((year) => ({ value: String(year), text: words.year(year) })),
  };
}
