import { type Selectable, sql } from "kysely";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import type { Schema } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { type Source, type SourceDeclaration, sourceKinds } from "./source.ts";

/** The programme's sources in its order, as the desk changed them, and then the desk's own. */
export async function readSources(transaction: ReadTransaction): Promise<Source[]> {
  const [listed, changed] = await Promise.all([
    transaction.selectFrom("policy_sources").selectAll().orderBy("row_number").execute(),
    transaction.selectFrom("desk_sources").select(["id", "declaration", "paused"]).orderBy("id").execute(),
  ]);
  const changes = new Map(changed.map((row) => [row.id, row]));
  const sources = listed.map((row): Source => {
    const declared = fromRow(row);
    const change = changes.get(row.id);
    changes.delete(row.id);
    if (!change) return { ...declared, origin: "programme", paused: false };
    const own = toPart(change.declaration);
    const isChanged = Object.keys(own).length > 0;
    return { ...declared, ...own, origin: isChanged ? "changed" : "programme", paused: change.paused };
  });
  for (const { declaration, paused, id } of changes.values()) {
    const own = toPart(declaration);
    // Only paused, and meanwhile gone from the programme's list: nothing is left to watch.
    if (isWhole(own)) sources.push({ ...own, id, origin: "desk", paused });
  }
  return sources;
}

function fromRow(row: Selectable<Schema["policy_sources"]>): SourceDeclaration {
  return {
    id: row.id,
    body: row.body,
    tier: row.tier,
    region: row.region,
    name: localizedFromRow(row, "name"),
    language: row.language === "ja" || row.language === "en" ? row.language : "zh",
    kind: sourceKinds.find((kind) => kind === row.kind) ?? "manual",
    address: row.address,
    itemSelector: row.item_selector,
    linkSelector: row.link_selector,
    dateSelector: row.date_selector,
    nextSelector: row.next_selector,
    include: row.include,
    everyHours: row.every_hours,
    quietDays: row.quiet_days,
    tried: row.tried,
    note: localizedFromRow(row, "note"),
  };
}

/** What the desk keeps was checked when it was saved (check-declaration.ts). */
function toPart(json: unknown): Partial<SourceDeclaration> {
  return typeof json === "object" && json !== null ? (json as Partial<SourceDeclaration>) : {};
}

function isWhole(part: Partial<SourceDeclaration>): part is SourceDeclaration {
  return part.body !== undefined && part.kind !== undefined && part.name !== undefined;
}

/** `declaration` null: only the pause is kept, what the programme's list says goes on holding. */
export async function saveDeskSource(
  transaction: WriteTransaction,
  id: string,
  change: { declaration: SourceDeclaration | null; paused: boolean; by: string | null; at: Date },
): Promise<void> {
  const row = {
    declaration: JSON.stringify(change.declaration ?? {}),
    paused: change.paused,
    changed_by: change.by,
    changed_at: change.at,
  };
  await transaction
    .insertInto("desk_sources")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

export async function removeDeskSource(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction.deleteFrom("desk_sources").where("id", "=", id).execute();
}

/** Who publishes and where, for names beside sources and for the choices of their form. */
export interface SourceReference {
  bodies: { id: string; name: Localized }[];
  regions: { id: string; level: string; parent: string | null; name: Localized }[];
}

export async function readReference(transaction: ReadTransaction): Promise<SourceReference> {
  const [bodies, regions] = await Promise.all([
    transaction.selectFrom("policy_bodies").selectAll().orderBy("row_number").execute(),
    transaction.selectFrom("policy_regions").selectAll().orderBy("row_number").execute(),
  ]);
  return {
    bodies: bodies.map((row) => ({ id: row.id, name: localizedFromRow(row, "name") })),
    regions: regions.map((row) => ({
      id: row.id,
      level: row.level,
      parent: row.parent,
      name: localizedFromRow(row, "name"),
    })),
  };
}

/** How far the articles of each source have come. */
export async function countPages(
  transaction: ReadTransaction,
): Promise<{ source: string; state: string; count: number }[]> {
  const rows = await transaction
    .selectFrom("source_pages")
    .select(["source", "state"])
    .select(sql<number>`count(*)::int`.as("count"))
    .groupBy(["source", "state"])
    .execute();
  return rows;
}
