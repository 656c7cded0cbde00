import type { ItemPlace } from "../policies/item.ts";
import type { Body, BodyLevel, PolicyKnowledge, Region } from "../policies/knowledge.ts";
import { levelOfItem } from "../policies/level-of-item.ts";
import type { Importance } from "../policies/policy.ts";
import { type BulletinPart, bulletinParts } from "./bulletin.ts";

/** What the order goes by. */
export interface OrderedItem {
  id: string;
  bodies: readonly string[];
  regions: readonly string[];
  place: ItemPlace | null;
  importance: Importance;
  day: string;
}

export interface EntryPlace {
  part: BulletinPart;
  /** region under which it stands; null in the part of the central government */
  region: Region | null;
  /** place of that region, or rank of the body, within the part */
  rank: number;
}

const levels: readonly BodyLevel[] = ["party", "congress", "state-council", "ministry", "court", "other"];
const importances: readonly Importance[] = ["high", "medium", "low"];

/**
 * Central government by the rank of its bodies, key regions as listed, provinces and cities as the list of partnerships names
 * them; in each the important ones first, then by day.
 */
export function orderEntries<Item extends OrderedItem>(
  items: readonly Item[],
  knowledge: PolicyKnowledge,
  partners: readonly string[],
): { item: Item; place: EntryPlace }[] {
  const order = (part: BulletinPart) => bulletinParts.indexOf(part);
  const findPlaceOf = placeFinder(knowledge, partners);
  return items
    .map((item) => ({ item, place: findPlaceOf(item) }))
    .sort(
      (a, b) =>
        order(a.place.part) - order(b.place.part) ||
        a.place.rank - b.place.rank ||
        importances.indexOf(a.item.importance) - importances.indexOf(b.item.importance) ||
        compare(a.item.day, b.item.day) ||
        compare(a.item.id, b.item.id),
    );
}

/** `partners`: ids of organisations in the order of the partnerships. */
function placeFinder(knowledge: PolicyKnowledge, partners: readonly string[]) {
  const { regions, bodies } = knowledge;
  const regionOf = new Map(regions.map((region) => [region.id, region]));
  const bodyOf = new Map(bodies.map((body) => [body.id, body]));
  const keyRegions = regions.filter(({ level }) => level === "key-region");
  const partnerRank = (region: Region | null): number => {
    if (region === null) return partners.length;
    const own = region.organisation === null ? -1 : partners.indexOf(region.organisation);
    const parent = region.parent === null ? undefined : regionOf.get(region.parent);
    const above = parent?.organisation ? partners.indexOf(parent.organisation) : -1;
    // A city that is no partner itself stands after the partner that its province is.
    return own >= 0 ? own : above >= 0 ? above + 0.5 : partners.length;
  };
  return (item: OrderedItem): EntryPlace => {
    const part = levelOfItem(item, knowledge);
    const issuers = item.bodies.flatMap((id) => bodyOf.get(id) ?? []);
    const local = regionOf.get(issuers[0]?.region ?? item.place?.region ?? "") ?? null;
    if (part === "central") return { part, region: null, rank: rankOf(issuers) };
    if (part === "partner") return { part, region: local, rank: partnerRank(local) };
    if (part === "other")
      return { part, region: local, rank: local === null ? regions.length : regions.indexOf(local) };
    const key = keyRegions.findIndex(
      ({ id, members }) =>
        item.regions.includes(id) || id === local?.id || (local !== null && members.includes(local.id)),
    );
    return { part, region: keyRegions[key] ?? local, rank: key };
  };
}

/** The highest of those that issue it together. */
function rankOf(issuers: readonly Body[]): number {
  const ranks = issuers.map(({ level }) => levels.indexOf(level)).filter((rank) => rank >= 0);
  return ranks.length === 0 ? levels.length : Math.min(...ranks);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
