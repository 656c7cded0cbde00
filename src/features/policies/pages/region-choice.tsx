import { message } from "../../../messages/message.ts";
import type { Region } from "../knowledge.ts";
import type { PolicyWords } from "../policy-words.ts";

interface RegionChoiceProps {
  id: string;
  label: string;
  regions: readonly Region[];
  words: PolicyWords;
}

/** Some 350 regions in one list: the partners first, then key regions, then the cities of each province. */
export function RegionChoice({ id, label, regions, words }: RegionChoiceProps) {
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} name="tag">
        {groupRegions(regions, words).map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.regions.map((region) => (
              <option key={region.id} value={region.id}>
                {words.region(region.id)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}

/** Every region stands once. */
export function groupRegions(
  regions: readonly Region[],
  { language, knowledge, region: nameOf }: PolicyWords,
): { label: string; regions: Region[] }[] {
  const isPartner = ({ id }: Region) => knowledge.partnerRegions.has(id);
  const groups = new Map<string, Region[]>();
  const put = (label: string, region: Region) => groups.set(label, [...(groups.get(label) ?? []), region]);
  const others = regions.filter((region) => !isPartner(region));
  for (const region of regions.filter(isPartner)) put(message(language, "desk.tags.partners"), region);
  for (const region of others.filter(
    ({ parent, level }) => parent === null && level !== "province" && level !== "city",
  ))
    put(message(language, "desk.tags.keyRegions"), region);
  for (const region of others.filter(
    ({ parent, level }) => parent !== null || level === "province" || level === "city",
  ))
    put(nameOf(region.parent ?? region.id), region);
  return [...groups].map(([label, members]) => ({ label, regions: members }));
}
