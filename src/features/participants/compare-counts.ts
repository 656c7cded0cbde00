import type { Cells } from "../../records/kind.ts";
import { splitCell } from "../../records/kind.ts";
import { uncountedCategories } from "../activities/activity.ts";

export interface CountComparison {
  recorded: number;
  /** null where the activity states no number of people */
  stated: number | null;
  approximate: boolean;
  /** by category, or categories that the activity counts together */
  rows: { categories: string[]; recorded: number; stated: number | null; approximate: boolean }[];
}

/** The people on the list beside the numbers that the activity states (its `activity_people`). */
export function compareCounts(categories: readonly string[], people: readonly Cells[]): CountComparison {
  const groups = new Map<string, { categories: string[]; stated: number; approximate: boolean }>();
  for (const row of people) {
    const counted = splitCell(row.categories).filter((category) => !uncountedCategories.includes(category));
    if (counted.length === 0) continue;
    const key = [...counted].sort().join(";");
    const group = groups.get(key) ?? { categories: counted, stated: 0, approximate: false };
    group.stated += Number(row.count ?? 0);
    group.approximate ||= row.approximate === "yes";
    groups.set(key, group);
  }
  const left = [...categories];
  const take = (wanted: readonly string[]) => {
    const taken = left.filter((category) => wanted.includes(category)).length;
    for (let at = left.length - 1; at >= 0; at -= 1) if (wanted.includes(left[at] ?? "")) left.splice(at, 1);
    return taken;
  };
  // Narrow groups first: who is stated as an engineer is no more one of "engineers and administrators".
  const ordered = [...groups.values()].sort((a, b) => a.categories.length - b.categories.length);
  const rows: CountComparison["rows"] = ordered.map((group) => ({ ...group, recorded: take(group.categories) }));
  for (const category of [...new Set(left)])
    rows.push({ categories: [category], recorded: take([category]), stated: null, approximate: false });
  const stated = ordered.length === 0 ? null : ordered.reduce((sum, group) => sum + group.stated, 0);
  return { recorded: categories.length, stated, approximate: ordered.some((group) => group.approximate), rows };
}
