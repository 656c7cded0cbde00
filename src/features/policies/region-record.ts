import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { PolicyTarget } from "./item.ts";
import type { ItemSummary } from "./item-row.ts";
import { getKnowledge, type Region } from "./knowledge.ts";
import { choosePolicies, getApprovedClippings, getPolicies, getPublicPolicies } from "./public-policies.ts";
import { getTargets, regionsWithin } from "./service.ts";
import type { ApprovedClipping } from "./store-clippings.ts";

/** What is public of a region and of what lies in it. */
export interface RegionRecord {
  region: Region;
  /** newest first, at most `mostPolicies` */
  policies: ItemSummary[];
  total: number;
  targets: PolicyTarget[];
  /** newest month first */
  clippings: ApprovedClipping[];
}

/** Throws `not-found` for an unknown id. */
export async function readRegionRecord(
  context: Context,
  id: string,
  { mostPolicies, mostClippings }: { mostPolicies: number; mostClippings: number },
): Promise<RegionRecord> {
  const region = (await getKnowledge(context)).regions.find((candidate) => candidate.id === id);
  if (!region) throw new AppError("not-found", { kind: "region", id });
  const regions = await regionsWithin(context, id);
  const outlines = choosePolicies(await getPublicPolicies(context), { regions });
  const ids = outlines.map((outline) => outline.id);
  return {
    region,
    policies: await getPolicies(context, ids.slice(0, mostPolicies)),
    total: outlines.length,
    targets: await getTargets(context, null, { region: id, states: ["confirmed"] }),
    clippings: (await getApprovedClippings(context, ids)).slice(0, mostClippings),
  };
}

/** The region that an organisation governs; null where it governs none of the gazetteer. */
export async function findRegionOfOrganisation(context: Context, organisation: string): Promise<Region | null> {
  const { regions } = await getKnowledge(context);
  return regions.find((region) => region.organisation === organisation) ?? null;
}
