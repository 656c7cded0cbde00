import type { Context } from "../../platform/context.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import type { Organisation } from "../organisations/organisation.ts";
import { type Books, getBooks } from "../programme/books.ts";
import type { Framework } from "../programme/framework.ts";
import type { Programme } from "../programme/programme.ts";
import { getFramework, getProgramme } from "../programme/service.ts";

/** Who publishes the records; null where the programme names nobody. */
export async function findPublisher(context: Context): Promise<Organisation | null> {
  return choosePublisher(
    await getBooks(context),
    await getFramework(context),
    await getDirectory(context),
    await getProgramme(context),
  );
}

/** The body that keeps the first ledger issues the records; where nobody keeps one, the ministry that answers for the programme. */
export function choosePublisher(
  { ledgers }: Books,
  { nodes }: Framework,
  directory: OrganisationDirectory,
  { homeCountry }: Programme,
): Organisation | null {
  const keeper = ledgers.find(({ owner }) => owner !== null)?.owner;
  const ministry = nodes.find(({ level, country }) => level === "central" && country === homeCountry)?.organisations[0];
  return directory.find(keeper ?? ministry ?? "");
}
