import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Source } from "../programme/source.ts";
import type { Agreement, Partnership, Plan } from "./partnership.ts";

export async function readPartnerships(transaction: ReadTransaction): Promise<Partnership[]> {
  const years = new Map<string, Partnership["years"]>();
  for (const row of await transaction
    .selectFrom("partnership_years")
    .selectAll()
    .orderBy("fiscal_year")
    .orderBy("row_number")
    .execute()) {
    const list = years.get(row.partnership) ?? [];
    list.push({ fiscalYear: row.fiscal_year, type: row.type, source: toSource(row) });
    years.set(row.partnership, list);
  }
  const rows = await transaction.selectFrom("partnerships").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    home: row.home,
    partner: row.partner,
    basis: row.basis,
    funding: row.funding,
    since: row.since,
    note: localizedFromRow(row, "note"),
    years: years.get(row.id) ?? [],
    source: toSource(row),
  }));
}

export async function readAgreements(transaction: ReadTransaction): Promise<Agreement[]> {
  const parties = new Map<string, Agreement["parties"]>();
  for (const row of await transaction.selectFrom("agreement_parties").selectAll().orderBy("row_number").execute()) {
    const list = parties.get(row.agreement) ?? [];
    list.push({ organisation: row.organisation, signatory: localizedFromRow(row, "signatory") });
    parties.set(row.agreement, list);
  }
  const rows = await transaction
    .selectFrom("agreements")
    .selectAll()
    .orderBy("signed_from", (order) => order.asc().nullsLast())
    .orderBy("row_number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    title: localizedFromRow(row, "title"),
    signed: row.signed,
    signedText: row.signed_text,
    signedFrom: row.signed_from,
    valid: row.valid,
    partnership: row.partnership,
    content: localizedFromRow(row, "content"),
    parties: parties.get(row.id) ?? [],
    source: toSource(row),
  }));
}

export async function readPlans(transaction: ReadTransaction): Promise<Plan[]> {
  const rows = await transaction
    .selectFrom("plans")
    .selectAll()
    .orderBy("fiscal_year")
    .orderBy("position")
    .orderBy("row_number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fiscalYear: row.fiscal_year,
    organisation: row.organisation,
    partners: row.partners,
    content: localizedFromRow(row, "content"),
    survey: row.survey,
    source: toSource(row),
  }));
}

function toSource(row: { source: string; source_place: string; source_row: string | null }): Source {
  return { document: row.source, place: row.source_place, row: row.source_row };
}
