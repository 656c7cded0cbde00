import { AppError } from "../../core/errors.ts";
import type { Field, ItemFieldName, ItemFields, PolicyItem } from "./item.ts";
import type { PolicyKnowledge } from "./knowledge.ts";
import { policyKinds } from "./policy.ts";

/** The item with a field as a person set it, and with what follows from the field. Throws `invalid-input`. */
export function applyField(
  item: PolicyItem,
  field: ItemFieldName,
  value: string | string[] | null,
  knowledge: PolicyKnowledge,
): PolicyItem {
  checkValue(field, value);
  const { [field]: _, ...others } = item.fields;
  const set: Field<string | string[]> | null = value === null ? null : { value, origin: "person", confidence: 1 };
  return followFields({ ...item, fields: { ...others, ...(set ? { [field]: set } : {}) } as ItemFields }, knowledge);
}

/** The item's own columns as its fields say. */
export function followFields(item: PolicyItem, knowledge: PolicyKnowledge): PolicyItem {
  const { fields } = item;
  const bodyNames = fields.bodies?.value ?? [];
  const written = fields.written?.value ?? null;
  const published = fields.published?.value ?? null;
  return {
    ...item,
    title: fields.title ? { ...item.title, [item.language]: fields.title.value } : item.title,
    documentNumber: fields.documentNumber?.value ?? null,
    bodyNames,
    bodies: findBodies(bodyNames, knowledge),
    written,
    published,
    day: published ?? written ?? item.day,
    inForce: fields.inForce?.value ?? null,
    validity: fields.validity?.value ?? null,
    kind: fields.kind?.value ?? null,
  };
}

/** Ids of the issuing bodies that are known by these names, in their order. */
function findBodies(names: readonly string[], { bodies }: PolicyKnowledge): string[] {
  const byName = new Map(
    bodies.flatMap((body) => [body.name.zh ?? "", ...body.aliases].map((name): [string, string] => [name, body.id])),
  );
  const found = names.flatMap((name) => byName.get(name.trim()) ?? []);
  return [...new Set(found)];
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
