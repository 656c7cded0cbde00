import { type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { DetectedFinding, Finding, FindingRule, FindingSeverity } from "./finding.ts";

export interface FindingFilter {
  /** YYYY-MM-DD: findings that hold on this day */
  asOf: string;
  rule?: FindingRule | undefined;
  severity?: FindingSeverity | undefined;
  /** `sheet/key`, as the finding's own record or a related one */
  record?: string | undefined;
  accepted?: boolean | undefined;
}

export async function replaceFindings(
  transaction: WriteTransaction,
  findings: readonly DetectedFinding[],
): Promise<void> {
  await sql`DELETE FROM findings`.execute(transaction);
  for (let start = 0; start < findings.length; start += 5_000) {
    const json = JSON.stringify(findings.slice(start, start + 5_000));
    await sql`
      INSERT INTO findings (rule, severity, record, related, details, since)
      SELECT rule, severity, record, related, details, since
      FROM json_to_recordset(${json}::json)
        AS found(rule text, severity text, record text, related text[], details jsonb, since date)`.execute(
      transaction,
    );
  }
}

/** The findings after the given id, in the order of the checks; one more than `limit` tells that there are more. */
export async function listFindings(
  transaction: ReadTransaction,
  filter: FindingFilter,
  page: { limit: number; afterId: number },
): Promise<Finding[]> {
  const rows = await filtered(transaction, filter)
    .selectAll("findings")
    .select(["accepted_findings.reason_ja", "accepted_findings.reason_zh", "accepted_findings.reason_en"])
    .where("findings.id", ">", page.afterId)
    .orderBy("findings.id")
    .limit(page.limit + 1)
    .execute();
  return rows.map((row) => {
    const reason = localizedFromRow(row, "reason");
    return {
      id: Number(row.id),
      rule: row.rule as Finding["rule"],
      severity: row.severity as Finding["severity"],
      record: row.record,
      related: row.related,
      details: row.details as Finding["details"],
      since: row.since,
      acceptedReason: Object.keys(reason).length > 0 ? reason : null,
    };
  });
}

/** How many findings hold, by rule and severity. */
export async function countFindings(
  transaction: ReadTransaction,
  filter: FindingFilter,
): Promise<{ rule: string; severity: string; accepted: boolean; count: number }[]> {
  const rows = await filtered(transaction, filter)
    .select(["findings.rule", "findings.severity"])
    .select((builder) => [
      builder("accepted_findings.reason_ja", "is not", null).as("accepted"),
      builder.fn.countAll<number>().as("count"),
    ])
    .groupBy(["findings.rule", "findings.severity", "accepted"])
    .orderBy("findings.rule")
    .execute();
  return rows.map((row) => ({ ...row, accepted: Boolean(row.accepted), count: Number(row.count) }));
}

function filtered(transaction: ReadTransaction, filter: FindingFilter) {
  let query = transaction
    .selectFrom("findings")
    .leftJoin("accepted_findings", (join) =>
      join
        .onRef("accepted_findings.rule", "=", "findings.rule")
        .onRef("accepted_findings.record", "=", "findings.record"),
    )
    .where((builder) => builder.or([builder("since", "is", null), builder("since", "<=", filter.asOf)]));
  if (filter.rule) query = query.where("findings.rule", "=", filter.rule);
  if (filter.severity) query = query.where("findings.severity", "=", filter.severity);
  if (filter.record)
    query = query.where(sql<SqlBool>`(findings.record = ${filter.record} OR ${filter.record} = ANY(findings.related))`);
  if (filter.accepted !== undefined)
    query = query.where("accepted_findings.reason_ja", filter.accepted ? "is not" : "is", null);
  return query;
}
