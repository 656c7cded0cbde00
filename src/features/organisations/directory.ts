import type { Language } from "../../core/language.ts";
import { foldText } from "../../core/text-folding.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { allNames, nameOn, type Organisation, shortNameOf } from "./organisation.ts";
import { readOrganisations } from "./store.ts";

/** All organisations in memory: a few thousand, asked for on every page. */
export interface OrganisationDirectory {
  all: readonly Organisation[];
  get(id: string): Organisation;
  find(id: string): Organisation | null;
  /** name on the day of an event, or today's where no day is given */
  name(id: string, language: Language, day?: string | null): string;
  shortName(id: string, language: Language): string;
  /** organisations one of whose names, in any language, holds the text */
  search(text: string): Organisation[];
}

export function getDirectory(context: Context): Promise<OrganisationDirectory> {
  return context.cache.get("organisations", () => read(context.database, readDirectory));
}

/** The directory as the transaction sees it, for work on records that are not committed yet. */
export async function readDirectory(transaction: ReadTransaction): Promise<OrganisationDirectory> {
  return createDirectory(await readOrganisations(transaction));
}

export function createDirectory(organisations: readonly Organisation[]): OrganisationDirectory {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  let folded: { organisation: Organisation; text: string }[] | null = null;
  const get = (id: string): Organisation => {
    const organisation = byId.get(id);
    if (!organisation) throw new Error(`no organisation ${id}`);
    return organisation;
  };
  return {
    all: organisations,
    get,
    find: (id) => byId.get(id) ?? null,
    name: (id, language, day = null) => nameOn(get(id), language, day),
    shortName: (id, language) => shortNameOf(get(id), language),
    search(text) {
      folded ??= organisations.map((organisation) => ({
        organisation,
        text: [organisation.id, ...Object.values(organisation.codes), ...allNames(organisation).map(foldText)].join(
          "\n",
        ),
      }));
      const wanted = foldText(text);
      return wanted === ""
        ? []
        : folded.filter((entry) => entry.text.includes(wanted)).map((entry) => entry.organisation);
    },
  };
}
