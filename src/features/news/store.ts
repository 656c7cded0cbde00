import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { News } from "./news.ts";

/** All news, newest first; of one day, in the order of the file. */
export async function readNews(transaction: ReadTransaction): Promise<News[]> {
  const rows = await transaction
    .selectFrom("news")
    .selectAll()
    .orderBy("published_from", (order) => order.desc().nullsLast())
    .orderBy("row_number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    published: row.published,
    publishedFrom: row.published_from,
    publishedTo: row.published_to,
    topics: row.topics,
    partnership: row.partnership,
    title: localizedFromRow(row, "title"),
    body: localizedFromRow(row, "body"),
    link: row.link,
    source: { document: row.source, place: row.source_place, row: row.source_row },
  }));
}
