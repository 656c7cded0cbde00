import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { sheets } from "../../sheets/registry.ts";
import { countSheetRows } from "../../sheets/rows.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import type { Organisation } from "../organisations/organisation.ts";
import { getPartnerships } from "../partnerships/service.ts";
import type { Programme } from "../programme/programme.ts";
import { getProgramme } from "../programme/service.ts";
import { listTables, type TableSummary } from "../statistics/service.ts";
import { findPublisher } from "./publisher.ts";
import type { Release } from "./release.ts";
import { getReleases } from "./service.ts";

/** What the page of the open data shows. */
export interface OpenData {
  programme: Programme;
  publisher: Organisation | null;
  /** rows of each sheet */
  counts: ReadonlyMap<string, number>;
  tables: TableSummary[];
  releases: Release[];
  /** organisations that have a partnership, by the side on which they stand */
  partners: { home: string[]; partner: string[] };
  directory: OrganisationDirectory;
}

export async function gatherOpenData(context: Context, language: Language): Promise<OpenData> {
  const directory = await getDirectory(context);
  const partnerships = await getPartnerships(context);
  const order = (ids: string[]) => {
    const wanted = new Set(ids);
    return directory.all.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  };
  return {
    programme: await getProgramme(context),
    publisher: await findPublisher(context),
    counts: await countRows(context),
    tables: await listTables(context, language),
    releases: await getReleases(context),
    partners: {
      home: order(partnerships.map(({ home }) => home)),
      partner: order(partnerships.map(({ partner }) => partner)),
    },
    directory,
  };
}

export function countRows(context: Context): Promise<Map<string, number>> {
  return context.cache.get("rows of sheets", () =>
    read(context.database, async (transaction) => {
      const counts = new Map<string, number>();
      for (const sheet of sheets) counts.set(sheet.name, await countSheetRows(transaction, sheet));
      return counts;
    }),
  );
}
