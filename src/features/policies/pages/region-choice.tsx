import type { FilterOption } from "../../../web/components/filter-form.tsx";
import { groupRegions } from "../group-regions.ts";
import type { Region } from "../knowledge.ts";
import type { PolicyWords } from "../policy-words.ts";

interface RegionChoiceProps {
  id: string;
  label: string;
  regions: readonly Region[];
  words: PolicyWords;
}

/** One list to choose a region from. */
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

/** The same groups for the filters of lists. */
export function listRegionOptions(regions: readonly Region[], words: PolicyWords): FilterOption[] {
  return groupRegions(regions, words).flatMap(({ label, regions: members }) =>
    members.map(({ id }) => ({ value: id, text: words.region(id), group: label })),
  );
}
