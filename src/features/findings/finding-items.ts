import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { FindingRule, FindingSeverity } from "./finding.ts";
import type { ExplainedFinding } from "./service.ts";

/** One line of `GET /api/v1/findings` and of `renkei check`. */
export interface FindingItem {
  rule: FindingRule;
  severity: FindingSeverity;
  record: string;
  related: string[];
  message: string;
  accepted: boolean;
  /** why it was accepted */
  reason: string | null;
}

export function toFindingItem(finding: ExplainedFinding, language: Language): FindingItem {
  const { rule, severity, record, related, message, acceptedReason } = finding;
  const reason = acceptedReason === null ? null : localize(acceptedReason, language).text;
  return { rule, severity, record, related, message, accepted: acceptedReason !== null, reason };
}
