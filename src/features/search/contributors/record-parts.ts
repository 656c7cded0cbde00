import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { governmentTiers } from "../../organisations/organisation.ts";
import type { SearchSubject } from "../contribution.ts";

type Passages = SearchSubject["passages"];

/** Texts in three languages, a line each, as one text a language. */
export function passagesOf(...texts: readonly (Localized | null)[]): Passages {
  return languages.flatMap((language) => {
    const lines = texts.flatMap((text) => text?.[language] ?? []);
    return lines.length === 0 ? [] : [{ place: null, language, text: lines.join("\n") }];
  });
}

/** Names of those who take part, so that a record is found by them. */
export function namesOf(directory: OrganisationDirectory, ids: readonly string[]): Localized {
  const known = [...new Set(ids)].filter((id) => directory.find(id) !== null);
  const write = (language: Language) => known.map((id) => directory.name(id, language)).join(" · ");
  return known.length === 0 ? {} : { ja: write("ja"), zh: write("zh"), en: write("en") };
}

/** Local governments among the organisations and those that they belong to. */
export function placesOf(directory: OrganisationDirectory, ids: readonly (string | null)[]): string[] {
  const governments = ids.flatMap((id) => (id === null ? [] : (directory.find(id)?.government ?? [])));
  return [...new Set(governments)].filter((id) => governmentTiers.includes(directory.get(id).tier)).sort();
}

export async function* inBatches(subjects: Iterable<SearchSubject>, size = 200): AsyncGenerator<SearchSubject[]> {
  let batch: SearchSubject[] = [];
  for (const subject of subjects) {
    batch.push(subject);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

export const everybody = { public: true, organisations: [] } as const;
export const allMembers = { public: false, organisations: "all-members" } as const;
export const allButCompanies = { public: false, organisations: [], allButCompanies: true } as const;
