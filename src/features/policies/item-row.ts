import { createHash } from "node:crypto";
import type { Insertable, Selectable } from "kysely";
import { localizedFromJson } from "../../core/localized.ts";
import type { PolicyItems } from "../../db/generated/schema.ts";
import { type PolicyBlock, textOfBlocks } from "./blocks.ts";
import { titleKey } from "./classify/title-key.ts";
import type { ItemAttachment, ItemFields, ItemPlace, ItemReference, PolicyItem, Tag, TagReason } from "./item.ts";
import type { PolicyKind } from "./policy.ts";

export type ItemSummary = Omit<PolicyItem, "blocks" | "attachments" | "fields">;

/** Columns of a list: texts of laws stay in the database. */
export const summaryColumns = [
  "id",
  "origin",
  "source",
  "place",
  "url",
  "snapshot",
  "sha256",
  "language",
  "title",
  "kind",
  "document_number",
  "bodies",
  "body_names",
  "written",
  "published",
  "day",
  "in_force",
  "ended",
  "validity",
  "topics",
  "regions",
  "importance",
  "importance_proposed",
  "importance_reasons",
  "state",
  "visibility",
  "group_head",
  "is_original",
  "reference",
  "found_at",
] as const satisfies readonly (keyof PolicyItems)[];

type SummaryRow = Pick<Selectable<PolicyItems>, (typeof summaryColumns)[number]>;

export function toSummary(row: SummaryRow): ItemSummary {
  return {
    id: row.id,
    origin: row.origin,
    source: row.source,
    place: row.place as unknown as ItemPlace | null,
    url: row.url,
    snapshot: row.snapshot,
    sha256: row.sha256,
    language: row.language,
    title: localizedFromJson(row.title),
    kind: row.kind as PolicyKind | null,
    documentNumber: row.document_number,
    bodies: row.bodies,
    bodyNames: row.body_names,
    written: row.written,
    published: row.published,
    day: row.day,
    inForce: row.in_force,
    ended: row.ended,
    validity: row.validity,
    topics: row.topics as unknown as Tag[],
    regions: row.regions as unknown as Tag[],
    importance: row.importance,
    importanceProposed: row.importance_proposed,
    importanceReasons: row.importance_reasons as unknown as TagReason[],
    state: row.state,
    visibility: row.visibility,
    group: row.group_head,
    isOriginal: row.is_original,
    reference: row.reference as unknown as ItemReference | null,
    foundAt: new Date(row.found_at),
  };
}

export function toItem(row: Selectable<PolicyItems>): PolicyItem {
  return {
    ...toSummary(row),
    blocks: row.blocks as unknown as PolicyBlock[],
    attachments: row.attachments as unknown as ItemAttachment[],
    fields: row.fields as unknown as ItemFields,
  };
}

export function toRow(item: PolicyItem, now: Date): Insertable<PolicyItems> {
  return {
    id: item.id,
    origin: item.origin,
    source: item.source,
    place: item.place === null ? null : JSON.stringify(item.place),
    url: item.url,
    snapshot: item.snapshot,
    sha256: item.sha256,
    language: item.language,
    title: JSON.stringify(item.title),
    title_key: titleKey(item.title[item.language] ?? ""),
    kind: item.kind,
    document_number: item.documentNumber,
    bodies: item.bodies,
    body_names: item.bodyNames,
    written: item.written,
    published: item.published,
    day: item.day,
    in_force: item.inForce,
    ended: item.ended,
    validity: item.validity,
    fields: JSON.stringify(item.fields),
    topics: JSON.stringify(item.topics),
    regions: JSON.stringify(item.regions),
    topic_ids: idsInForce(item.topics),
    region_ids: idsInForce(item.regions),
    importance: item.importance,
    importance_proposed: item.importanceProposed,
    importance_reasons: JSON.stringify(item.importanceReasons),
    state: item.state,
    visibility: item.visibility,
    group_head: item.group,
    is_original: item.isOriginal,
    blocks: JSON.stringify(item.blocks),
    text_sha256: hashText(item.blocks),
    attachments: JSON.stringify(item.attachments),
    reference: item.reference === null ? null : JSON.stringify(item.reference),
    found_at: item.foundAt,
    updated_at: now,
  };
}

/** Tags that hold: one that a person took away does not. */
export function idsInForce(tags: readonly Tag[]): string[] {
  return tags.filter(({ by }) => by !== "removed").map(({ id }) => id);
}

export function hashText(blocks: readonly PolicyBlock[]): string {
  return createHash("sha256").update(textOfBlocks(blocks)).digest("hex");
}
