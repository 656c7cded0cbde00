import { sql } from "kysely";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Share, WorkClipping, WorkTranslation } from "./work.ts";

/** Clippings sent for approval by others than this user, the longest waiting first. */
export async function findClippings(
  transaction: ReadTransaction,
  userId: string,
  limit: number,
): Promise<Share<WorkClipping>> {
  const { rows } = await sql<Omit<WorkClipping, "at"> & { at: Date | string; total: number }>`
    SELECT clippings.item, clippings.month, clippings.title, clippings.written_at AS at, count(*) OVER ()::int AS total
    FROM clippings JOIN policy_items ON policy_items.id = clippings.item
    WHERE clippings.state = 'submitted' AND clippings.written_by IS DISTINCT FROM ${userId}
      AND policy_items.state <> 'dropped'
    ORDER BY clippings.written_at, clippings.item LIMIT ${limit}`.execute(transaction);
  const items = rows.map(({ item, month, title, at }) => ({ item, month, title, at: new Date(at) }));
  return { items, total: rows[0]?.total ?? 0 };
}

/**
 * Translations sent for review in which there is something for this user to do: a sentence that somebody else wrote, or the
 * approval of the whole, which nobody gives whose words are in it.
 */
export async function findTranslations(
  transaction: ReadTransaction,
  userId: string,
  limit: number,
): Promise<Share<WorkTranslation>> {
  const { rows } = await sql<TranslationRow>`
    SELECT translations.id, title, source_language, target_language, submitted_at, count(*) OVER ()::int AS total
    FROM translations
    JOIN (
      SELECT translation, bool_or(mark = 'edited' AND changed_by IS DISTINCT FROM ${userId}) AS to_review,
        bool_and(mark = 'reviewed' AND changed_by IS DISTINCT FROM ${userId}) AS to_approve
      FROM translation_segments GROUP BY translation
    ) AS segments ON segments.translation = translations.id
    WHERE translations.state = 'in-review' AND (to_review OR to_approve)
    ORDER BY submitted_at, translations.id LIMIT ${limit}`.execute(transaction);
  const items = rows.map((row) => ({
    id: row.id,
    title: { [row.source_language]: row.title },
    language: languages.find((language) => language === row.target_language) ?? "ja",
    at: new Date(row.submitted_at ?? 0),
  }));
  return { items, total: rows[0]?.total ?? 0 };
}

interface TranslationRow {
  id: string;
  title: string;
  source_language: keyof Localized & Language;
  target_language: string;
  submitted_at: Date | string | null;
  total: number;
}
