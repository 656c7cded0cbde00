import type { Localized } from "../../core/localized.ts";
import { localizedFromRow } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Standing, visibleTo } from "../records/access.ts";

/** The activity at which a concern came up, where the actor may see it. */
export async function findMeeting(
  context: Context,
  standing: Standing,
  id: string,
): Promise<{ id: string; title: Localized } | null> {
  const row = await read(context.database, (transaction) =>
    transaction
      .selectFrom("records")
      .select(["id", "title_ja", "title_zh", "title_en"])
      .where("kind", "=", "activity")
      .where("id", "=", id)
      .where("removed", "=", false)
      .where(visibleTo(standing))
      .executeTakeFirst(),
  );
  return row ? { id: row.id, title: localizedFromRow(row, "title") } : null;
}
