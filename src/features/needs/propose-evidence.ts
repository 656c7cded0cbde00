import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { getDirectory } from "../organisations/directory.ts";
import { sayTarget } from "../policies/describe-target.ts";
import { type ItemSummary, idsInForce } from "../policies/item-row.ts";
import type { Region } from "../policies/knowledge.ts";
import type { PolicyWords } from "../policies/policy-words.ts";
import { getItems, getTargets } from "../policies/service.ts";
import { readApprovedContents } from "../records/content.ts";
import type { RecordSummary } from "../records/record.ts";
import { listRecordsForActor } from "../records/service.ts";
import type { Need } from "./need.ts";

const mostProposals = 8;

/** What might show it as well. */
export interface EvidenceProposals {
  policies: ItemSummary[];
  targets: { id: string; item: string; text: string }[];
  /** in which who wants it took part */
  activities: RecordSummary[];
  /** ids of policies and activities of after the need became known: they cannot have been its cause */
  later: ReadonlySet<string>;
  /** words that were looked for; empty: the nearest are proposed */
  search: string;
  /** policy region of who wants it */
  region: string | null;
}

/**
 * Policies and targets of the place and of the whole country on the need's topics, and activities in which the place took part, the
 * nearest first; with words, those whose title has them.
 */
export async function proposeEvidence(
  context: Context,
  actor: Actor,
  need: Need,
  search: string,
  words: PolicyWords,
): Promise<EvidenceProposals> {
  const { knowledge } = words;
  const government = (await getDirectory(context)).find(need.organisation)?.government ?? need.organisation;
  const home = knowledge.regions.find(({ organisation }) => organisation === government);
  const near = findAround(knowledge.regions, home);
  const topics = new Set(
    knowledge.topics.filter(({ topic }) => topic !== null && need.topics.includes(topic)).map(({ id }) => id),
  );
  const { items } = await getItems(context, actor, { states: ["kept"], originals: true }, { offset: 0, limit: 2_000 });
  const wanted = search.trim().toLowerCase();
  const holds = (texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  // 「VOC」 finds what writes 挥发性有机物.
  const meant = new Set(
    wanted === ""
      ? []
      : knowledge.topics.filter(({ name, terms }) => holds([...Object.values(name), ...terms])).map(({ id }) => id),
  );
  const isFound = (item: ItemSummary) =>
    holds([...Object.values(item.title), item.documentNumber ?? ""]) ||
    idsInForce(item.topics).some((topic) => meant.has(topic));
  const rank = (item: ItemSummary): number => {
    const place = judgePlace(idsInForce(item.regions), home, near);
    const shared = idsInForce(item.topics).filter((topic) => topics.has(topic)).length;
    if (wanted === "") return place === 0 || shared === 0 ? 0 : place * 10 + shared;
    return isFound(item) ? 1 + place * 10 + shared : 0;
  };
  const policies = items
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => Number(isLater(a.item, need)) - Number(isLater(b.item, need)) || b.rank - a.rank)
    .slice(0, mostProposals)
    .map(({ item }) => item);
  const activities = await proposeActivities(context, actor, need, { government, wanted });
  const later = new Set([
    ...policies.filter((item) => isLater(item, need)).map(({ id }) => id),
    ...activities.filter((record) => isLater({ day: record.dateFrom ?? "" }, need)).map(({ id }) => id),
  ]);
  const targets = (await getTargets(context, actor, { states: ["confirmed"] }))
    .filter((target) => policies.some(({ id }) => id === target.item))
    .filter((target) => target.region === null || target.region === home?.id || near.has(target.region))
    // What is measured is what is asked about: a target for PM2.5 before one for coal.
    .toSorted(
      (one, other) =>
        Number(later.has(one.item)) - Number(later.has(other.item)) ||
        Number(topics.has(other.indicator)) - Number(topics.has(one.indicator)),
    )
    .slice(0, mostProposals)
    .map((target) => ({ id: target.id, item: target.item, text: sayTarget(target, words) }));
  return { policies, targets, activities, later, search, region: home?.id ?? null };
}

/** Where the need may have been spoken of: on its topics first, of these the last before it became known. */
async function proposeActivities(
  context: Context,
  actor: Actor,
  need: Need,
  { government, wanted }: { government: string; wanted: string },
): Promise<RecordSummary[]> {
  const { records } = await listRecordsForActor(context, actor, {
    kind: "activity",
    concerning: [...new Set([government, need.organisation])],
    ...(wanted === "" ? {} : { text: wanted }),
    page: { offset: 0, limit: 500 },
  });
  const contents = await read(context.database, (transaction) => readApprovedContents(transaction, records));
  const isOnTopic = (record: RecordSummary) =>
    (contents.get(record)?.fields.topics ?? "").split(";").some((topic) => need.topics.includes(topic));
  const isAfter = (record: RecordSummary) => isLater({ day: record.dateFrom ?? "" }, need);
  return records
    .filter((record) => wanted !== "" || isOnTopic(record))
    .toSorted((a, b) => Number(isAfter(a)) - Number(isAfter(b)) || Number(isOnTopic(b)) - Number(isOnTopic(a)))
    .slice(0, mostProposals);
}

function isLater({ day }: Pick<ItemSummary, "day">, { learntTo }: Pick<Need, "learntTo">): boolean {
  return learntTo !== null && day > learntTo;
}

/** 3: its own; 2: around it; 1: the whole country's; 0: somewhere else's. */
function judgePlace(regions: readonly string[], home: Region | undefined, near: ReadonlySet<string>): number {
  if (regions.length === 0) return 1;
  if (regions.some((id) => id === home?.id)) return 3;
  return regions.some((id) => near.has(id)) ? 2 : 0;
}

/** The province of a city, and the key regions in which either lies. */
function findAround(regions: readonly Region[], home: Region | undefined): Set<string> {
  if (!home) return new Set();
  const own = [home.id, home.parent].filter((id) => id !== null);
  const around = regions.filter(({ members }) => members.some((member) => own.includes(member)));
  return new Set([...own, ...around.map(({ id }) => id)]);
}
