import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getNeeds } from "../../partnerships/service.ts";
import { getKnowledge } from "../../policies/knowledge.ts";
import type { FollowKind } from "../follow.ts";

export interface Target {
  id: string;
  name: string;
}

export interface Targets {
  /** regions whose government is in a partnership, and key regions, first */
  regions: { near: Target[]; others: Target[] };
  topics: Target[];
  needs: Target[];
  name(kind: FollowKind, id: string): string | null;
}

/** Everything that can be followed, in the reader's language. */
export async function nameTargets(context: Context, language: Language): Promise<Targets> {
  const { regions, topics, partnerRegions } = await getKnowledge(context);
  const directory = await getDirectory(context);
  const nameOf = new Map(regions.map((region) => [region.id, localize(region.name, language).text]));
  const toTarget = ({ id, parent }: (typeof regions)[number]): Target => {
    const name = nameOf.get(id) ?? id;
    const above = parent === null ? undefined : nameOf.get(parent);
    return { id, name: above === undefined ? name : message(language, "follow.within", { name, above }) };
  };
  const isNear = ({ id, level }: (typeof regions)[number]) => level === "key-region" || partnerRegions.has(id);
  const near = regions.filter(isNear).map(toTarget);
  const others = regions.filter((region) => !isNear(region) && region.level !== "country").map(toTarget);
  const topicTargets = topics.map(({ id, name }) => ({ id, name: localize(name, language).text }));
  const needs = (await getNeeds(context)).map((need) => ({
    id: need.id,
    name: message(language, "follow.needOf", {
      organisation: directory.find(need.organisation) ? directory.name(need.organisation, language) : need.organisation,
      text: shorten(localize(need.text, language).text),
    }),
  }));
  const lists: Record<FollowKind, readonly Target[]> = {
    region: [...near, ...others],
    topic: topicTargets,
    need: needs,
    bulletin: [],
  };
  const names = new Map(
    Object.entries(lists).flatMap(([kind, list]) => list.map(({ id, name }) => [`${kind}/${id}`, name] as const)),
  );
  return {
    regions: { near, others },
    topics: topicTargets,
    needs,
    name: (kind, id) => names.get(`${kind}/${id}`) ?? null,
  };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : text;
}
