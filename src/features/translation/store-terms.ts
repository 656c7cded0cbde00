import { sql } from "kysely";
import { type Language, languages } from "../../core/language.ts";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { type TermDomain, termDomains } from "./sheets.ts";
import { type KeptTerm, type Term, tidyTerm } from "./terms.ts";

/** Those of the programme in its order, the desk's in place of those with the same id, then what the desk added. */
export async function readTerms(transaction: ReadTransaction): Promise<KeptTerm[]> {
  const declared = await transaction.selectFrom("terms").selectAll().orderBy("row_number").execute();
  const ours = await transaction.selectFrom("desk_terms").selectAll().orderBy("id").execute();
  const byId = new Map(ours.map((row) => [row.id, row]));
  const fromSheet = declared.flatMap((row): KeptTerm[] => {
    const changed = byId.get(row.id);
    byId.delete(row.id);
    if (!changed) return [{ ...toTerm(row), origin: "programme", changed: null }];
    return changed.removed ? [] : [{ ...toTerm(changed), origin: "changed", changed: markOf(changed) }];
  });
  const added = [...byId.values()]
    .filter(({ removed }) => !removed)
    .map((row): KeptTerm => ({ ...toTerm(row), origin: "desk", changed: markOf(row) }));
  return [...fromSheet, ...added];
}

interface TermRow {
  id: string;
  domain: string;
  term_ja: string;
  term_zh: string;
  term_en: string;
  variants_ja: string[];
  variants_zh: string[];
  variants_en: string[];
  forbidden_ja: string[];
  forbidden_zh: string[];
  forbidden_en: string[];
}

function toTerm(row: TermRow): Term {
  return tidyTerm({
    id: row.id,
    domain: readDomain(row.domain),
    words: { ja: row.term_ja, zh: row.term_zh, en: row.term_en },
    variants: { ja: row.variants_ja, zh: row.variants_zh, en: row.variants_en },
    forbidden: { ja: row.forbidden_ja, zh: row.forbidden_zh, en: row.forbidden_en },
    note: localizedFromRow(row, "note"),
  });
}

function readDomain(domain: string): TermDomain {
  const known = termDomains.find((candidate) => candidate === domain);
  if (!known) throw new Error(`no subject field ${domain}`);
  return known;
}

function markOf({ changed_by: by, changed_at: at }: { changed_by: string; changed_at: Date }): {
  by: string;
  at: Date;
} {
  return { by, at: new Date(at) };
}

export interface TermMark {
  by: string;
  at: Date;
}

export async function upsertTerms(
  transaction: WriteTransaction,
  terms: readonly Term[],
  { by, at }: TermMark,
): Promise<void> {
  const rows = terms.map(({ id, domain, words, variants, forbidden, note }) => ({
    ...{ id, domain, changed_by: by, changed_at: at },
    ...spread("term", words),
    ...spread("variants", variants),
    ...spread("forbidden", forbidden),
    ...spread("note", note),
  }));
  // json_populate_recordset gives text[] from a JSON array; a column that it is not given becomes NULL.
  await sql`
    INSERT INTO desk_terms (id, domain, term_ja, term_zh, term_en, variants_ja, variants_zh, variants_en, forbidden_ja,
      forbidden_zh, forbidden_en, note_ja, note_zh, note_en, changed_by, changed_at)
    SELECT id, domain, term_ja, term_zh, term_en, variants_ja, variants_zh, variants_en, forbidden_ja, forbidden_zh,
      forbidden_en, note_ja, note_zh, note_en, changed_by, changed_at
    FROM json_populate_recordset(NULL::desk_terms, ${JSON.stringify(rows)}::json)
    ON CONFLICT (id) DO UPDATE SET domain = excluded.domain, term_ja = excluded.term_ja, term_zh = excluded.term_zh,
      term_en = excluded.term_en, variants_ja = excluded.variants_ja, variants_zh = excluded.variants_zh,
      variants_en = excluded.variants_en, forbidden_ja = excluded.forbidden_ja, forbidden_zh = excluded.forbidden_zh,
      forbidden_en = excluded.forbidden_en, note_ja = excluded.note_ja, note_zh = excluded.note_zh,
      note_en = excluded.note_en, removed = false, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    transaction,
  );
}

function spread<Value>(name: string, values: Partial<Record<Language, Value>>): Record<string, Value | undefined> {
  return Object.fromEntries(languages.map((language) => [`${name}_${language}`, values[language]]));
}

/** Takes it out: one of the sheet stays in the sheet and is hidden. */
export async function hideTerm(transaction: WriteTransaction, term: Term, mark: TermMark): Promise<void> {
  await upsertTerms(transaction, [term], mark);
  await transaction.updateTable("desk_terms").set({ removed: true }).where("id", "=", term.id).execute();
}
