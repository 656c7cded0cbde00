import { sql } from "kysely";
import { isLanguage } from "../../core/language.ts";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { governmentTiers, type Organisation, type OrganisationName } from "./organisation.ts";

export async function readOrganisations(transaction: ReadTransaction): Promise<Organisation[]> {
  const names = new Map<string, OrganisationName[]>();
  for (const row of await transaction.selectFrom("organisation_names").selectAll().orderBy("row_number").execute()) {
    if (!isLanguage(row.language)) continue;
    const list = names.get(row.organisation) ?? [];
    list.push({ language: row.language, name: row.name, kind: row.kind, from: row.valid_from, to: row.valid_to });
    names.set(row.organisation, list);
  }
  const rows = await transaction.selectFrom("organisations").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    country: row.country,
    tier: row.tier,
    parent: row.parent,
    government: row.government ?? row.id,
    name: localizedFromRow(row, "name"),
    shortName: localizedFromRow(row, "short_name"),
    names: names.get(row.id) ?? [],
    codes: { japan: row.code_jp, china: row.code_cn, iso: row.code_iso },
    position:
      row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    website: row.website,
    source: { document: row.source, place: row.source_place, row: row.source_row },
  }));
}

/** Works out `government`: the nearest local government on the way up, else the organisation at the top. */
export async function deriveGovernments(transaction: WriteTransaction): Promise<void> {
  await sql`
    WITH RECURSIVE ancestors AS (
      SELECT id, id AS ancestor, tier, parent, 0 AS depth FROM organisations
      UNION ALL
      SELECT ancestors.id, above.id, above.tier, above.parent, depth + 1
      FROM ancestors JOIN organisations above ON above.id = ancestors.parent
      WHERE NOT ancestors.tier = ANY(${governmentTiers})
    )
    UPDATE organisations SET government = nearest.ancestor
    FROM (SELECT DISTINCT ON (id) id, ancestor FROM ancestors ORDER BY id, depth DESC) nearest
    WHERE nearest.id = organisations.id`.execute(transaction);
}
