import type { ReadTransaction } from "../../../db/transaction.ts";
import type { DetectedFinding } from "../finding.ts";
import { type DatedRecord, findOverlaps } from "./overlapping-records.ts";

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

/** Overlapping records that are the same event twice, one inside another, or one event with two dates. */
export async function checkOverlaps(transaction: ReadTransaction): Promise<DetectedFinding[]> {
  const overlaps = await findOverlaps(transaction);
  return overlaps.flatMap(([first, second]) => {
    const family = kindFamilies[first.kind];
    return family !== undefined && family === kindFamilies[second.kind] ? judge(first, second) : [];
  });
}

function judge(first: DatedRecord, second: DatedRecord): DetectedFinding[] {
  const sameLedger = first.ledger === second.ledger;
  if (first.from === second.from && first.to === second.to) {
    const same = sameLedger ? [] : [describe("same-event-in-two-ledgers", "warning", first, second)];
    return [...same, ...comparePeople(first, second)];
  }
  if (first.source !== second.source) return [describe("sources-disagree", "warning", first, second)];
  if (isInside(first, second)) return [describe("contained-in-another", "notice", first, second)];
  if (isInside(second, first)) return [describe("contained-in-another", "notice", second, first)];
  // Within one document, days that only overlap are one event at most where nothing else tells them apart.
  return sameLedger || havePeopleApart(first, second) ? [] : [describe("sources-disagree", "notice", first, second)];
}

function comparePeople(first: DatedRecord, second: DatedRecord): DetectedFinding[] {
  if (!havePeopleApart(first, second)) return [];
  const finding = describe("sources-disagree", "notice", first, second);
  return [{ ...finding, details: { ...finding.details, count: first.people, otherCount: second.people } }];
}

function havePeopleApart(first: DatedRecord, second: DatedRecord): boolean {
  return first.people !== null && second.people !== null && first.people !== second.people;
}

function isInside(inner: DatedRecord, outer: DatedRecord): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function describe(
  rule: DetectedFinding["rule"],
  severity: DetectedFinding["severity"],
  record: DatedRecord,
  other: DatedRecord,
): DetectedFinding {
  return {
    rule,
    severity,
    record: `activities/${record.id}`,
    related: [`activities/${other.id}`],
    details: {
      date: record.date,
      otherDate: other.date,
      document: record.source,
      otherDocument: other.source,
      ledger: record.ledger,
      otherLedger: other.ledger,
    },
    since: null,
  };
}
