import { sql } from "kysely";
import type { ReadTransaction } from "../db/transaction.ts";
import { homeTimeZone } from "../platform/clock.ts";
import type { RecordKindId } from "./kind.ts";

/**
 * The day on which what the public pages show of a record was approved, YYYY-MM-DD; null for what was loaded. A newer
 * version that is not public yet leaves no trace here.
 */
export async function findApprovalDay(
  transaction: ReadTransaction,
  kind: RecordKindId,
  id: string,
): Promise<string | null> {
  const row = await transaction
    .selectFrom("records")
    .innerJoin("record_versions as version", (join) =>
      join
        .onRef("version.kind", "=", "records.kind")
        .onRef("version.record", "=", "records.id")
        .onRef("version.version", "=", "records.published_version"),
    )
    .select(sql<string>`to_char(version.at AT TIME ZONE ${homeTimeZone}::text, 'YYYY-MM-DD')`.as("day"))
    .where("records.kind", "=", kind)
    .where("records.id", "=", id)
    .where("version.action", "<>", "loaded")
    .executeTakeFirst();
  return row?.day ?? null;
}
