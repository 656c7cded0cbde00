import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import type { PolicyItem, PolicyTarget } from "./item.ts";
import type { ItemSummary } from "./item-row.ts";
import { getKnowledge, type Region } from "./knowledge.ts";
import {
  findItem,
  findItems,
  type ItemFilter,
  type ItemLink,
  type ItemPage,
  listItems,
  listLinks,
  listTargets,
  type TargetFilter,
} from "./store.ts";

/** Parts of a larger transaction: of the proposals for a need, of a mail. */
export { listTargets, readTopicsOfItems, readTopicsOfTargets } from "./store.ts";

/** Null: somebody who is not signed in. Members see all that the desk holds; the public what it has made public. */
export type Reader = Actor | null;

export function readsMembers(reader: Reader): boolean {
  return reader !== null && hasPermission(reader, "members.read");
}

/** Newest first. A region stands for what lies in it as well. */
export async function getItems(
  context: Context,
  reader: Reader,
  { region, ...filter }: Omit<ItemFilter, "members" | "regions"> & { region?: string | undefined },
  page: { offset: number; limit: number },
): Promise<ItemPage> {
  const regions = region === undefined ? undefined : await regionsWithin(context, region);
  return read(context.database, (transaction) =>
    listItems(transaction, { ...filter, regions, members: readsMembers(reader) }, page),
  );
}

/** Throws `not-found` for an unknown id and, to the public, for an item that is not public. */
export async function getItem(context: Context, reader: Reader, id: string): Promise<PolicyItem> {
  const item = await read(context.database, (transaction) => findItem(transaction, id));
  if (!item || (item.visibility !== "public" && !readsMembers(reader)))
    throw new AppError("not-found", { kind: "policy", id });
  return item;
}

export interface LinkedItem extends ItemLink {
  /** the other one */
  other: ItemSummary;
}

/** From which side the words of a link are read on the page of `item`: of two versions the later day is the later version. */
export function sideOfLink(item: Pick<PolicyItem, "id" | "day">, link: LinkedItem): "from" | "to" {
  if (link.kind === "version-of" && item.day !== link.other.day) return item.day > link.other.day ? "from" : "to";
  return link.item === item.id ? "from" : "to";
}

/** What belongs to an item, as far as the reader may see it. Rejected links are for the desk. */
export async function getLinks(context: Context, reader: Reader, id: string): Promise<LinkedItem[]> {
  const members = readsMembers(reader);
  return read(context.database, async (transaction) => {
    const links = await listLinks(transaction, id);
    const others = new Map(
      (await findItems(transaction, [...new Set(links.flatMap(({ item, target }) => [item, target]))])).map((item) => [
        item.id,
        item,
      ]),
    );
    return links.flatMap((link) => {
      const other = others.get(link.item === id ? link.target : link.item);
      if (!other || (!members && (other.visibility !== "public" || link.state !== "confirmed"))) return [];
      return [{ ...link, other }];
    });
  });
}

export async function getTargets(
  context: Context,
  reader: Reader,
  { region, ...filter }: Omit<TargetFilter, "members" | "regions"> & { region?: string | undefined },
): Promise<PolicyTarget[]> {
  const regions = region === undefined ? undefined : await regionsWithin(context, region);
  return read(context.database, (transaction) =>
    listTargets(transaction, { ...filter, regions, members: readsMembers(reader) }),
  );
}

/** The region, its cities and, of a key region, its members. */
export async function regionsWithin(context: Context, id: string): Promise<string[]> {
  const { regions } = await getKnowledge(context);
  return [...collectWithin(regions, id)];
}

function collectWithin(regions: readonly Region[], id: string): Set<string> {
  const within = new Set([id]);
  for (const member of regions.find((region) => region.id === id)?.members ?? []) within.add(member);
  for (const region of regions) if (region.parent !== null && within.has(region.parent)) within.add(region.id);
  return within;
}
