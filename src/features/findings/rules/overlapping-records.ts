import { sql } from "kysely";
import type { ReadTransaction } from "../../../db/transaction.ts";
import { uncountedCategories } from "../../activities/activity.ts";

/** A record with exact days, and the governments and institutes that act in it, by country. */
export interface DatedRecord {
  id: string;
  row_number: number;
  date: string;
  from: string;
  to: string;
  kind: string;
  register: string;
  ledger: string;
  source: string;
  people: number | null;
  governments: string[];
  /** beside each government; null where it has none */
  countries: (string | null)[];
}

/**
 * Every two records of different lists whose days overlap and who share a government or institute of each country that
 * either names, in file order.
 * Walks through the records in order of their first day and keeps, for each government, those that are not over yet:
 * the work grows with the number of records and not with its square, whatever the database knows of their distribution.
 */
export async function findOverlaps(transaction: ReadTransaction): Promise<[DatedRecord, DatedRecord][]> {
  const current = new Map<string, DatedRecord[]>();
  const pairs: [DatedRecord, DatedRecord][] = [];
  for (const record of await readDatedRecords(transaction)) {
    const partners = new Set<DatedRecord>();
    for (const government of record.governments) {
      const open = (current.get(government) ?? []).filter((earlier) => earlier.to >= record.from);
      for (const earlier of open) if (earlier.register !== record.register) partners.add(earlier);
      open.push(record);
      current.set(government, open);
    }
    for (const partner of partners) {
      if (haveOtherPartners(record, partner)) continue;
      pairs.push(record.row_number < partner.row_number ? [record, partner] : [partner, record]);
    }
  }
  return pairs.sort(([a, b], [c, d]) => a.row_number - c.row_number || b.row_number - d.row_number);
}

/** A country that both name, without a government in common: other partners, another event. */
function haveOtherPartners(one: DatedRecord, other: DatedRecord): boolean {
  const shared = new Set<string>();
  const named = new Set<string>();
  one.countries.forEach((country, index) => {
    if (country === null || !other.countries.includes(country)) return;
    named.add(country);
    if (other.governments.includes(one.governments[index] ?? "")) shared.add(country);
  });
  return named.size > shared.size;
}

async function readDatedRecords(transaction: ReadTransaction): Promise<DatedRecord[]> {
  const { rows } = await sql<DatedRecord>`
    WITH takers AS (
      SELECT activity, array_agg(government) AS governments, array_agg(country) AS countries
      FROM (
        SELECT DISTINCT activity_parties.activity, organisations.government, above.country
        FROM activity_parties
        JOIN organisations ON organisations.id = activity_parties.organisation
        JOIN organisations above ON above.id = organisations.government
        WHERE activity_parties.role IN ('lead', 'sender', 'receiver', 'host')
      ) taker
      GROUP BY activity
    ), people AS (
      SELECT activity, sum(count)::int AS people FROM activity_people
      WHERE NOT categories && ${uncountedCategories} GROUP BY activity
    )
    SELECT activities.id, activities.row_number, date, date_from AS "from", date_to AS "to", kind, register, ledger, source,
           people.people, takers.governments, takers.countries
    FROM activities
    JOIN registers ON registers.id = activities.register
    JOIN takers ON takers.activity = activities.id
    LEFT JOIN people ON people.activity = activities.id
    WHERE date_from IS NOT NULL AND date_to >= date_from AND date !~ '[?~%]' AND date ~ '^\\d{4}-\\d{2}-\\d{2}'
    ORDER BY date_from, activities.row_number`.execute(transaction);
  return rows;
}
