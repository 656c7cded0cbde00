import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import type { FilterOption } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { readChoices } from "../../../web/query.ts";
import type { Need } from "../../needs/need.ts";
import type { Offer } from "../../needs/offer.ts";
import { type NeedWords, yearOfNeed } from "../../needs/words.ts";
import { governmentTiers } from "../../organisations/organisation.ts";

const filterNames = ["region", "city", "provider", "year"] as const;
type FilterName = (typeof filterNames)[number];

export interface MapQuery {
  /** region and city narrow the needs, the provider the offers; the year is that for which unused offers are listed */
  chosen: Partial<Record<FilterName, string>>;
  unknown: string[];
}

export function readMapQuery(url: URL, { directory }: NeedWords): MapQuery {
  const isKnown = (id: string) => directory.find(id) !== null;
  return readChoices(url, {
    region: isKnown,
    city: isKnown,
    provider: isKnown,
    year: (value) => /^\d{4}$/.test(value),
  });
}

export function chooseForMap(
  { chosen: { region, city, provider } }: MapQuery,
  needs: readonly Need[],
  offers: readonly Offer[],
  words: NeedWords,
): { needs: Need[]; offers: Offer[] } {
  const { directory } = words;
  const governmentOf = (id: string) => directory.find(id)?.government ?? id;
  return {
    needs: needs.filter(
      ({ organisation }) =>
        (city === undefined || governmentOf(organisation) === city) &&
        (region === undefined || regionOf(organisation, words) === region),
    ),
    offers: offers.filter(({ organisation }) => provider === undefined || governmentOf(organisation) === provider),
  };
}

/** Of which year unused offers are told: the chosen one, else the newest for which anybody needs anything, and this one where nobody does. */
export function chooseYear(
  { chosen }: MapQuery,
  needs: readonly Need[],
  words: NeedWords,
  presentYear: number,
): number {
  return chosen.year === undefined ? (yearsOf(needs, words)[0] ?? presentYear) : Number(chosen.year);
}

/** Years of needs, the newest first. */
function yearsOf(needs: readonly Need[], { calendar }: NeedWords): number[] {
  const years = needs.map((need) => yearOfNeed(need, calendar)).filter((year) => year !== null);
  return [...new Set(years)].toSorted((a, b) => b - a);
}

function statedYears(offers: readonly Offer[]): number[] {
  return offers.flatMap(({ capacities }) => capacities.map(({ fiscalYear }) => fiscalYear));
}

/** The province or prefecture of a city, itself of a province; null of what has no place in one, as a ministry. */
function regionOf(organisation: string, { directory }: NeedWords): string | null {
  const government = directory.find(directory.find(organisation)?.government ?? organisation);
  if (!government || !governmentTiers.includes(government.tier)) return null;
  const parent = government.parent === null ? null : directory.find(government.parent);
  return parent && governmentTiers.includes(parent.tier) ? parent.id : government.id;
}

interface MapFilterFormProps {
  url: URL;
  query: MapQuery;
  needs: readonly Need[];
  offers: readonly Offer[];
  words: NeedWords;
  presentYear: number;
}

export function MapFilterForm({ url, query: { chosen }, needs, offers, words, presentYear }: MapFilterFormProps) {
  const { language, directory } = words;
  const governmentOf = (id: string) => directory.find(id)?.government ?? id;
  const toOptions = (ids: readonly (string | null)[]): FilterOption[] =>
    [...new Set(ids.filter((id) => id !== null))].map((id) => ({ value: id, text: words.organisation(id) }));
  const options: Record<FilterName, FilterOption[]> = {
    region: toOptions(needs.map(({ organisation }) => regionOf(organisation, words))),
    city: toOptions(needs.map(({ organisation }) => governmentOf(organisation))),
    provider: toOptions(offers.map(({ organisation }) => governmentOf(organisation))),
    year: [...new Set([presentYear, ...yearsOf(needs, words), ...statedYears(offers)])]
      .toSorted((a, b) => b - a)
      .map((year) => ({ value: String(year), text: words.year(year) })),
  };
  return (
    <ChoiceFilter
      id="map"
      url={url}
      action={links.needMap(language)}
      title={message(language, "needMap.filter")}
      fields={filterNames.map((name) => ({
        name,
        label: message(language, `needMap.field.${name}`),
        options: options[name],
        value: chosen[name],
        nameOf: (value) => (name === "year" ? words.year(Number(value)) : words.organisation(value)),
      }))}
      language={language}
    />
  );
}
