import { type Language, languages } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import { createReferenceIndex, type ReferenceIndex } from "../../records/reference-index.ts";
import { getDirectory } from "../organisations/directory.ts";
import { allNames } from "../organisations/organisation.ts";

/** What a typed text names: one organisation, or those among which the writer has to choose. */
export type NamedOrganisation = { kind: "found"; id: string } | { kind: "unknown" | "several"; choices: string[] };

const mostChoices = 6;

/** Finds an organisation by its id, a code, or any of its names in any language, as the entry forms do. */
export async function findOrganisation(context: Context, text: string, language: Language): Promise<NamedOrganisation> {
  const index = await getIndex(context);
  const found = index.find(text);
  if (found.length === 1 && found[0] !== undefined) return { kind: "found", id: found[0] };
  const print = (ids: string[]) => ids.slice(0, mostChoices).map((id) => index.print(id, language));
  if (found.length > 1) return { kind: "several", choices: print(found) };
  const near = (await getDirectory(context)).search(text).map(({ id }) => id);
  return { kind: "unknown", choices: print(near) };
}

/** The name that leads back to the organisation when it is sent; its id where a name would not. */
export async function printOrganisation(context: Context, id: string, language: Language): Promise<string> {
  return (await getIndex(context)).print(id, language);
}

export interface OrganisationChoice {
  /** what the field holds when it is chosen */
  value: string;
  /** the names under which a browser finds it, in every language, and its id */
  label: string;
}

/** For a list of suggestions, in the order of the names; `only`: some of the organisations, null: all. */
export async function listOrganisationChoices(
  context: Context,
  language: Language,
  only: readonly string[] | null,
): Promise<OrganisationChoice[]> {
  const index = await getIndex(context);
  return index.all
    .filter(({ id }) => only === null || only.includes(id))
    .map(({ id, name }) => {
      const names = [language, ...languages].map((one) => localize(name, one).text);
      return { value: index.print(id, language), label: [...new Set([...names, id])].join(" / ") };
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

function getIndex(context: Context): Promise<ReferenceIndex> {
  return context.cache.get("organisation names", async () => {
    const { all } = await getDirectory(context);
    return createReferenceIndex(
      all.map((organisation) => ({
        id: organisation.id,
        name: organisation.name,
        others: [...allNames(organisation), ...Object.values(organisation.codes).filter((code) => code !== null)],
      })),
    );
  });
}

/** An official of Shenyang reads Chinese, whatever the terminal of whoever invites her speaks. Null where the country tells nothing. */
export async function findUsualLanguage(context: Context, organisation: string): Promise<Language | null> {
  const { country } = (await getDirectory(context)).get(organisation);
  return country === "jp" ? "ja" : country === "cn" ? "zh" : null;
}
