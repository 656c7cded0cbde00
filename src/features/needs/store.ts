import { type RawBuilder, sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { type Standing, visibleTo } from "../records/access.ts";
import type { Need, NeedEvent, NeedEvidence } from "./need.ts";
import type { Offer } from "./offer.ts";
import { toEvidence, toNeed, toNeedEvent, toOffer } from "./rows.ts";

/** Whose eyes: a member's, those of all members alike, those of everybody; unrestricted where the caller says who may see it. */
export type Reader = Standing | "members" | "public" | "unrestricted";

function seenBy(reader: Reader): RawBuilder<boolean> {
  if (reader === "unrestricted") return sql<boolean>`true`;
  if (reader === "members") return sql<boolean>`visibility IN ('public', 'members')`;
  return reader === "public" ? sql<boolean>`visibility = 'public'` : visibleTo(reader);
}

/** Newest knowledge first; only those of these ids where they are given. */
export async function readNeeds(
  transaction: ReadTransaction,
  reader: Reader,
  ids: readonly string[] | null = null,
): Promise<Need[]> {
  const rows = await transaction
    .selectFrom("need_items")
    .selectAll()
    .where(seenBy(reader))
    .where(sql<boolean>`(${ids}::text[] IS NULL OR id = ANY(${ids}))`)
    .orderBy(sql`learnt_from DESC NULLS LAST`)
    .orderBy("id")
    .execute();
  return rows.map(toNeed);
}

export async function findNeed(transaction: ReadTransaction, reader: Reader, id: string): Promise<Need | null> {
  const row = await transaction
    .selectFrom("need_items")
    .selectAll()
    .where("id", "=", id)
    .where(seenBy(reader))
    .executeTakeFirst();
  return row ? toNeed(row) : null;
}

/** Holds the row until the transaction ends; whether the actor may see it is the caller's to ask. */
export async function lockNeed(transaction: WriteTransaction, id: string): Promise<Need | null> {
  const row = await transaction
    .selectFrom("need_items")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toNeed(row) : null;
}

/** What a form has entered, where it was sent before. */
export async function findByFormKey(
  transaction: ReadTransaction,
  table: "need_items" | "offer_items",
  formKey: string,
): Promise<string | null> {
  const entered = await transaction.selectFrom(table).select("id").where("form_key", "=", formKey).executeTakeFirst();
  return entered?.id ?? null;
}

export async function readEvidence(transaction: ReadTransaction, needs: readonly string[]): Promise<NeedEvidence[]> {
  if (needs.length === 0) return [];
  const rows = await transaction
    .selectFrom("need_evidence")
    .selectAll()
    .where("need", "in", needs)
    .orderBy("added_at")
    .orderBy("subject")
    .execute();
  return rows.map(toEvidence);
}

/** What happened to these needs, oldest first. */
export async function readNeedEvents(transaction: ReadTransaction, needs: readonly string[]): Promise<NeedEvent[]> {
  if (needs.length === 0) return [];
  const rows = await transaction
    .selectFrom("need_events")
    .selectAll()
    .where("need", "in", needs)
    .orderBy("id")
    .execute();
  return rows.map(toNeedEvent);
}

/** Titles and organisations of needs, whoever may see them: a side of a match knows of its need whatever it sees elsewhere. */
export async function readNeedTitles(
  transaction: ReadTransaction,
  needs: readonly string[],
): Promise<Map<string, Pick<Need, "title" | "organisation" | "state">>> {
  if (needs.length === 0) return new Map();
  const rows = await transaction
    .selectFrom("need_items")
    .selectAll()
    .where("id", "in", [...new Set(needs)])
    .execute();
  return new Map(rows.map(toNeed).map(({ id, title, organisation, state }) => [id, { title, organisation, state }]));
}

/** Changes with every change of a need. */
export function readNeedStamp(transaction: ReadTransaction): Promise<string> {
  return readStamp(transaction, "need_items");
}

/** Changes with every change of an offer. */
export function readOfferStamp(transaction: ReadTransaction): Promise<string> {
  return readStamp(transaction, "offer_items");
}

async function readStamp(transaction: ReadTransaction, table: "need_items" | "offer_items"): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT concat_ws('/', count(*), sum(revision), max(changed_at)) AS stamp FROM ${sql.table(table)}`.execute(
    transaction,
  );
  return rows[0]?.stamp ?? "";
}

export async function readOffers(transaction: ReadTransaction, reader: Reader): Promise<Offer[]> {
  const rows = await transaction
    .selectFrom("offer_items")
    .selectAll()
    .where(seenBy(reader))
    .orderBy("organisation")
    .orderBy("id")
    .execute();
  const capacities = await readCapacities(transaction, null);
  return rows.map((row) => toOffer(row, capacities.get(row.id) ?? []));
}

export async function findOffer(transaction: ReadTransaction, reader: Reader, id: string): Promise<Offer | null> {
  const row = await transaction
    .selectFrom("offer_items")
    .selectAll()
    .where("id", "=", id)
    .where(seenBy(reader))
    .executeTakeFirst();
  if (!row) return null;
  return toOffer(row, (await readCapacities(transaction, id)).get(id) ?? []);
}

export async function lockOffer(transaction: WriteTransaction, id: string): Promise<Offer | null> {
  const row = await transaction
    .selectFrom("offer_items")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return toOffer(row, (await readCapacities(transaction, id)).get(id) ?? []);
}

/** By offer, year after year; of all offers where none is named. */
async function readCapacities(
  transaction: ReadTransaction,
  offer: string | null,
): Promise<Map<string, Offer["capacities"]>> {
  let query = transaction.selectFrom("offer_capacities").selectAll().orderBy("fiscal_year");
  if (offer !== null) query = query.where("offer", "=", offer);
  const rows = await query.execute();
  const byOffer = Map.groupBy(rows, (row) => row.offer);
  return new Map(
    [...byOffer].map(([id, own]) => [
      id,
      own.map(({ fiscal_year, capacity }) => ({ fiscalYear: fiscal_year, capacity })),
    ]),
  );
}
