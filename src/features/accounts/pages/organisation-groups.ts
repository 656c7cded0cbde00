import type { Language } from "../../../core/language.ts";
import { languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { SelectFieldProps } from "./fields.tsx";

/** Organisations to choose from, by country, in the order of their names; the first choice is none. */
export function organisationGroups(
  directory: OrganisationDirectory,
  language: Language,
  only: readonly string[] | null = null,
): SelectFieldProps["groups"] {
  const collator = new Intl.Collator(languageTags[language]);
  const options = directory.all
    .filter(({ id }) => only === null || only.includes(id))
    .map((organisation) => ({
      country: organisation.country ?? "",
      value: organisation.id,
      text: directory.name(organisation.id, language),
    }))
    .sort((a, b) => collator.compare(a.text, b.text));
  const countries = [...new Set(options.map(({ country }) => country))].sort();
  const names = new Intl.DisplayNames([languageTags[language]], { type: "region", fallback: "code" });
  return [
    ...(only?.length === 1 ? [] : [{ options: [{ value: "", text: message(language, "people.choose") }] }]),
    ...countries.map((country) => ({
      label: /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : message(language, "people.otherCountry"),
      options: options.filter((option) => option.country === country),
    })),
  ];
}
