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

async function findOverlaps(transaction: ReadTransaction): Promise<Overlap[]> {
  const { rows } = await sql<Overlap>`
    WITH takers AS (
      SELECT DISTINCT activity_parties.activity, organisations.government, above.country
      FROM activity_parties
      JOIN organisations ON organisations.id = activity_parties.organisation
      JOIN organisations above ON above.id = organisations.government
      WHERE activity_parties.role IN ('lead', 'sender', 'receiver', 'host')
    ), dated AS (
      SELECT activities.id, date, date_from, date_to, kind, register, ledger, source, activities.row_number
      FROM activities JOIN registers ON registers.id = activities.register
      WHERE date_from IS NOT NULL AND date_to IS NOT NULL AND date !~ '[?~%]' AND date ~ '^\\d{4}-\\d{2}-\\d{2}'
    ), pairs AS (
      SELECT DISTINCT mine.activity AS first, theirs.activity AS second
      FROM takers mine
      JOIN takers theirs ON theirs.government = mine.government
      JOIN dated a ON a.id = mine.activity
      JOIN dated b ON b.id = theirs.activity
      WHERE a.row_number < b.row_number AND a.register <> b.register
        AND a.date_from <= b.date_to AND b.date_from <= a.date_to
    ), people AS (
      SELECT activity, sum(count)::int AS people FROM activity_people
      WHERE NOT categories && ${uncountedCategories} GROUP BY activity
    )
    SELECT a.id AS first, b.id AS second, a.date AS first_date, b.date AS second_date,
           a.date_from AS first_from, a.date_to AS first_to, b.date_from AS second_from, b.date_to AS second_to,
           a.kind AS first_kind, b.kind AS second_kind, a.ledger AS first_ledger, b.ledger AS second_ledger,
           a.source AS first_source, b.source AS second_source,
           first_people.people AS first_people, second_people.people AS second_people
    FROM pairs
    JOIN dated a ON a.id = pairs.first
    JOIN dated b ON b.id = pairs.second
    LEFT JOIN people first_people ON first_people.activity = a.id
    LEFT JOIN people second_people ON second_people.activity = b.id
    WHERE NOT EXISTS (
      -- a country that both name, without a government in common: other partners, another event
      SELECT 1 FROM takers x JOIN takers y ON y.country = x.country
      WHERE x.activity = a.id AND y.activity = b.id
      GROUP BY x.country
      HAVING NOT bool_or(x.government = y.government)
    )
    ORDER BY a.row_number, b.row_number`.execute(transaction);
  return rows;
}
