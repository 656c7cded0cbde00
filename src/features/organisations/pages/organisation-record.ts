import type { Language } from "../../../core/language.ts";
import type { Context } from "../../../platform/context.ts";
import type { Activity } from "../../activities/activity.ts";
import { getActivityPage } from "../../activities/service.ts";
import { type ActivityTally, tallyOrganisation } from "../../activities/tally.ts";
import type { Need } from "../../needs/need.ts";
import type { Offer } from "../../needs/offer.ts";
import { listPublicNeeds, listPublicOffers } from "../../needs/service.ts";
import type { Agreement, Partnership } from "../../partnerships/partnership.ts";
import { getAgreements, getPartnerships } from "../../partnerships/service.ts";
import { gatherPolicyWords, type PolicyWords } from "../../policies/policy-words.ts";
import { findRegionOfOrganisation, type RegionRecord, readRegionRecord } from "../../policies/region-record.ts";
import type { Reader } from "../../policies/service.ts";
import type { Books } from "../../programme/books.ts";
import { getBooks } from "../../programme/books.ts";
import type { Platform } from "../../programme/framework.ts";
import type { Programme } from "../../programme/programme.ts";
import { getFramework, getProgramme } from "../../programme/service.ts";
import type { Project } from "../../projects/project.ts";
import { getProjects } from "../../projects/service.ts";
import { getDirectory, type OrganisationDirectory } from "../directory.ts";
import type { Organisation } from "../organisation.ts";
import { getOrganisation } from "../service.ts";

export interface OrganisationRecord {
  organisation: Organisation;
  directory: OrganisationDirectory;
  programme: Programme;
  books: Books;
  language: Language;
  today: string;
  /** directly below it, and the cities of a prefecture apart */
  offices: Organisation[];
  roles: Platform[];
  partnerships: Partnership[];
  agreements: Agreement[];
  projects: Project[];
  needs: Need[];
  /** what it gives, itself or one of its offices */
  offers: Offer[];
  /** the newest; `total` says how many there are */
  activities: Activity[];
  total: number;
  tally: ActivityTally[];
  /** of the region that it governs; null where it governs none that policies know */
  region: RegionRecord | null;
  policyWords: PolicyWords;
}

/** Everything that the page of an organisation shows. Throws `not-found` for an unknown id. */
export async function readOrganisationRecord(
  context: Context,
  reader: Reader,
  id: string,
  language: Language,
): Promise<OrganisationRecord> {
  const organisation = await getOrganisation(context, id);
  const directory = await getDirectory(context);
  const takesPart = (party: string) => party === id || directory.get(party).government === id;
  const region = await findRegionOfOrganisation(context, id);
  const page = { limit: 10, after: null, order: "newest" } as const;
  const { activities, total } = await getActivityPage(context, { organisation: id }, page);
  return {
    organisation,
    directory,
    programme: await getProgramme(context),
    books: await getBooks(context),
    language,
    today: context.clock.today(),
    offices: directory.all.filter((other) => other.parent === id),
    roles: (await getFramework(context)).platforms.filter((platform) => platform.organisation === id),
    partnerships: (await getPartnerships(context)).filter(({ home, partner }) => home === id || partner === id),
    agreements: (await getAgreements(context)).filter(({ parties }) =>
      parties.some((party) => takesPart(party.organisation)),
    ),
    projects: (await getProjects(context)).filter(({ parties }) =>
      parties.some((party) => takesPart(party.organisation)),
    ),
    offers: (await listPublicOffers(context)).filter(
      ({ organisation }) => organisation === id || directory.get(organisation).government === id,
    ),
    needs: (await listPublicNeeds(context)).filter((need) => need.organisation === id || need.addressedTo === id),
    activities,
    total,
    tally: await tallyOrganisation(context, id),
    region: region && (await readRegionRecord(context, reader, region.id, { mostPolicies: 5, mostClippings: 5 })),
    policyWords: await gatherPolicyWords(context, language),
  };
}
