import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";

/**
 * After a load: the surveys of the programme's list stand beside those that members make. They were asked before this platform
 * stood, so they are closed, their results are public, and nobody was invited. One that the list no longer has goes.
 */
export async function takeOverSurveys(transaction: WriteTransaction, now: Date): Promise<void> {
  await sql`DELETE FROM survey_items WHERE origin = 'programme' AND id NOT IN (SELECT id FROM surveys)`.execute(
    transaction,
  );
  await sql`
    INSERT INTO survey_items (id, origin, title, introduction, fiscal_year, languages, asked, asked_from, asked_to, state,
      results, source, created_at, changed_at)
    SELECT id, 'programme', jsonb_build_object('ja', title_ja, 'zh', title_zh, 'en', title_en),
      jsonb_strip_nulls(jsonb_build_object('ja', introduction_ja, 'zh', introduction_zh, 'en', introduction_en)),
      fiscal_year, '{ja}', asked, asked_from, asked_to, 'closed', 'public',
      jsonb_build_object('document', source, 'place', source_place, 'row', source_row), ${now}, ${now}
    FROM surveys
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, introduction = excluded.introduction,
      fiscal_year = excluded.fiscal_year, asked = excluded.asked, asked_from = excluded.asked_from,
      asked_to = excluded.asked_to, source = excluded.source
    WHERE survey_items.origin = 'programme'`.execute(transaction);
  await sql`
    DELETE FROM survey_item_questions USING survey_items
    WHERE survey_items.id = survey AND origin = 'programme'`.execute(transaction);
  await sql`
    INSERT INTO survey_item_questions (survey, id, position, kind, text, help)
    SELECT survey, survey_questions.id, position, kind, jsonb_build_object('ja', text_ja, 'zh', text_zh, 'en', text_en),
      jsonb_strip_nulls(jsonb_build_object('ja', help_ja, 'zh', help_zh, 'en', help_en))
    FROM survey_questions JOIN survey_items ON survey_items.id = survey AND origin = 'programme'`.execute(transaction);
}
