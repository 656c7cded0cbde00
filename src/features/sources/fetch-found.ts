import { sql } from "kysely";
import { read, type WriteTransaction, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { askForIndexing } from "../search/update-index.ts";
import type { ReceivePage } from "./fetch-page.ts";
import { fetchPages, noPages, type PagesResult } from "./fetch-pages.ts";
import { readSources } from "./store.ts";
import { readStatuses } from "./store-looks.ts";

export const foundChannel = "renkei_found";
/** What was found longer ago waits for the next look: nobody stands before the screen any more. */
const recentMinutes = 60;

/** Somebody looked by hand: asks the processes that serve to fetch what the list led to. */
export async function askForArticles(transaction: WriteTransaction): Promise<void> {
  await sql`SELECT pg_notify(${foundChannel}, '')`.execute(transaction);
}

/**
 * Articles that a look has just led to, also where nobody has begun watching: who asked for a list wants what stands in it. The
 * round of all sources (check-sources.ts) does nothing then.
 */
export async function fetchFound(context: Context, receive: ReceivePage): Promise<PagesResult> {
  const since = new Date(context.clock.now().getTime() - recentMinutes * 60_000);
  const sources = await read(context.database, async (transaction) => {
    const statuses = await readStatuses(transaction);
    const recent = new Set(
      statuses.filter(({ lastCheckedAt }) => lastCheckedAt && lastCheckedAt >= since).map(({ source }) => source),
    );
    return (await readSources(transaction)).filter(({ id }) => recent.has(id));
  });
  if (sources.length === 0) return noPages();
  const result = await fetchPages(context, { sources, receive });
  if (result.understood > 0) await write(context.database, askForIndexing);
  return result;
}
