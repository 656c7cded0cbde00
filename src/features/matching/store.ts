import { type Selectable, sql } from "kysely";
import { isLanguage, type Language } from "../../core/language.ts";
import { localizedFromJson } from "../../core/localized.ts";
import type { Matches, MatchOffers } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Match, MatchEvent, MatchOffer } from "./match.ts";

/** Newest change first; those of one need where it is named. */
export async function readMatches(transaction: ReadTransaction, need?: string): Promise<Match[]> {
  let query = transaction.selectFrom("matches").selectAll().orderBy("changed_at", "desc").orderBy("id");
  if (need !== undefined) query = query.where("need", "=", need);
  return withOffers(transaction, await query.execute());
}

/** Those of which one of the records came. */
export async function readMatchesOfRecords(transaction: ReadTransaction, records: readonly string[]): Promise<Match[]> {
  const rows = await transaction
    .selectFrom("matches")
    .selectAll()
    .where("record_id", "in", [...records])
    .execute();
  return withOffers(transaction, rows);
}

export async function findMatch(
  transaction: ReadTransaction | WriteTransaction,
  id: string,
  { lock = false } = {},
): Promise<Match | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  let query = transaction.selectFrom("matches").selectAll().where("id", "=", id);
  if (lock) query = query.forUpdate();
  const [match] = await withOffers(transaction, await query.execute());
  return match ?? null;
}

/** The match that a form made, where it was sent twice. */
export async function findMatchByFormKey(transaction: ReadTransaction, formKey: string): Promise<string | null> {
  const row = await transaction.selectFrom("matches").select("id").where("form_key", "=", formKey).executeTakeFirst();
  return row?.id ?? null;
}

/** Oldest first. */
export async function readMatchEvents(transaction: ReadTransaction, match: string): Promise<MatchEvent[]> {
  const rows = await transaction
    .selectFrom("match_events")
    .selectAll()
    .where("match", "=", match)
    .orderBy("id")
    .execute();
  return rows.map(({ id, action, organisation, note, language, by, at }) => ({
    id: Number(id),
    action,
    organisation,
    note,
    language: toLanguage(language),
    by,
    at: new Date(at),
  }));
}

export async function writeMatchEvent(
  transaction: WriteTransaction,
  event: Omit<MatchEvent, "id" | "language"> & { match: string; language?: Language },
): Promise<void> {
  await transaction.insertInto("match_events").values(event).execute();
}

async function withOffers(transaction: ReadTransaction, rows: Selectable<Matches>[]): Promise<Match[]> {
  if (rows.length === 0) return [];
  const offers = await sql<Selectable<MatchOffers> & { organisation: string }>`
    SELECT match_offers.*, offer_items.organisation FROM match_offers
    JOIN offer_items ON offer_items.id = match_offers.offer
    WHERE match = ANY(${rows.map(({ id }) => id)}::uuid[]) ORDER BY match, position`.execute(transaction);
  const byMatch = Map.groupBy(offers.rows, ({ match }) => match);
  const told = await transaction
    .selectFrom("match_events")
    .select(["match", "action", "organisation"])
    .where("action", "in", [...turns])
    .where(
      "match",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("id")
    .execute();
  const turnsOf = Map.groupBy(told, ({ match }) => match);
  return rows.map((row) => {
    const own = turnsOf.get(row.id) ?? [];
    const firstAsked = own.findIndex(({ action }) => action === "consulted");
    const present = byMatch.get(row.id) ?? [];
    const former = own.flatMap(({ action, organisation }, at) =>
      firstAsked !== -1 && at > firstAsked && action === "removed" && organisation !== null ? [organisation] : [],
    );
    return {
      ...toMatch(row, present),
      asked: firstAsked !== -1,
      former: [...new Set(former)].filter((one) => !present.some(({ organisation }) => organisation === one)),
      continued: own.findLast(({ action }) => action !== "consulted" && action !== "removed")?.action === "continued",
    };
  });
}

/** Steps that change who sees a match, and what has to be settled about it. */
const turns = ["consulted", "removed", "need-withdrawn", "need-changed", "continued"] as const;

function toMatch(
  row: Selectable<Matches>,
  offers: (Selectable<MatchOffers> & { organisation: string })[],
): Omit<Match, "asked" | "former" | "continued"> {
  const reasons = row.reasons as unknown as Match["reasons"];
  return {
    id: row.id,
    need: row.need,
    fiscalYear: row.fiscal_year,
    state: row.state,
    reasons,
    uncovered: row.uncovered as unknown as Match["uncovered"],
    reasoning: localizedFromJson(row.reasoning),
    needAnswer: {
      answer: row.need_answer,
      note: row.need_answer_note,
      language: toLanguage(row.need_answer_language),
      at: row.need_answered_at === null ? null : new Date(row.need_answered_at),
    },
    offers: offers.map(
      (offer): MatchOffer => ({
        offer: offer.offer,
        organisation: offer.organisation,
        tier: reasons.find((one) => one.offer === offer.offer)?.tier ?? "other",
        quantity: offer.quantity,
        answer: offer.answer,
        note: offer.note,
        language: toLanguage(offer.language),
        answeredAt: offer.answered_at === null ? null : new Date(offer.answered_at),
      }),
    ),
    record: row.record_kind === null || row.record_id === null ? null : { kind: row.record_kind, id: row.record_id },
    entry: row.entry,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    revision: row.revision,
  };
}

function toLanguage(text: string | null) {
  return text !== null && isLanguage(text) ? text : null;
}
