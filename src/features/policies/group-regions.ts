import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import type { PolicyKnowledge, Region } from "./knowledge.ts";

export interface RegionGroup {
  label: string;
  regions: Region[];
}

interface RegionNames {
  language: Language;
  knowledge: Pick<PolicyKnowledge, "regions" | "partnerRegions">;
  region(id: string | null): string;
}

/** Some 350 regions as every choice lists them: the partners first, then key regions, then each province with its cities. Every region stands once. */
export function groupRegions(
  regions: readonly Region[],
  { language, knowledge, region: nameOf }: RegionNames,
): RegionGroup[] {
  const groups = new Map<string, Region[]>();
  const put = (label: string, region: Region) => groups.set(label, [...(groups.get(label) ?? []), region]);
  const isPartner = ({ id }: Region) => knowledge.partnerRegions.has(id);
  const others = regions.filter((region) => !isPartner(region));
  for (const region of regions.filter(isPartner)) put(message(language, "desk.tags.partners"), region);
  for (const region of others.filter(isKey)) put(message(language, "desk.tags.keyRegions"), region);
  for (const region of others.filter((one) => !isKey(one))) put(nameOf(provinceOf(region, knowledge.regions)), region);
  return [...groups].map(([label, members]) => ({ label, regions: members }));
}

function isKey({ parent, level }: Region): boolean {
  return parent === null && level !== "province" && level !== "city";
}

function provinceOf({ id, parent }: Region, regions: readonly Region[]): string {
  const above = parent === null ? undefined : regions.find((region) => region.id === parent);
  return above === undefined ? id : provinceOf(above, regions);
}
