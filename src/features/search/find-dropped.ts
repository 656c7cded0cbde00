import { sql } from "kysely";
import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { parseQuery } from "./parse-query.ts";
import type { Understood } from "./understand.ts";

/** What the desk has looked at and not taken: it is in no index, and whoever looks for it should not think that it was never seen. */
export interface DroppedItems {
  total: number;
  /** the newest */
  items: { id: string; title: Localized }[];
}

export const noDropped: DroppedItems = { total: 0, items: [] };
const mostShown = 5;

/** By words that stand in the title or the number, each as it was typed or by another name of the same. */
export async function findDropped(
  context: Context,
  query: string,
  expansions: Understood["expansions"],
): Promise<DroppedItems> {
  const words = parseQuery(query).parts.flatMap((part) =>
    part.is === "field"
      ? part.field === "number" && part.value !== ""
        ? [[part.value]]
        : []
      : part.negative
        ? []
        : [[part.text, ...(expansions.find(({ text }) => text === part.text)?.added ?? [])]],
  );
  if (words.length === 0) return noDropped;
  const holds = words.map(
    (names) => sql`lower(concat_ws(' ', title::text, document_number)) LIKE ANY(${names.map(toPattern)}::text[])`,
  );
  return read(context.database, async (transaction) => {
    const { rows } = await sql<{ id: string; title: Localized; total: number }>`
      SELECT id, title, count(*) OVER ()::int AS total FROM policy_items
      WHERE state = 'dropped' AND ${sql.join(holds, sql` AND `)} ORDER BY day DESC, id LIMIT ${mostShown}`.execute(
      transaction,
    );
    return { total: rows[0]?.total ?? 0, items: rows.map(({ id, title }) => ({ id, title })) };
  });
}

/** Signs of the pattern that were typed mean themselves. */
function toPattern(word: string): string {
  return `%${word.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
}
