import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { PolicyTarget } from "./item.ts";
import type { ItemSummary } from "./item-row.ts";
import { getKnowledge, type Region } from "./knowledge.ts";
import { linkToPolicy } from "./link-to-policy.ts";
import { choosePolicies, getApprovedClippings, getPolicies, getPublicPolicies } from "./public-policies.ts";
import { getTargets, type Reader, readsMembers, regionsWithin } from "./service.ts";
import type { ApprovedClipping } from "./store-clippings.ts";
import { type ItemOutline, listOutlines } from "./store-outlines.ts";

/** What the reader may see of a region and of what lies in it. */
export interface RegionRecord {
  region: Region;
  /** newest first, at most `mostPolicies` */
  policies: ItemSummary[];
  total: number;
  targets: PolicyTarget[];
  /** newest month first */
  clippings: ApprovedClipping[];
  /** the reader sees what only members see; such policies have a page on the members’ side only */
  forMembers: boolean;
  membersOnly: ReadonlySet<string>;
}

/** Throws `not-found` for an unknown id. */
export async function readRegionRecord(
  context: Context,
  reader: Reader,
  id: string,
  { mostPolicies, mostClippings }: { mostPolicies: number; mostClippings: number },
): Promise<RegionRecord> {
  const region = (await getKnowledge(context)).regions.find((candidate) => candidate.id === id);
  if (!region) throw new AppError("not-found", { kind: "region", id });
  const regions = await regionsWithin(context, id);
  const members = readsMembers(reader);
  const all: readonly ItemOutline[] = members
    ? await read(context.database, (transaction) => listOutlines(transaction, { members }))
    : await getPublicPolicies(context);
  const outlines = choosePolicies(all, { regions });
  const ids = outlines.map((outline) => outline.id);
  return {
    region,
    policies: await getPolicies(context, ids.slice(0, mostPolicies)),
    total: outlines.length,
    targets: await getTargets(context, reader, { region: id, states: ["confirmed"] }),
    clippings: (await getApprovedClippings(context, ids, { members })).slice(0, mostClippings),
    forMembers: members,
    membersOnly: new Set(outlines.filter(({ visibility }) => visibility === "members").map((outline) => outline.id)),
  };
}

/** The region that an organisation governs; null where it governs none of the gazetteer. */
export async function findRegionOfOrganisation(context: Context, organisation: string): Promise<Region | null> {
  const { regions } = await getKnowledge(context);
  return regions.find((region) => region.organisation === organisation) ?? null;
}

/** Where the same reader goes on from one of its entries. */
export function linkToEntry(
  { membersOnly }: Pick<RegionRecord, "membersOnly">,
  { item }: ApprovedClipping,
  language: Language,
): string {
  return linkToPolicy({ id: item, visibility: membersOnly.has(item) ? "members" : "public" }, language);
}
