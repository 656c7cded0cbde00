import { sql } from "kysely";
import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { isRecordKindId } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { findStanding, visibleTo } from "../records/access.ts";
import { readTitles } from "../records/titles.ts";
import type { DocumentRecord } from "./document.ts";

/** Titles by `kind/id`, of the records that the reader may see; without an actor, of what the public pages show. */
export async function nameRecords(
  context: Context,
  actor: Actor | null,
  records: readonly Pick<DocumentRecord, "kind" | "id">[],
): Promise<Map<string, Localized>> {
  // The list of records holds the newest approved title, which is everyone's only once it is published.
  const visible = actor ? visibleTo(await findStanding(context, actor)) : sql<boolean>`published_version = version`;
  return read(context.database, async (transaction) => {
    const titles = new Map<string, Localized>();
    for (const [kind, ofKind] of Map.groupBy(records, (record) => record.kind)) {
      if (!isRecordKindId(kind)) continue;
      const ids = ofKind.map(({ id }) => id);
      for (const [id, title] of await readTitles(transaction, kind, ids, visible)) titles.set(`${kind}/${id}`, title);
    }
    return titles;
  });
}
