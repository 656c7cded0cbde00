import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import type { Organisation } from "../organisations/organisation.ts";
import { getPartnerships } from "../partnerships/service.ts";
import type { Programme } from "../programme/programme.ts";
import { getProgramme } from "../programme/service.ts";
import { listTables, type TableSummary } from "../statistics/service.ts";
import { getRowCounts, type RowCounts } from "./offers.ts";
import { findPublisher } from "./publisher.ts";
import type { Release } from "./release.ts";
import { getReleases } from "./service.ts";

/** What the page of the open data shows. */
export interface OpenData {
  programme: Programme;
  publisher: Organisation | null;
  counts: RowCounts;
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
    counts: await getRowCounts(context),
    tables: await listTables(context, language),
    releases: await getReleases(context),
    partners: {
      home: order(partnerships.map(({ home }) => home)),
      partner: order(partnerships.map(({ partner }) => partner)),
    },
    directory,
  };
}
