import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";

/**
 * After a load: the concerns of the programme's list stand beside those that members raised. Responses and judgements that people
 * entered here stay, and with them the state that they gave; a concern that the list no longer has goes, unless one of these, or a
 * later raising, rests on it.
 */
export async function takeOverConcerns(transaction: WriteTransaction, now: Date): Promise<void> {
  await sql`
    DELETE FROM concern_items WHERE origin = 'programme' AND id NOT IN (SELECT id FROM concerns) AND NOT ${hasWork}
      AND NOT EXISTS (SELECT FROM concern_items later WHERE later.continues = concern_items.id AND later.origin = 'member')`.execute(
    transaction,
  );
  await sql`
    INSERT INTO concern_items (id, origin, organisation, survey, raised, raised_from, raised_to, position, theme, language, text,
      state, point, visibility, source, created_at, changed_at)
    SELECT id, 'programme', organisation, survey, raised, coalesce(raised_from, raised_to), coalesce(raised_to, raised_from),
      position, theme, 'ja', ${localized("text")},
      CASE verdict WHEN 'solved' THEN 'solved' WHEN 'partly' THEN 'partly-solved' WHEN 'not' THEN 'not-solved'
        ELSE CASE WHEN response_ja IS NULL THEN 'open' ELSE 'answered' END END,
      point, 'public', ${source("source_place")}, ${now}, ${now}
    FROM concerns
    ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation, survey = excluded.survey, raised = excluded.raised,
      raised_from = excluded.raised_from, raised_to = excluded.raised_to, position = excluded.position, theme = excluded.theme,
      text = excluded.text, point = excluded.point, source = excluded.source,
      state = CASE WHEN ${hasWork} THEN concern_items.state ELSE excluded.state END
    WHERE concern_items.origin = 'programme'`.execute(transaction);
  // After all rows are there; that none leads back to itself is checked before the load.
  await sql`UPDATE concern_items SET continues = concerns.continues
    FROM concerns WHERE concerns.id = concern_items.id AND origin = 'programme'`.execute(transaction);
  await sql`DELETE FROM concern_responses WHERE origin = 'programme'`.execute(transaction);
  await sql`
    INSERT INTO concern_responses (concern, origin, language, text, answered, answered_from, answered_to, source, at)
    SELECT id, 'programme', 'ja', ${localized("response")}, answered, answered_from, answered_to,
      ${source("coalesce(answered_place, source_place)")}, ${now}
    FROM concerns WHERE response_ja IS NOT NULL ORDER BY row_number`.execute(transaction);
  await sql`DELETE FROM concern_judgements WHERE origin = 'programme'`.execute(transaction);
  await sql`
    INSERT INTO concern_judgements (concern, origin, organisation, verdict, judged, survey, source, at)
    SELECT id, 'programme', organisation, verdict, judged, judged_in, ${source("source_place")}, ${now}
    FROM concerns WHERE verdict IS NOT NULL ORDER BY row_number`.execute(transaction);
}

const hasWork = sql`(EXISTS (SELECT FROM concern_responses r WHERE r.concern = concern_items.id AND r.origin = 'member')
  OR EXISTS (SELECT FROM concern_judgements j WHERE j.concern = concern_items.id AND j.origin = 'member'))`;

function localized(name: string) {
  const cell = (language: string) => sql.ref(`${name}_${language}`);
  return sql`jsonb_strip_nulls(jsonb_build_object('ja', ${cell("ja")}, 'zh', ${cell("zh")}, 'en', ${cell("en")}))`;
}

/** Of a row of the sheet; a place of its own has no row number. */
function source(place: "source_place" | "coalesce(answered_place, source_place)") {
  const row = place === "source_place" ? sql`source_row` : sql`CASE WHEN answered_place IS NULL THEN source_row END`;
  return sql`jsonb_build_object('document', source, 'place', ${sql.raw(place)}, 'row', ${row})`;
}
