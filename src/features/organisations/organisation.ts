import type { Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";

export interface OrganisationName {
  language: Language;
  name: string;
  kind: string;
  /** first and last day of use, YYYY-MM-DD; null = open or not known */
  from: string | null;
  to: string | null;
}

export interface Organisation {
  id: string;
  country: string | null;
  tier: string;
  parent: string | null;
  /** the local government, ministry or institute that it belongs to; itself where it is one */
  government: string;
  name: Localized;
  shortName: Localized;
  names: OrganisationName[];
  codes: { japan: string | null; china: string | null; iso: string | null };
  position: { latitude: number; longitude: number } | null;
  website: string | null;
  source: { document: string; place: string; row: string | null };
}

export const governmentTiers = ["prefecture", "province", "city"];

/** The official name on the given day: the former name where its time covers it, else the present one. */
export function nameOn(organisation: Organisation, language: Language, day: string | null): string {
  if (day !== null) {
    const former = organisation.names.find(
      (name) =>
        name.kind === "former" &&
        name.language === language &&
        (name.from === null || name.from <= day) &&
        name.to !== null &&
        day <= name.to,
    );
    if (former) return former.name;
  }
  return localize(organisation.name, language).text;
}

/** The usual short form: 「外事弁公室」 within 武漢市, 「IGES」; the full name where there is none. */
export function shortNameOf(organisation: Organisation, language: Language): string {
  return organisation.shortName[language] ?? localize(organisation.name, language).text;
}

/** Every form under which people may look for it or sources print it. */
export function allNames(organisation: Organisation): string[] {
  return [
    ...Object.values(organisation.name),
    ...Object.values(organisation.shortName),
    ...organisation.names.map((name) => name.name),
  ];
}
