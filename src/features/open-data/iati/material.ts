import { languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import type { TableDocument } from "../../../documents/table.ts";
import { type MessageKey, type MessageValues, message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import type { Organisation } from "../../organisations/organisation.ts";
import type { Agreement, Partnership } from "../../partnerships/partnership.ts";
import { getAgreements, getPartnerships } from "../../partnerships/service.ts";
import { type Books, getBooks } from "../../programme/books.ts";
import type { Framework } from "../../programme/framework.ts";
import type { Programme } from "../../programme/programme.ts";
import { getFramework, getProgramme } from "../../programme/service.ts";
import type { Project } from "../../projects/project.ts";
import { getProjects } from "../../projects/service.ts";
import { type Catalogue, getCatalogue } from "../../statistics/catalogue.ts";
import { getTable } from "../../statistics/service.ts";
import { choosePublisher } from "../publisher.ts";
import { type Identifiers, identifyActivities, referenceOf } from "./identify.ts";

/** Everything that the activity file tells. */
export interface Material {
  origin: string;
  programme: Programme;
  directory: OrganisationDirectory;
  framework: Framework;
  books: Books;
  partnerships: readonly Partnership[];
  projects: readonly Project[];
  agreements: readonly Agreement[];
  catalogue: Catalogue;
  /** the tables of one measure a row and one year a column, in each language */
  overviews: Record<(typeof languages)[number], TableDocument>[];
  /** the organisation that reports; null where the programme names none */
  reporter: Organisation | null;
  reference: string;
  identifiers: Identifiers;
}

export async function gatherMaterial(context: Context, origin: string): Promise<Material> {
  const [programme, directory, framework, books, catalogue] = await Promise.all([
    getProgramme(context),
    getDirectory(context),
    getFramework(context),
    getBooks(context),
    getCatalogue(context),
  ]);
  const reporter = choosePublisher(books, framework, directory, programme);
  const reference = referenceOf(context.config.iatiOrganisation, reporter?.id ?? programme.id);
  return {
    origin,
    programme,
    directory,
    framework,
    books,
    catalogue,
    partnerships: await getPartnerships(context),
    projects: await getProjects(context),
    agreements: await getAgreements(context),
    overviews: await readOverviews(context, catalogue),
    reporter,
    reference,
    identifiers: identifyActivities(reference, programme),
  };
}

async function readOverviews(context: Context, { tables }: Catalogue): Promise<Material["overviews"]> {
  const found: Material["overviews"] = [];
  for (const { id, layout } of tables) {
    if (layout !== "measures-by-year") continue;
    const [ja, zh, en] = await Promise.all(languages.map((language) => getTable(context, id, { language })));
    if (ja && zh && en) found.push({ ja, zh, en });
  }
  return found;
}

/** The message in every language. */
export function sayInAll<Key extends MessageKey>(key: Key, values?: MessageValues): Localized {
  return inAll((language) => message(language, key, values));
}

export function inAll(write: (language: (typeof languages)[number]) => string): Localized {
  return Object.fromEntries(languages.map((language) => [language, write(language)]));
}
