import { type Selectable, sql } from "kysely";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import type { Policies } from "../../db/generated/schema.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Field, ItemFields, ItemReference, PolicyItem, Tag } from "./item.ts";
import { toRow } from "./item-row.ts";
import type { Importance, PolicyKind } from "./policy.ts";

/**
 * After a load: the programme's own list of policies becomes items of the desk, beside what was found. What the desk decided
 * about one of them stays; one that the list no longer has goes.
 */
export async function takeOverPolicies(transaction: WriteTransaction, now: Date): Promise<void> {
  await transaction
    .deleteFrom("policy_items")
    .where("origin", "=", "programme")
    .where("id", "not in", transaction.selectFrom("policies").select("id"))
    .execute();
  const policies = await transaction.selectFrom("policies").selectAll().orderBy("row_number").execute();
  const names = await readBodyNames(transaction);
  for (const policy of policies) {
    const { id, ...row } = toRow(toProgrammeItem(policy, names, now), now);
    const { found_at: _, importance, state, visibility, ...facts } = row;
    await transaction
      .insertInto("policy_items")
      .values({ id, found_at: now, importance, state, visibility, ...facts })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(facts).where("policy_items.origin", "=", "programme"))
      .execute();
  }
  await takeOverLinks(transaction);
  await takeOverTargets(transaction);
  await takeOverClippings(transaction, now);
}

async function readBodyNames(transaction: WriteTransaction): Promise<Map<string, string>> {
  const rows = await transaction.selectFrom("policy_bodies").select(["id", "name_zh"]).execute();
  return new Map(rows.map(({ id, name_zh }) => [id, name_zh]));
}

function toProgrammeItem(row: Selectable<Policies>, names: ReadonlyMap<string, string>, now: Date): PolicyItem {
  const title: Localized = localizedFromRow(row, "title");
  const bodyNames = row.bodies.map((id) => names.get(id) ?? id);
  const stated = (id: string): Tag => ({ id, by: "programme", reasons: [] });
  const reference: ItemReference = {
    title: row.reference_title,
    url: row.reference_url,
    checked: row.checked as ItemReference["checked"],
  };
  return {
    id: row.id,
    origin: "programme",
    source: null,
    place: null,
    url: row.url,
    snapshot: null,
    sha256: null,
    language: "zh",
    title,
    kind: row.kind as PolicyKind,
    documentNumber: row.document_number,
    bodies: row.bodies,
    bodyNames,
    written: row.written,
    published: row.published,
    day: row.published_from ?? row.written_from ?? now.toISOString().slice(0, 10),
    inForce: row.in_force,
    ended: row.ended,
    validity: null,
    fields: fieldsOf(row, bodyNames),
    topics: row.topics.map(stated),
    regions: row.regions.map(stated),
    importance: row.importance as Importance,
    importanceProposed: row.importance as Importance,
    importanceReasons: [],
    state: "kept",
    visibility: "public",
    group: null,
    isOriginal: true,
    blocks: [],
    attachments: [],
    reference,
    foundAt: now,
  };
}

function fieldsOf(row: Selectable<Policies>, bodyNames: string[]): ItemFields {
  const stated = <Value>(value: Value): Field<Value> => ({ value, origin: "programme", confidence: 1 });
  return {
    title: stated(row.title_zh),
    bodies: stated(bodyNames),
    published: stated(row.published),
    kind: stated(row.kind as PolicyKind),
    ...(row.document_number === null ? {} : { documentNumber: stated(row.document_number) }),
    ...(row.written === null ? {} : { written: stated(row.written) }),
    ...(row.in_force === null ? {} : { inForce: stated(row.in_force) }),
  };
}

async function takeOverLinks(transaction: WriteTransaction): Promise<void> {
  await sql`
    INSERT INTO item_links (item, kind, target, reasons, state)
    SELECT policy, kind, target, '[]', 'confirmed' FROM policy_links
    ON CONFLICT (item, kind, target) DO NOTHING`.execute(transaction);
}

async function takeOverTargets(transaction: WriteTransaction): Promise<void> {
  // What nobody decided on here is the list's own: it goes with its row.
  await sql`
    DELETE FROM item_targets USING policy_items
    WHERE policy_items.id = item AND origin = 'programme' AND item_targets.decided_by IS NULL
      AND item_targets.id NOT IN (SELECT id FROM policy_targets)`.execute(transaction);
  await sql`
    INSERT INTO item_targets (id, item, place, region, indicator, measure, value, unit, bound, base_year, target_year,
      scope, state)
    SELECT id, policy, place, region, indicator, measure, value, unit, bound, base_year, target_year,
      CASE WHEN coalesce(scope_ja, scope_zh, scope_en) IS NOT NULL
        THEN jsonb_strip_nulls(jsonb_build_object('ja', scope_ja, 'zh', scope_zh, 'en', scope_en)) END, 'confirmed'
    FROM policy_targets
    ON CONFLICT (id) DO UPDATE SET item = excluded.item, place = excluded.place, region = excluded.region,
      indicator = excluded.indicator, measure = excluded.measure, value = excluded.value, unit = excluded.unit,
      bound = excluded.bound, base_year = excluded.base_year, target_year = excluded.target_year,
      scope = excluded.scope
    WHERE item_targets.decided_by IS NULL`.execute(transaction);
}

/** The month of a clipping is that of the policy's publication; one known by its year alone stands in no bulletin. One that the desk wrote again stays. */
async function takeOverClippings(transaction: WriteTransaction, now: Date): Promise<void> {
  await sql`
    DELETE FROM clippings USING policy_items
    WHERE policy_items.id = item AND origin = 'programme' AND clippings.written_by IS NULL
      AND item NOT IN (SELECT policy FROM policy_clippings)`.execute(transaction);
  await sql`
    INSERT INTO clippings (item, month, title, summary, why, state, written_at, approved_at)
    SELECT policy_items.id, CASE WHEN to_char(published_from, 'YYYY-MM') = to_char(published_to, 'YYYY-MM')
        THEN to_char(published_from, 'YYYY-MM') END, policy_items.title,
      jsonb_build_object('ja', summary_ja, 'zh', summary_zh, 'en', summary_en),
      jsonb_build_object('ja', why_ja, 'zh', why_zh, 'en', why_en), 'approved', ${now}, ${now}
    FROM policy_clippings JOIN policy_items ON policy_items.id = policy JOIN policies ON policies.id = policy
    ON CONFLICT (item) DO UPDATE SET month = excluded.month, title = excluded.title, summary = excluded.summary,
      why = excluded.why
    WHERE clippings.written_by IS NULL`.execute(transaction);
}
