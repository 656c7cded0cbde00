/** A disagreement that the checks found by looking at the records; nothing in the records marks it. */
export interface DetectedFinding {
  rule: FindingRule;
  severity: FindingSeverity;
  /** `sheet/key` of the record */
  record: string;
  /** further records that it speaks of, as `sheet/key` */
  related: string[];
  /** what the message is put together from; dates as EDTF, organisations and registers as ids */
  details: Record<string, FindingDetail>;
  /** YYYY-MM-DD from which it holds; null where it always does */
  since: string | null;
}

export type FindingDetail = string | number | boolean | null;

export const findingRules = [
  "stated-days-differ",
  "year-unlikely",
  "same-event-in-two-ledgers",
  "contained-in-another",
  "sources-disagree",
  "end-before-start",
  "plan-overdue",
  "total-differs",
  "bad-code",
  "unknown-name",
] as const;
export type FindingRule = (typeof findingRules)[number];

export const findingSeverities = ["error", "warning", "notice"] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

export interface Finding extends DetectedFinding {
  id: number;
  /** the reason for which someone lets it stand */
  acceptedReason: { ja?: string; zh?: string; en?: string } | null;
}
