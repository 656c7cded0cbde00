import { type Selectable, sql } from "kysely";
import { languages } from "../../core/language.ts";
import { localizedFromRow } from "../../core/localized.ts";
import type { Needs } from "../../db/generated/schema.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { type OrganisationDirectory, readDirectory } from "../organisations/directory.ts";
import { difficulties, helpKinds, learntWays, needStates, urgencies } from "./need.ts";
import { findSides } from "./sides.ts";

/**
 * After a load: the programme's own needs stand beside those that members entered. One that a member has changed since keeps what
 * the member made of it, and so does its evidence; one that the list no longer has goes, unless a match or a member's work rests on it.
 */
export async function takeOverNeeds(transaction: WriteTransaction, now: Date): Promise<void> {
  await sql`
    DELETE FROM need_items
    WHERE origin = 'programme' AND changed_by IS NULL AND id NOT IN (SELECT id FROM needs)
      AND NOT EXISTS (SELECT FROM matches WHERE matches.need = need_items.id)
      AND NOT EXISTS (SELECT FROM need_events WHERE need_events.need = need_items.id)`.execute(transaction);
  const directory = await readDirectory(transaction);
  const needs = await transaction.selectFrom("needs").selectAll().orderBy("row_number").execute();
  for (const need of needs) {
    const facts = toFacts(need, directory);
    await transaction
      .insertInto("need_items")
      .values({ id: need.id, origin: "programme", created_at: now, changed_at: now, ...facts })
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet(facts)
          .where("need_items.origin", "=", "programme")
          .where("need_items.changed_by", "is", null),
      )
      .execute();
  }
  await takeOverEvidence(transaction, now);
}

function toFacts(row: Selectable<Needs>, directory: OrganisationDirectory) {
  const choose = <Choice extends string>(choices: readonly Choice[], text: string | null) =>
    choices.find((choice) => choice === text) ?? null;
  return {
    organisation: row.organisation,
    addressed_to: row.addressed_to,
    language: choose(languages, row.language) ?? "ja",
    title: JSON.stringify(localizedFromRow(row, "text")),
    detail: JSON.stringify({}),
    topics: row.topics,
    kinds: helpKinds.filter((kind) => row.kinds.includes(kind)),
    difficulty: choose(difficulties, row.difficulty),
    urgency: choose(urgencies, row.urgency),
    languages: [],
    learnt: row.raised,
    learnt_from: row.raised_from,
    learnt_to: row.raised_to,
    learnt_by: choose(learntWays, row.learnt_by),
    said_by: JSON.stringify(localizedFromRow(row, "said_by")),
    fiscal_year: row.fiscal_year,
    state: choose(needStates, row.state) ?? "heard",
    visibility: "public" as const,
    open_to_companies: row.open_to_companies,
    sides: findSides(directory, row.organisation, row.addressed_to),
    platform: "coordination" as const,
    source: JSON.stringify({ document: row.source, place: row.source_place, row: row.source_row }),
  };
}

/** As many as the row names; what members added, or took from a need that they changed, stays as they left it. */
async function takeOverEvidence(transaction: WriteTransaction, now: Date): Promise<void> {
  await sql`
    DELETE FROM need_evidence USING need_items
    WHERE need_items.id = need AND need_items.changed_by IS NULL AND added_by IS NULL`.execute(transaction);
  await sql`
    INSERT INTO need_evidence (need, kind, subject, note, added_at)
    SELECT grounds.need, stated.kind, stated.subject,
      jsonb_strip_nulls(jsonb_build_object('ja', note_ja, 'zh', note_zh, 'en', note_en)), ${now}
    FROM need_grounds grounds
    JOIN need_items ON need_items.id = grounds.need AND need_items.origin = 'programme' AND need_items.changed_by IS NULL
    CROSS JOIN LATERAL (VALUES ('policy', policy), ('target', target), ('document', document)) stated (kind, subject)
    WHERE stated.subject IS NOT NULL
    ORDER BY grounds.row_number
    ON CONFLICT (need, kind, subject) DO NOTHING`.execute(transaction);
}
