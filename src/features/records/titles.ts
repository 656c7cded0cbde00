import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { RecordKindId } from "../../records/kind.ts";

/** Titles of approved records, public or not, as far as they may be seen. */
export async function readTitles(
  transaction: ReadTransaction,
  kind: RecordKindId,
  ids: readonly string[],
  visible: RawBuilder<boolean>,
): Promise<Map<string, Localized>> {
  const rows = await transaction
    .selectFrom("records")
    .select(["id", "title_ja", "title_zh", "title_en"])
    .where("kind", "=", kind)
    .where(sql<SqlBool>`id = ANY(${[...ids]})`)
    .where(visible)
    .execute();
  return new Map(rows.map((row) => [row.id, localizedFromRow(row, "title")]));
}
