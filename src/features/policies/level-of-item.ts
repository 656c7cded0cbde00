import type { ItemPlace } from "./item.ts";
import type { BodyLevel, PolicyKnowledge } from "./knowledge.ts";

/** Parts of the bulletin, and what is neither the centre's nor of a region that the programme looks at. */
export const policyLevels = ["central", "key-region", "partner", "other"] as const;
export type PolicyLevel = (typeof policyLevels)[number];

const centralBodies: readonly BodyLevel[] = ["party", "congress", "state-council", "ministry", "court"];

/** Whose policy it is: as its source is declared, else by who issued it. */
export function levelOfItem(
  item: { place: Pick<ItemPlace, "tier"> | null; bodies: readonly string[]; regions: readonly string[] },
  { bodies, regions, partnerRegions }: PolicyKnowledge,
): PolicyLevel {
  if (item.place) return item.place.tier;
  const issuer = bodies.find(({ id }) => id === item.bodies[0]);
  // A people's congress of a province stands at the same rank in the list as the national one, and has a region.
  // One that the list does not have is a local body where the item is of a province or city.
  const ofUnknown = issuer ? undefined : item.regions.find((id) => isPlace(regions.find((region) => region.id === id)));
  if (!ofUnknown && !issuer?.region && (!issuer || centralBodies.includes(issuer.level)))
    return item.regions.some((id) => regions.find((region) => region.id === id)?.level === "key-region")
      ? "key-region"
      : "central";
  const place = issuer?.region ?? ofUnknown ?? null;
  const above = regions.find(({ id }) => id === place)?.parent ?? null;
  const places = [place, above].filter((id) => id !== null);
  if (places.some((id) => partnerRegions.has(id))) return "partner";
  const isOfKeyRegion = ({ level, members }: PolicyKnowledge["regions"][number]) =>
    level === "key-region" && places.some((id) => members.includes(id));
  return regions.some(isOfKeyRegion) ? "key-region" : "other";
}

function isPlace(region: PolicyKnowledge["regions"][number] | undefined): boolean {
  return region !== undefined && region.level !== "key-region" && region.level !== "country";
}
