import type { Cells, RecordContent } from "../../records/kind.ts";

/** Equal for contents that say the same, whatever the order of their keys. */
export function fingerprint({ fields, parts }: RecordContent): string {
  const sort = (cells: Cells) => Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = Object.keys(parts).sort();
  return JSON.stringify([sort(fields), names.map((name) => (parts[name] ?? []).map(sort))]);
}
