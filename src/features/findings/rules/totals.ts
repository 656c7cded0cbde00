import type { ReadTransaction } from "../../../db/transaction.ts";
import type { Catalogue } from "../../statistics/catalogue.ts";
import { countMeasure } from "../../statistics/count.ts";
import { recordsFigure } from "../../statistics/figure.ts";
import type { Claim } from "../../statistics/measure.ts";
import type { DetectedFinding } from "../finding.ts";

/** A printed total that the printed parts do not give. */
export function checkParts(claims: readonly Claim[]): DetectedFinding[] {
  return claims.flatMap((claim) => {
    const parts = claims.filter((part) => part.partOf === claim.id);
    const sum = parts.reduce((total, part) => total + part.value, 0);
    if (parts.length === 0 || sum === claim.value) return [];
    const rounded = claim.approximate || parts.some((part) => part.approximate);
    return [
      {
        rule: "total-differs" as const,
        severity: rounded ? ("notice" as const) : ("error" as const),
        record: `claims/${claim.id}`,
        related: parts.map((part) => `claims/${part.id}`),
        details: { claimed: claim.value, sum, unit: claim.unit },
        since: null,
      },
    ];
  });
}

/** A number in a document's text that the rows of the same document's own lists do not give. */
export async function checkOwnRows(transaction: ReadTransaction, catalogue: Catalogue): Promise<DetectedFinding[]> {
  const findings: DetectedFinding[] = [];
  for (const claim of catalogue.claims) {
    const measure = catalogue.measure(claim.measure);
    if (claim.fiscalYear === null || claim.approximate || measure.registers.length === 0) continue;
    const reach = catalogue.coverage(claim.measure, claim.fiscalYear);
    // Where the records stop before the claim's own day, a difference is no contradiction.
    if (reach && reach.extent !== "complete" && (reach.until === null || reach.until < claim.asOf)) continue;
    const counts = await countMeasure(transaction, measure, {
      asOf: claim.asOf,
      fiscalYears: [claim.fiscalYear],
      document: claim.source.document,
      merged: claim.group === null,
    });
    const own = counts.filter((count) => claim.group === null || count.group === claim.group);
    const computed = recordsFigure(measure, own, claim.unit, undefined);
    if (computed === null || computed === claim.value) continue;
    findings.push({
      rule: "total-differs",
      severity: "warning",
      record: `claims/${claim.id}`,
      related: own.flatMap((count) => count.records).map((id) => `activities/${id}`),
      details: { claimed: claim.value, computed, unit: claim.unit },
      since: null,
    });
  }
  return findings;
}
