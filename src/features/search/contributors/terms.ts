import { sql } from "kysely";
import { type Language, languages } from "../../../core/language.ts";
import { localizedFromRow } from "../../../core/localized.ts";
import { links } from "../../../web/links.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody, inBatches, passagesOf } from "./record-parts.ts";

interface Row {
  id: string;
  term_ja: string;
  term_zh: string;
  term_en: string;
  variants_ja: string[];
  variants_zh: string[];
  variants_en: string[];
}

/** The glossary that everybody reads, and the terms of the desk. */
export const terms: SearchContributor = {
  name: "terms",
  async readMark(transaction) {
    const { rows } = await sql<{ mark: string }>`
      SELECT concat_ws(' ', (SELECT revision FROM programme_state), (SELECT count(*) FROM desk_terms),
        (SELECT max(changed_at) FROM desk_terms)) AS mark`.execute(transaction);
    return rows[0]?.mark ?? "";
  },
  async *read(_context, transaction) {
    const glossary = await transaction.selectFrom("glossary").selectAll().orderBy("row_number").execute();
    yield* inBatches(
      glossary.map(
        (row): SearchSubject => ({
          kind: "term",
          id: `glossary-${row.id}`,
          visibility: everybody,
          language: null,
          title: localizedFromRow(row, "term"),
          date: null,
          fields: {},
          href: pathOf((language) => links.glossary(language)),
          passages: passagesOf(localizedFromRow(row, "definition")),
        }),
      ),
    );
    const { rows } = await sql<Row>`
      SELECT id, term_ja, term_zh, term_en, variants_ja, variants_zh, variants_en, note_ja, note_zh, note_en
      FROM desk_terms WHERE NOT removed
      UNION ALL
      SELECT id, term_ja, term_zh, term_en, variants_ja, variants_zh, variants_en, note_ja, note_zh, note_en FROM terms
      WHERE id NOT IN (SELECT id FROM desk_terms) ORDER BY id`.execute(transaction);
    yield* inBatches(rows.map(describeTerm));
  },
};

function describeTerm(row: Row): SearchSubject {
  const variants: Record<Language, string[]> = { ja: row.variants_ja, zh: row.variants_zh, en: row.variants_en };
  return {
    kind: "term",
    id: row.id,
    visibility: allMembers,
    language: null,
    title: localizedFromRow(row, "term"),
    date: null,
    fields: {},
    href: null,
    memberHref: pathOf((language) => links.terms(language, { q: row.term_zh })),
    passages: [
      ...languages
        .filter((language) => variants[language].length > 0)
        .map((language) => ({ place: null, language, text: variants[language].join("\n") })),
      ...passagesOf(localizedFromRow(row, "note")),
    ],
  };
}
