import { isLanguage } from "../../core/language.ts";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Organisation, OrganisationName } from "./organisation.ts";

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
