import type { Need } from "../needs/need.ts";
import type { PolicyKnowledge, Region } from "../policies/knowledge.ts";
import type { Follow } from "./follow.ts";

/** What a follow looks for in a policy. Null: anything. */
export interface Wish {
  regions: ReadonlySet<string> | null;
  topics: ReadonlySet<string> | null;
  /** what holds in all of China matters here as well */
  takesNational: boolean;
}

export interface FollowedSubject {
  regions: readonly string[];
  topics: readonly string[];
}

/**
 * A region stands for what lies in it. A need is met by policies on its topics, of the region whose organisation has it or of
 * all of China. The bulletin as such looks for no policy.
 */
export function describeWishes(
  { kind, target }: Pick<Follow, "kind" | "target">,
  { regions, topics }: Pick<PolicyKnowledge, "regions" | "topics">,
  needs: readonly Need[],
): Wish {
  const nothing = { regions: new Set<string>(), topics: null, takesNational: false };
  if (kind === "bulletin") return nothing;
  if (kind === "region") return { ...nothing, regions: within(regions, target) };
  if (kind === "topic") return { regions: null, topics: new Set([target]), takesNational: true };
  const need = needs.find(({ id }) => id === target);
  if (!need) return nothing;
  const home = regions.find(({ organisation }) => organisation === need.organisation);
  const wanted = topics.filter(({ topic }) => topic !== null && need.topics.includes(topic)).map(({ id }) => id);
  return { regions: home ? around(regions, home) : null, topics: new Set(wanted), takesNational: true };
}

export function matches({ regions, topics, takesNational }: Wish, subject: FollowedSubject): boolean {
  if (topics !== null && !subject.topics.some((id) => topics.has(id))) return false;
  if (regions === null) return true;
  return (takesNational && subject.regions.length === 0) || subject.regions.some((id) => regions.has(id));
}

/**
 * The region, its cities and, of a key region, its members with theirs and the key regions drawn otherwise around them: what is
 * decided for 京津冀及周边 is decided for 京津冀.
 */
function within(regions: readonly Region[], id: string): Set<string> {
  const region = regions.find((one) => one.id === id);
  const members = region?.level === "key-region" ? region.members : [];
  const near = regions.filter((one) => one.level === "key-region" && one.members.some((of) => members.includes(of)));
  const found = new Set([id, ...(region?.members ?? []), ...near.map((one) => one.id)]);
  for (const one of regions) if (one.parent !== null && found.has(one.parent)) found.add(one.id);
  return found;
}

/** What lies in it and what it lies in: its province's and key region's policies hold in a city as well. */
function around(regions: readonly Region[], home: Region): Set<string> {
  const above = home.parent === null ? [] : [home.parent];
  const keys = regions.filter(({ members }) => members.includes(home.id) || above.some((id) => members.includes(id)));
  return new Set([...within(regions, home.id), ...above, ...keys.map(({ id }) => id)]);
}
