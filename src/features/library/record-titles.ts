import { sql } from "kysely";
import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { isRecordKindId } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { getBooks } from "../programme/books.ts";
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
  const titles = await nameSources(context, records);
  return read(context.database, async (transaction) => {
    for (const [kind, ofKind] of Map.groupBy(records, (record) => record.kind)) {
      if (!isRecordKindId(kind)) continue;
      const ids = ofKind.map(({ id }) => id);
      for (const [id, title] of await readTitles(transaction, kind, ids, visible)) titles.set(`${kind}/${id}`, title);
    }
    return titles;
  });
}

/** Documents that are cited: no records with versions, but they have names. */
async function nameSources(
  context: Context,
  records: readonly Pick<DocumentRecord, "kind" | "id">[],
): Promise<Map<string, Localized>> {
  if (!records.some(({ kind }) => kind === "document")) return new Map();
  const { documents } = await getBooks(context);
  return new Map(documents.map(({ id, title }) => [`document/${id}`, title]));
}

/**
 * The record that a text about a gap speaks of, found by its title, or the only one there is: null where it names none of them, or
 * where several have that title.
 */
export function findMentioned<Named extends Pick<DocumentRecord, "kind" | "id">>(
  text: string,
  records: readonly Named[],
  titles: ReadonlyMap<string, Localized>,
  language: Language,
): Named | null {
  const able = records.filter(({ kind }) => isRecordKindId(kind));
  if (able.length === 1) return able[0] ?? null;
  const named = able
    .map((record) => ({ record, title: titles.get(`${record.kind}/${record.id}`)?.[language] ?? "" }))
    .filter(({ title }) => title !== "" && text.includes(title));
  const longest = Math.max(...named.map(({ title }) => title.length));
  const best = named.filter(({ title }) => title.length === longest);
  return best.length === 1 ? (best[0]?.record ?? null) : null;
}
