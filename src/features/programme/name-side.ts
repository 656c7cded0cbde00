import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Programme } from "./programme.ts";

export function nameCountry(programme: Pick<Programme, "countries">, country: string, language: Language): string {
  const entry = programme.countries.find((candidate) => candidate.id === country);
  return entry ? localize(entry.name, language).text : country;
}

/** 「日本側」「中方」: the countries are the programme's, so no page names one. */
export function nameSide(programme: Pick<Programme, "countries">, country: string, language: Language): string {
  return message(language, "home.side", { country: nameCountry(programme, country, language) });
}
