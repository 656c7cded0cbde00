import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery } from "../../../web/query.ts";
import type { Programme } from "../../programme/programme.ts";
import type { OrganisationFilter } from "../organisation-list.ts";
import { organisationTiers } from "../sheets.ts";

interface OrganisationFilterFormProps {
  url: URL;
  filter: OrganisationFilter;
  programme: Pick<Programme, "countries">;
  language: Language;
}

export function OrganisationFilterForm({ url, filter, programme, language }: OrganisationFilterFormProps) {
  const any = { value: "", text: message(language, "organisations.any") };
  const countries = programme.countries.map(({ id, name }) => ({ value: id, text: localize(name, language).text }));
  const tiers = organisationTiers.map((tier) => ({
    value: tier,
    text: choiceMessage(language, "organisation.tier", tier),
  }));
  const nameOf = (options: { value: string; text: string }[], value: string | undefined) =>
    options.find((option) => option.value === value)?.text;
  const active = [
    { name: "q", text: filter.text },
    { name: "country", text: nameOf(countries, filter.country) },
    { name: "tier", text: nameOf(tiers, filter.tier) },
  ].flatMap(({ name, text }) =>
    text === undefined
      ? []
      : [
          {
            text,
            removeHref: changeQuery(url, { [name]: undefined, page: undefined }),
            removeLabel: message(language, "organisations.remove"),
          },
        ],
  );
  return (
    <FilterForm
      id="organisations"
      action={links.organisations(language)}
      title={message(language, "organisations.filter")}
      fields={[
        {
          kind: "text",
          name: "q",
          label: message(language, "organisations.text"),
          value: filter.text,
          hint: message(language, "organisations.textHint"),
        },
        {
          kind: "select",
          name: "country",
          label: message(language, "organisations.country"),
          options: [any, ...countries],
          value: filter.country,
        },
        {
          kind: "select",
          name: "tier",
          label: message(language, "organisations.tier"),
          options: [any, ...tiers],
          value: filter.tier,
        },
      ]}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={links.organisations(language)}
      activeLabel={message(language, "organisations.active")}
      active={active}
    />
  );
}
