import type { ReconciledClaim } from "./reconcile.ts";

/** One line of `GET /api/v1/reconciliation` and of `renkei reconcile`. */
export interface ReconciliationItem {
  claim: string;
  document: string;
  table: string;
  asOf: string;
  measure: string;
  fiscalYear: number | null;
  group: string | null;
  unit: string;
  claimed: number;
  approximate: boolean;
  computed: number | null;
  difference: number | null;
  explanation: string | null;
}

export function toReconciliationItem({
  claim,
  computed,
  difference,
  explanation,
}: ReconciledClaim): ReconciliationItem {
  return {
    claim: claim.id,
    document: claim.source.document,
    table: claim.source.place,
    asOf: claim.asOf,
    measure: claim.measure,
    fiscalYear: claim.fiscalYear,
    group: claim.group,
    unit: claim.unit,
    claimed: claim.value,
    approximate: claim.approximate,
    computed,
    difference,
    explanation,
  };
}
