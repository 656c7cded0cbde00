import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { FilterForm, type FilterOption } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery } from "../../../web/query.ts";
import { importances, policyKinds } from "../policy.ts";
import type { PolicyWords } from "../policy-words.ts";
import { type PolicyOutline, yearOfPolicy } from "../public-policies.ts";
import { type PolicyFilterName, type PolicyQuery, policyFilterNames } from "../read-policy-query.ts";
import { listRegionOptions } from "./region-choice.tsx";

interface PolicyFilterFormProps {
  url: URL;
  query: PolicyQuery;
  all: readonly PolicyOutline[];
  words: PolicyWords;
}

/** Offers only what some policy has; anything else would find nothing. */
export function PolicyFilterForm({ url, query, all, words }: PolicyFilterFormProps) {
  const { language } = words;
  const any = { value: "", text: message(language, "organisations.any") };
  const options = listOptions(all, words);
  const textOf = (name: PolicyFilterName, value: string) =>
    options[name].find((option) => option.value === value)?.text ?? nameChosen(name, value, words);
  return (
    <FilterForm
      id="policies"
      action={links.policies(language)}
      title={message(language, "policy.filter")}
      fields={policyFilterNames.map((name) => ({
        kind: "select",
        name,
        label: message(language, `policy.field.${name}`),
        options: [any, ...options[name]],
        value: query.chosen[name],
      }))}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={links.policies(language)}
      activeLabel={message(language, "organisations.active")}
      active={policyFilterNames.flatMap((name) => {
        const value = query.chosen[name];
        if (value === undefined) return [];
        return [
          {
            text: textOf(name, value),
            removeHref: changeQuery(url, { [name]: undefined, page: undefined }),
            removeLabel: message(language, "organisations.remove"),
          },
        ];
      })}
    />
  );
}

function listOptions(all: readonly PolicyOutline[], words: PolicyWords): Record<PolicyFilterName, FilterOption[]> {
  const { knowledge, language } = words;
  const years = [...new Set(all.map(yearOfPolicy))];
  const used = {
    topic: new Set(all.flatMap(({ topics }) => topics)),
    region: withRegionsAbove(new Set(all.flatMap(({ regions }) => regions)), words),
    body: new Set(all.flatMap(({ bodies }) => bodies)),
  };
  const option = (value: string, text: string) => ({ value, text });
  return {
    topic: knowledge.topics.filter(({ id }) => used.topic.has(id)).map(({ id }) => option(id, words.topic(id))),
    region: listRegionOptions(
      knowledge.regions.filter(({ id }) => used.region.has(id)),
      words,
    ),
    kind: policyKinds
      .filter((kind) => all.some((item) => item.kind === kind))
      .map((kind) => option(kind, message(language, `policy.kind.${kind}`))),
    importance: importances
      .filter((importance) => all.some((item) => item.importance === importance))
      .map((importance) => option(importance, message(language, `policy.importance.${importance}`))),
    year: years.map((year) => option(String(year), writeEdtf(String(year).padStart(4, "0"), language))),
    body: knowledge.bodies.filter(({ id }) => used.body.has(id)).map(({ id }) => option(id, words.body(id))),
  };
}

/** A city's policies are found under its province and its key region as well. */
function withRegionsAbove(used: ReadonlySet<string>, { knowledge }: PolicyWords): Set<string> {
  const all = new Set(used);
  for (const { id, parent } of knowledge.regions) if (used.has(id) && parent !== null) all.add(parent);
  for (const { id, members } of knowledge.regions) if (members.some((member) => all.has(member))) all.add(id);
  return all;
}

/** A value that exists but that no policy has. */
function nameChosen(name: PolicyFilterName, value: string, words: PolicyWords): string {
  if (name === "topic" || name === "region" || name === "body") return words[name](value);
  return value;
}
