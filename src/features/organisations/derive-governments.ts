import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import { governmentTiers } from "./organisation.ts";

/** Works out `government`: the nearest local government on the way up, else the organisation at the top. */
export async function deriveGovernments(transaction: WriteTransaction): Promise<void> {
  await sql`
    WITH RECURSIVE ancestors AS (
      SELECT id, id AS ancestor, tier, parent, 0 AS depth FROM organisations
      UNION ALL
      SELECT ancestors.id, above.id, above.tier, above.parent, depth + 1
      FROM ancestors JOIN organisations above ON above.id = ancestors.parent
      WHERE NOT ancestors.tier = ANY(${governmentTiers})
    )
    UPDATE organisations SET government = nearest.ancestor
    FROM (SELECT DISTINCT ON (id) id, ancestor FROM ancestors ORDER BY id, depth DESC) nearest
    WHERE nearest.id = organisations.id`.execute(transaction);
}
