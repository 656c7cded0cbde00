import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { readText } from "../../../web/query.ts";
import type { Programme } from "../../programme/programme.ts";
import type { OrganisationFilter } from "../organisation-list.ts";
import { organisationTiers } from "../sheets.ts";

/** What the address narrows the list to, and a sentence for every value that cannot be understood. */
export function readOrganisationQuery(
  url: URL,
  programme: Pick<Programme, "countries">,
  language: Language,
): { filter: OrganisationFilter; problems: string[] } {
  const countries = programme.countries.map(({ id }) => id);
  const country = readText(url, "country");
  const tier = readText(url, "tier");
  const isCountry = country === undefined || countries.includes(country);
  const isTier = tier === undefined || organisationTiers.some((known) => known === tier);
  const explain = (value: string | undefined) =>
    message(language, "organisations.unknownFilter", { value: value ?? "" });
  return {
    filter: {
      text: readText(url, "q"),
      country: isCountry ? country : undefined,
      tier: isTier ? tier : undefined,
    },
    problems: [...(isCountry ? [] : [explain(country)]), ...(isTier ? [] : [explain(tier)])],
  };
}
