import { sql } from "kysely";
import type { Localized } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { hasPermission } from "../accounts/actor.ts";
import type { Standing } from "../records/access.ts";
import type { NewsScope } from "./store.ts";
import type { Share, WaitingNeeds, WorkNeed } from "./work.ts";

/**
 * Needs that were heard and that nobody has confirmed, for those who may: what people entered or took up again here. What a loaded
 * list states as heard has stood so in its source and waits for nobody.
 */
export async function gatherWaitingNeeds(
  transaction: ReadTransaction,
  { actor }: Standing,
  news: NewsScope,
  limit: number,
): Promise<WaitingNeeds> {
  const none: Share<WorkNeed> = { items: [], total: 0 };
  return {
    needs: hasPermission(actor, "needs.broker") ? await findHeard(transaction, news, limit) : none,
    needChanges: hasPermission(actor, "needs.enter") ? await findShifted(transaction, news, limit) : none,
  };
}

async function findHeard(
  transaction: ReadTransaction,
  { visible }: NewsScope,
  limit: number,
): Promise<Share<WorkNeed>> {
  const { rows } = await sql<Row>`
    SELECT id, title, organisation, state, changed_at AS at, count(*) OVER ()::int AS total
    FROM need_items WHERE state = 'heard' AND changed_by IS NOT NULL AND ${visible}
    ORDER BY changed_at, id LIMIT ${limit}`.execute(transaction);
  return toShare(rows);
}

/** The newest change of each need of one's own side, by somebody else. */
async function findShifted(transaction: ReadTransaction, scope: NewsScope, limit: number): Promise<Share<WorkNeed>> {
  const own = [...(scope.organisations ?? [])];
  const concerns = scope.organisations === null ? sql`true` : sql`(sides && ${own}::text[] OR owner = ANY(${own}))`;
  const { rows } = await sql<Row>`
    SELECT need_items.id, title, organisation, state, news.at, count(*) OVER ()::int AS total
    FROM need_items
    JOIN (SELECT need, max(at) AS at FROM need_events WHERE at > ${scope.since} AND "by" IS DISTINCT FROM ${scope.userId}
      GROUP BY need) AS news ON news.need = need_items.id
    WHERE ${concerns} AND ${scope.visible}
    ORDER BY news.at DESC, need_items.id LIMIT ${limit}`.execute(transaction);
  return toShare(rows);
}

interface Row {
  id: string;
  title: Localized;
  organisation: string;
  state: WorkNeed["state"];
  at: Date;
  total: number;
}

function toShare(rows: readonly Row[]): Share<WorkNeed> {
  return { items: rows.map(({ total: _, ...need }) => need), total: rows[0]?.total ?? 0 };
}
