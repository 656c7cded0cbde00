import { AppError } from "../../core/errors.ts";
import type { Field, ItemFieldName, ItemFields, PolicyItem } from "./item.ts";
import { policyKinds } from "./policy.ts";

/** The item with a field as a person set it, and its columns with it. Throws `invalid-input`. */
export function applyField(item: PolicyItem, field: ItemFieldName, value: string | string[] | null): PolicyItem {
  checkValue(field, value);
  const { [field]: _, ...others } = item.fields;
  const set: Field<string | string[]> | null = value === null ? null : { value, origin: "person", confidence: 1 };
  return followFields({ ...item, fields: { ...others, ...(set ? { [field]: set } : {}) } as ItemFields });
}

/** The item's own columns as its fields say. */
export function followFields(item: PolicyItem): PolicyItem {
  const { fields } = item;
  const written = fields.written?.value ?? null;
  const published = fields.published?.value ?? null;
  return {
    ...item,
    title: fields.title ? { ...item.title, [item.language]: fields.title.value } : item.title,
    documentNumber: fields.documentNumber?.value ?? null,
    bodyNames: fields.bodies?.value ?? [],
    written,
    published,
    day: published ?? written ?? item.day,
    inForce: fields.inForce?.value ?? null,
    validity: fields.validity?.value ?? null,
    kind: fields.kind?.value ?? null,
  };
}

const dateFields: readonly ItemFieldName[] = ["written", "published", "inForce"];

function checkValue(field: ItemFieldName, value: string | string[] | null): void {
  if (value === null) {
    if (field === "title") throw new AppError("invalid-input", { field, reason: "required" });
    return;
  }
  if (Array.isArray(value) !== (field === "bodies")) throw new AppError("invalid-input", { field, reason: "form" });
  const texts = [value].flat();
  if (texts.some((text) => text.trim() === "" || text.length > 1_000))
    throw new AppError("invalid-input", { field, reason: "length" });
  if (dateFields.includes(field) && !isDay(String(value)))
    throw new AppError("invalid-input", { field, reason: "date" });
  if (field === "kind" && !policyKinds.some((kind) => kind === value))
    throw new AppError("invalid-input", { field, reason: "kind" });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
