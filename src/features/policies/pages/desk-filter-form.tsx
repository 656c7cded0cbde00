import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { FilterForm, type FilterOption } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery } from "../../../web/query.ts";
import { nameSource } from "../../sources/name-source.ts";
import { importances, policyKinds } from "../policy.ts";
import type { PolicyWords } from "../policy-words.ts";
import { type DeskQuery, deskFilterNames } from "./desk-query.ts";
import { listRegionOptions } from "./region-choice.tsx";

interface DeskFilterFormProps {
  url: URL;
  query: DeskQuery;
  sources: ReadonlyMap<string, string>;
  words: PolicyWords;
}

export function DeskFilterForm({ url, query, sources, words }: DeskFilterFormProps) {
  const { language, knowledge } = words;
  const option = (value: string, text: string): FilterOption => ({ value, text });
  const any = { value: "", text: message(language, "organisations.any") };
  const select = (name: "importance" | "kind" | "topic" | "region" | "source", options: FilterOption[]) => ({
    kind: "select" as const,
    name,
    label: message(language, `desk.filter.${name}`),
    options: [any, ...options],
    value: query.filter[name],
  });
  // A folder that was loaded is no watched source, but the desk leads here from what came of it.
  const otherSource = (id: string | undefined): FilterOption[] =>
    id === undefined || sources.has(id) ? [] : [option(id, nameSource(language, id, sources))];
  const fields = {
    importance: importances.map((one) => option(one, message(language, `policy.importance.${one}`))),
    kind: policyKinds.map((one) => option(one, message(language, `policy.kind.${one}`))),
    topic: knowledge.topics.map(({ id }) => option(id, words.topic(id))),
    region: listRegionOptions(
      knowledge.regions.filter(
        ({ id, level }) => level !== "county" && (level !== "city" || knowledge.partnerRegions.has(id)),
      ),
      words,
    ),
    source: [...[...sources].map(([id, name]) => option(id, name)), ...otherSource(query.filter.source)],
  };
  const clear = links.desk(language, { state: query.tab });
  return (
    <FilterForm
      id="desk"
      action={links.desk(language)}
      title={message(language, "desk.filter.title")}
      kept={[{ name: "state", value: query.tab }]}
      fields={[
        {
          kind: "text",
          name: "month",
          label: message(language, "desk.filter.month"),
          hint: message(language, "desk.filter.monthHint"),
          value: query.filter.month,
        },
        select("importance", fields.importance),
        select("kind", fields.kind),
        select("topic", fields.topic),
        select("region", fields.region),
        select("source", fields.source),
      ]}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={clear}
      activeLabel={message(language, "organisations.active")}
      active={deskFilterNames.flatMap((name) => {
        const value = query.filter[name];
        if (value === undefined) return [];
        return [
          {
            text:
              name === "month"
                ? writeEdtf(value, language)
                : (fields[name].find((one) => one.value === value)?.text ?? value),
            removeHref: changeQuery(url, { [name]: undefined, page: undefined }),
            removeLabel: message(language, "organisations.remove"),
          },
        ];
      })}
    />
  );
}
