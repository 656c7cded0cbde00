import type { ItemFieldName } from "../item.ts";
import { chooseFields } from "./fields/candidates.ts";
import type { LabelledValue } from "./model.ts";

/**
 * The label beside which a corrected value stands on its page, so that the next page of the source is read there; null where
 * it stands nowhere. Values are compared as they are understood, not as they are printed.
 */
export function findLabelOf(
  labels: readonly LabelledValue[],
  field: ItemFieldName,
  value: string | readonly string[],
): string | null {
  const wanted = JSON.stringify(value);
  const found = labels.find(({ label, value: text }) => {
    const read = chooseFields([{ field, text, origin: "remembered", confidence: 1, evidence: label }])[field];
    return read !== undefined && JSON.stringify(read.value) === wanted;
  });
  return found?.label ?? null;
}
