import { AppError } from "../../../core/errors.ts";
import { type ReportKind, type ReportKindId, reportKindIds } from "../report-kind.ts";
import { activityReport } from "./activity-report.ts";
import { coverLetter } from "./cover-letter.ts";
import { evaluationReport } from "./evaluation-report.ts";
import { interimReport } from "./interim-report.ts";
import { invitationLetter } from "./invitation-letter.ts";
import { midtermEvaluation } from "./midterm-evaluation.ts";
import { overview } from "./overview.ts";
import { partnershipRecord } from "./partnership-record.ts";
import { yearlyReport } from "./yearly-report.ts";

const kinds: Record<ReportKindId, ReportKind> = {
  "interim-report": interimReport,
  "yearly-report": yearlyReport,
  overview,
  "midterm-evaluation": midtermEvaluation,
  evaluation: evaluationReport,
  "partnership-record": partnershipRecord,
  "activity-report": activityReport,
  "invitation-letter": invitationLetter,
  "cover-letter": coverLetter,
};

export const reportKinds: readonly ReportKind[] = reportKindIds.map((id) => kinds[id]);

/** Throws `not-found` for an unknown kind. */
export function reportKind(id: string): ReportKind {
  const kind = reportKinds.find((candidate) => candidate.id === id);
  if (!kind) throw new AppError("not-found", { kind: "report-kind", id });
  return kind;
}
