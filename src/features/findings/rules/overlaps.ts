import { sql } from "kysely";
import type { ReadTransaction } from "../../../db/transaction.ts";
import { uncountedCategories } from "../../activities/activity.ts";
import type { DetectedFinding } from "../finding.ts";

/**
 * Kinds that may be two records' words for one event: a director-general consultation stands in one ledger as a
 * consultation and in the city's own pages as a dispatch of staff.
 */
const kindFamilies: Record<string, string> = {
  consultation: "meeting",
  dispatch: "meeting",
  visit: "meeting",
  "policy-dialogue": "meeting",
  training: "training",
  delegation: "training",
  seminar: "gathering",
  "joint-meeting": "gathering",
  "domestic-meeting": "gathering",
  exhibition: "gathering",
};

interface Overlap {
  first: string;
  second: string;
  first_date: string;
  second_date: string;
  first_from: string;
  first_to: string;
  second_from: string;
  second_to: string;
  first_kind: string;
  second_kind: string;
  first_ledger: string;
  second_ledger: string;
  first_source: string;
  second_source: string;
  first_people: number | null;
  second_people: number | null;
}

/**
 * Compares every two records of different lists whose days overlap and who share a government or institute of each
 * country that either names: the same event twice, one inside another, or one event with two dates.
 */
export async function checkOverlaps(transaction: ReadTransaction): Promise<DetectedFinding[]> {
  const overlaps = await findOverlaps(transaction);
  return overlaps.flatMap((overlap) => {
    const families = [kindFamilies[overlap.first_kind], kindFamilies[overlap.second_kind]];
    return families[0] !== undefined && families[0] === families[1] ? judge(overlap) : [];
  });
}

function judge(overlap: Overlap): DetectedFinding[] {
  const sameDays = overlap.first_from === overlap.second_from && overlap.first_to === overlap.second_to;
  const otherDocument = overlap.first_source !== overlap.second_source;
  if (sameDays) {
    const same =
      overlap.first_ledger !== overlap.second_ledger ? [describe("same-event-in-two-ledgers", "warning", overlap)] : [];
    return [...same, ...comparePeople(overlap)];
  }
  if (otherDocument) return [describe("sources-disagree", "warning", overlap)];
  if (isInside(overlap, "first")) return [describe("contained-in-another", "notice", overlap)];
  if (isInside(overlap, "second")) return [describe("contained-in-another", "notice", swap(overlap))];
  // Within one document, days that only overlap are one event at most where nothing else tells them apart.
  const sameLedger = overlap.first_ledger === overlap.second_ledger;
  return sameLedger || havePeopleApart(overlap) ? [] : [describe("sources-disagree", "notice", overlap)];
}

function comparePeople(overlap: Overlap): DetectedFinding[] {
  if (!havePeopleApart(overlap)) return [];
  const finding = describe("sources-disagree", "notice", overlap);
  const { first_people: count, second_people: otherCount } = overlap;
  return [{ ...finding, details: { ...finding.details, count, otherCount } }];
}

function havePeopleApart({ first_people: first, second_people: second }: Overlap): boolean {
  return first !== null && second !== null && first !== second;
}

function isInside(overlap: Overlap, which: "first" | "second"): boolean {
  const [inner, outer] = which === "first" ? [overlap, swap(overlap)] : [swap(overlap), overlap];
  return inner.first_from >= outer.first_from && inner.first_to <= outer.first_to;
}

function describe(
  rule: DetectedFinding["rule"],
  severity: DetectedFinding["severity"],
  overlap: Overlap,
): DetectedFinding {
  return {
    rule,
    severity,
    record: `activities/${overlap.first}`,
    related: [`activities/${overlap.second}`],
    details: {
      date: overlap.first_date,
      otherDate: overlap.second_date,
      document: overlap.first_source,
      otherDocument: overlap.second_source,
      ledger: overlap.first_ledger,
      otherLedger: overlap.second_ledger,
    },
    since: null,
  };
}

function swap(overlap: Overlap): Overlap {
  return Object.fromEntries(
    Object.entries(overlap).map(([key, value]) => [
      key.startsWith("first") ? key.replace("first", "second") : key.replace("second", "first"),
      value,
    ]),
  ) as unknown as Overlap;
}

/** A record with exact days, and the governments and institutes that act in it, by country. */
interface DatedRecord {
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
 * Walks through the records in order of their first day and keeps, for each government, those that are not over yet:
 * the work grows with the number of records and not with its square, whatever the database knows of their distribution.
 */
async function findOverlaps(transaction: ReadTransaction): Promise<Overlap[]> {
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
  pairs.sort(([a, b], [c, d]) => a.row_number - c.row_number || b.row_number - d.row_number);
  return pairs.map(([first, second]) => toOverlap(first, second));
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

function toOverlap(first: DatedRecord, second: DatedRecord): Overlap {
  return {
    first: first.id,
    second: second.id,
    first_date: first.date,
    second_date: second.date,
    first_from: first.from,
    first_to: first.to,
    second_from: second.from,
    second_to: second.to,
    first_kind: first.kind,
    second_kind: second.kind,
    first_ledger: first.ledger,
    second_ledger: second.ledger,
    first_source: first.source,
    second_source: second.source,
    first_people: first.people,
    second_people: second.people,
  };
}
