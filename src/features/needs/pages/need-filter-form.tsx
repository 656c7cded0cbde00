import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import type { FilterOption } from "../../../web/components/filter-form.tsx";
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
  const options = listOptions(all, words, query.chosen);
  return (
    <ChoiceFilter
      id="needs"
      url={url}
      action={action}
      title={message(language, "needs.filter")}
      fields={needFilterNames.map((name) => ({
        name,
        label: message(language, `needs.field.${name}`),
        options: options[name],
        value: query.chosen[name],
      }))}
      language={language}
    />
  );
}

/** What was chosen stands among them even where no need has it any more. */
function listOptions(
  all: readonly Need[],
  words: NeedWords,
  chosen: NeedQuery["chosen"],
): Record<NeedFilterName, FilterOption[]> {
  const { language, directory, books, calendar } = words;
  const cities = new Set(all.map(({ organisation }) => directory.find(organisation)?.government ?? organisation));
  if (chosen.organisation !== undefined) cities.add(chosen.organisation);
  const years = new Set(all.map((need) => yearOfNeed(need, calendar)).filter((year) => year !== null));
  if (chosen.year !== undefined) years.add(Number(chosen.year));
  return {
    organisation: [...cities].map((id) => ({ value: id, text: words.organisation(id) })),
    topic: books.topics
      .filter(({ id }) => id === chosen.topic || all.some((need) => need.topics.includes(id)))
      .map(({ id }) => ({ value: id, text: words.topic(id) })),
    kind: helpKinds
      .filter((kind) => kind === chosen.kind || all.some((need) => need.kinds.includes(kind)))
      .map((kind) => ({ value: kind, text: message(language, `need.kinds.${kind}`) })),
    state: [
      { value: "open", text: message(language, "needs.stateOpen") },
      ...needStates
        .filter((state) => state === chosen.state || all.some((need) => need.state === state))
        .map((state) => ({ value: state, text: message(language, `need.states.${state}`) })),
    ],
    year: [...years].toSorted((a, b) => b - a).map((year) => ({ value: String(year), text: words.year(year) })),
  };
}
