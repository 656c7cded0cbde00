import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { listPublicNeeds } from "../../needs/service.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { groupRegions } from "../../policies/group-regions.ts";
import { gatherPolicyWords } from "../../policies/policy-words.ts";
import type { FollowKind } from "../follow.ts";

export interface Target {
  id: string;
  name: string;
}

export interface Targets {
  regions: { label: string; options: Target[] }[];
  topics: Target[];
  needs: Target[];
  name(kind: FollowKind, id: string): string | null;
}

/** Everything that can be followed, in the reader's language. */
export async function nameTargets(context: Context, language: Language): Promise<Targets> {
  const words = await gatherPolicyWords(context, language);
  const { regions, topics } = words.knowledge;
  // 苏州市 and 宿州市 are both “Suzhou”: a city that does not stand under its province's name carries it.
  const within = ({ id, parent }: (typeof regions)[number]) =>
    parent === null
      ? words.region(id)
      : message(language, "follow.within", { name: words.region(id), above: words.region(parent) });
  const directory = await getDirectory(context);
  const regionTargets = groupRegions(
    regions.filter(({ level }) => level !== "country"),
    words,
  ).map(({ label, regions: members }) => ({
    label,
    options: members.map((region) => ({
      id: region.id,
      name: region.parent !== null && label === words.region(region.parent) ? words.region(region.id) : within(region),
    })),
  }));
  const topicTargets = topics.map(({ id, name }) => ({ id, name: localize(name, language).text }));
  const needs = (await listPublicNeeds(context)).map((need) => ({
    id: need.id,
    name: message(language, "follow.needOf", {
      organisation: directory.find(need.organisation) ? directory.name(need.organisation, language) : need.organisation,
      text: shorten(localize(need.title, language).text),
    }),
  }));
  const lists: Record<FollowKind, readonly Target[]> = {
    region: regions.map((region) => ({ id: region.id, name: within(region) })),
    topic: topicTargets,
    need: needs,
    bulletin: [],
  };
  const names = new Map(
    Object.entries(lists).flatMap(([kind, list]) => list.map(({ id, name }) => [`${kind}/${id}`, name] as const)),
  );
  return {
    regions: regionTargets,
    topics: topicTargets,
    needs,
    name: (kind, id) => names.get(`${kind}/${id}`) ?? null,
  };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : text;
}
