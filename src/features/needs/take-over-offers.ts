import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";

/**
 * After a load: the programme's list of offers becomes offers beside those that members entered. One that a member changed stays as
 * the member left it; one that the list no longer has goes, unless a match rests on it: then it is closed.
 */
export async function takeOverOffers(transaction: WriteTransaction, now: Date): Promise<void> {
  const gone = sql`origin = 'programme' AND id NOT IN (SELECT id FROM offers)`;
  const isMatched = sql`EXISTS (SELECT FROM match_offers WHERE match_offers.offer = offer_items.id)`;
  await sql`DELETE FROM offer_items WHERE ${gone} AND NOT ${isMatched}`.execute(transaction);
  await sql`UPDATE offer_items SET state = 'closed', changed_at = ${now}, revision = revision + 1
    WHERE ${gone} AND state = 'open'`.execute(transaction);
  await sql`
    INSERT INTO offer_items (id, origin, organisation, language, title, detail, topics, kinds, forms, difficulty, languages,
      experience, facilities, conditions, cost_borne_by, capacity_unit, state, visibility, owner, sides, platform, source,
      created_at, changed_at)
    SELECT offers.id, 'programme', offers.organisation, 'ja', ${localized("title")}, ${localized("detail")}, offers.topics,
      offers.kinds, forms, difficulty, languages, ${localized("experience")}, ${localized("facilities")},
      ${localized("conditions")}, cost_borne_by, capacity_unit, 'open', 'public', organisations.government,
      ARRAY[organisations.government], 'coordination',
      jsonb_build_object('document', offers.source, 'place', offers.source_place, 'row', offers.source_row), ${now}, ${now}
    FROM offers JOIN organisations ON organisations.id = offers.organisation
    ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation, title = excluded.title, detail = excluded.detail,
      topics = excluded.topics, kinds = excluded.kinds, forms = excluded.forms, difficulty = excluded.difficulty,
      languages = excluded.languages, experience = excluded.experience, facilities = excluded.facilities,
      conditions = excluded.conditions, cost_borne_by = excluded.cost_borne_by, capacity_unit = excluded.capacity_unit,
      owner = excluded.owner, sides = excluded.sides, source = excluded.source
    WHERE ${untouched}`.execute(transaction);
  await sql`
    DELETE FROM offer_capacities USING offer_items
    WHERE offer_items.id = offer AND ${untouched}
      AND (offer, fiscal_year) NOT IN (SELECT offer, fiscal_year FROM offer_years)`.execute(transaction);
  await sql`
    INSERT INTO offer_capacities (offer, fiscal_year, capacity)
    SELECT offer, fiscal_year, capacity FROM offer_years JOIN offer_items ON offer_items.id = offer WHERE ${untouched}
    ON CONFLICT (offer, fiscal_year) DO UPDATE SET capacity = excluded.capacity`.execute(transaction);
}

const untouched = sql`offer_items.origin = 'programme' AND offer_items.changed_by IS NULL`;

function localized(name: string) {
  const cell = (language: string) => sql.ref(`${name}_${language}`);
  return sql`jsonb_strip_nulls(jsonb_build_object('ja', ${cell("ja")}, 'zh', ${cell("zh")}, 'en', ${cell("en")}))`;
}
