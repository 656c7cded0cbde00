import type { Activity } from "../../activities/activity.ts";
import { getRegister } from "../../activities/service.ts";
import { governmentTiers } from "../../organisations/organisation.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import type { Study } from "./study.ts";

export interface Participant {
  organisation: string;
  activities: Activity[];
}

const actingRoles = ["lead", "sender", "receiver", "host"];

/**
 * The local governments of the home side that take part in the year, each with its activities: those of its own list where
 * it keeps one, since another ledger's rows tell the same events again; else all that it takes part in. In the order in
 * which their own lists stand, the others by their public code (全国地方公共団体コード).
 */
export async function findMunicipalities(study: Study, activities: readonly Activity[]): Promise<Participant[]> {
  const { directory, context, fiscalYear, programme } = study;
  const isOwn = (id: string) => {
    const { country, tier } = directory.get(id);
    return country === programme.homeCountry && governmentTiers.includes(tier);
  };
  const lists = study.books.registers.filter(({ ledger }) => isMunicipal(ledger, study));
  const rows = (await Promise.all(lists.map(({ id }) => getRegister(context, id, fiscalYear)))).flat();
  // Whose list a row stands in: the first local government that acts in it, as others may have joined in.
  const ownerOf = (activity: Activity) => actorsOf(activity, study).find(isOwn) ?? null;
  const ofOwnLists = rows.flatMap((activity) => ownerOf(activity) ?? []);
  const partnered = (await getPartnerships(context))
    .filter(({ years }) => years.some((year) => year.fiscalYear === fiscalYear))
    .map(({ home }) => home)
    .filter(isOwn)
    .toSorted((a, b) => codeOf(a, study).localeCompare(codeOf(b, study)));
  return [...new Set([...ofOwnLists, ...partnered])].map((organisation) => {
    const listed = activities.filter(
      (activity) => isMunicipal(activity.ledger, study) && ownerOf(activity) === organisation,
    );
    if (listed.length > 0) return { organisation, activities: listed };
    return {
      organisation,
      activities: activities.filter((activity) => actorsOf(activity, study).includes(organisation)),
    };
  });
}

/** Organisations with a ledger of their own that are neither a platform nor a ministry: an agency, an association. */
export function findOthers(study: Study, activities: readonly Activity[]): Participant[] {
  const { books, framework } = study;
  const platforms = new Set(framework.platforms.map(({ organisation }) => organisation));
  const ministries = new Set(
    framework.nodes.filter(({ level }) => level === "central").flatMap(({ organisations }) => organisations),
  );
  return books.ledgers
    .flatMap(({ id, owner }) =>
      owner === null || platforms.has(owner) || ministries.has(owner)
        ? []
        : [{ organisation: owner, activities: activities.filter(({ ledger }) => ledger === id) }],
    )
    .filter((other) => other.activities.length > 0);
}

/** The ledger that belongs to nobody alone holds what each local government reports. */
function isMunicipal(ledger: string, { books }: Study): boolean {
  return books.ledger(ledger).owner === null;
}

/** Local governments whose activity it is, by their offices too. */
function actorsOf({ parties }: Activity, { directory }: Study): string[] {
  return parties
    .filter(({ role }) => actingRoles.includes(role))
    .map(({ organisation }) => directory.get(organisation).government);
}

function codeOf(id: string, { directory }: Study): string {
  return directory.get(id).codes.japan ?? "999999";
}
