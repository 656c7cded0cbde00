import { createHash } from "node:crypto";
import { sql } from "kysely";
import { languages } from "../../core/language.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { readersOf } from "./audience.ts";
import type { SearchSubject } from "./contribution.ts";
import { foldForSearch } from "./fold.ts";
import { gramsOf, stretchesOf } from "./grams.ts";
import { splitPassages } from "./passages.ts";

/** Rises when the same subject has to be written in another way. */
const formOfIndex = 2;

/** One update of the index at a time, in all processes; ends with the transaction. */
export async function lockIndex(transaction: WriteTransaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('renkei search'))`.execute(transaction);
}

export async function findMark(transaction: ReadTransaction, contributor: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string }>`
    SELECT mark FROM search.marks WHERE contributor = ${contributor}`.execute(transaction);
  return rows[0]?.mark ?? null;
}

export async function setMark(transaction: WriteTransaction, contributor: string, mark: string): Promise<void> {
  await sql`
    INSERT INTO search.marks (contributor, mark, at) VALUES (${contributor}, ${mark}, now())
    ON CONFLICT (contributor) DO UPDATE SET mark = excluded.mark, at = now()`.execute(transaction);
}

/** Fingerprints of what a contributor has in the index, by key. */
export async function readFingerprints(
  transaction: ReadTransaction,
  contributor: string,
): Promise<Map<string, { id: number; fingerprint: string }>> {
  const { rows } = await sql<{ key: string; id: number; fingerprint: string }>`
    SELECT kind || '/' || subject || '/' || edition AS key, id, fingerprint FROM search.subjects
    WHERE contributor = ${contributor}`.execute(transaction);
  return new Map(rows.map(({ key, id, fingerprint }) => [key, { id, fingerprint }]));
}

export function keyOf({ kind, id, edition = "published" }: Pick<SearchSubject, "kind" | "id" | "edition">): string {
  return `${kind}/${id}/${edition}`;
}

export function fingerprintOf(subject: SearchSubject): string {
  return createHash("sha256")
    .update(`${formOfIndex} ${JSON.stringify(subject)}`)
    .digest("base64url")
    .slice(0, 22);
}

export async function removeSubjects(
  transaction: WriteTransaction,
  counts: GramCounts,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ audience: number; grams: string[] }>`
    SELECT audience, tsvector_to_array(grams) AS grams FROM search.passages WHERE subject = ANY(${ids}::int[])`.execute(
    transaction,
  );
  for (const { audience, grams } of rows) counts.add(grams, audience, -1);
  await sql`DELETE FROM search.subjects WHERE id = ANY(${ids}::int[])`.execute(transaction);
}

/** Writes subjects that the index does not hold yet. */
export async function insertSubjects(
  transaction: WriteTransaction,
  counts: GramCounts,
  contributor: string,
  subjects: readonly SearchSubject[],
): Promise<void> {
  if (subjects.length === 0) return;
  const audiences = await findAudiences(transaction, subjects);
  const rows = subjects.map((subject) => describeRow(contributor, subject, audiences));
  const { rows: inserted } = await sql<{ id: number; key: string }>`
    INSERT INTO search.subjects (contributor, fingerprint, kind, subject, edition, audience, language, title_ja, title_zh,
      title_en, date, number, number_shadow, policy_kind, regions, topics, bodies, href, member_href)
    SELECT contributor, fingerprint, kind, subject, edition, audience, language, title_ja, title_zh,
      title_en, date, number, number_shadow, policy_kind, regions, topics, bodies, href, member_href
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(contributor text, fingerprint text, kind text, subject text,
      edition text, audience integer, language text, title_ja text, title_zh text, title_en text, date date, number text,
      number_shadow text, policy_kind text, regions text[], topics text[], bodies text[], href text, member_href text)
    RETURNING id, kind || '/' || subject || '/' || edition AS key`.execute(transaction);
  const ids = new Map(inserted.map(({ key, id }) => [key, id]));
  const step: NewPassage[][] = [];
  let length = 0;
  const writeStep = async () => {
    await insertPassages(transaction, step.flat());
    await insertChapters(transaction, step);
    step.length = 0;
    length = 0;
  };
  for (const subject of subjects) {
    const id = ids.get(keyOf(subject));
    const audience = audiences.get(readersOf(subject.visibility).join());
    if (id === undefined || audience === undefined) throw new Error(`${keyOf(subject)} was not written`);
    for (const chapter of describeChapters(subject)) {
      for (const { grams } of chapter) counts.add(grams, audience, 1);
      step.push(chapter.map((passage) => ({ subject: id, audience, ...passage })));
      length += chapter.reduce((sum, { text }) => sum + text.length, 0);
      if (length >= charactersPerStep) await writeStep();
    }
  }
  if (step.length > 0) await writeStep();
}

/** The grams of a text take a hundred times its room: those of no more than this stand in memory at once. */
const charactersPerStep = 40_000;
const passagesPerChapter = 30;

function* describeChapters(subject: SearchSubject): Generator<PassageRow[]> {
  let chapter: PassageRow[] = [];
  for (const passage of describePassages(subject)) {
    chapter.push(passage);
    if (chapter.length < passagesPerChapter) continue;
    yield chapter;
    chapter = [];
  }
  if (chapter.length > 0) yield chapter;
}

function cutSteps<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, step) =>
    items.slice(step * size, (step + 1) * size),
  );
}

/** Numbers of the sets of readers, new ones written down. */
async function findAudiences(
  transaction: WriteTransaction,
  subjects: readonly SearchSubject[],
): Promise<Map<string, number>> {
  const sets = new Map(subjects.map(({ visibility }) => [readersOf(visibility).join(), readersOf(visibility)]));
  const { rows } = await sql<{ id: number; readers: string[] }>`
    INSERT INTO search.audiences (readers)
    SELECT ARRAY(SELECT json_array_elements_text(set)) FROM json_array_elements(${JSON.stringify([...sets.values()])}::json) AS set
    ON CONFLICT (readers) DO UPDATE SET readers = excluded.readers RETURNING id, readers`.execute(transaction);
  return new Map(rows.map(({ id, readers }) => [readers.join(), id]));
}

function describeRow(contributor: string, subject: SearchSubject, audiences: ReadonlyMap<string, number>) {
  const { kind, id, edition = "published", visibility, language, title, date, fields } = subject;
  return {
    contributor,
    fingerprint: fingerprintOf(subject),
    kind,
    subject: id,
    edition,
    audience: audiences.get(readersOf(visibility).join()),
    language,
    title_ja: title.ja ?? null,
    title_zh: title.zh ?? null,
    title_en: title.en ?? null,
    date,
    number: fields.number ?? null,
    number_shadow: fields.number ? foldForSearch(fields.number).replaceAll(" ", "") : null,
    policy_kind: fields.policyKind ?? null,
    regions: fields.regions ?? [],
    topics: fields.topics ?? [],
    bodies: fields.bodies ?? [],
    href: subject.href,
    member_href: subject.memberHref ?? null,
  };
}

interface PassageRow {
  is_title: boolean;
  position: number;
  language: string;
  place: string | null;
  text: string;
  shadow: string;
  grams: string[];
}

type NewPassage = PassageRow & { subject: number; audience: number };

/** Titles first, then the texts in their order. */
export function* describePassages(subject: SearchSubject): Generator<PassageRow> {
  let position = 0;
  for (const { text: written, ...passage } of cutSubject(subject)) {
    // PostgreSQL's text cannot hold NUL.
    const text = written.replaceAll("\0", "");
    const shadow = foldForSearch(text);
    const grams = shadow === " " ? [] : gramsOf(shadow, { always: passage.is_title });
    if (shadow !== " ") yield { ...passage, text, position, shadow, grams };
    position += 1;
  }
}

function* cutSubject(subject: SearchSubject): Generator<Pick<PassageRow, "is_title" | "language" | "place" | "text">> {
  for (const language of languages) {
    const text = subject.title[language];
    if (text) yield { is_title: true, language, place: null, text };
  }
  const { number } = subject.fields;
  if (number) yield { is_title: true, language: subject.language ?? "zh", place: null, text: number };
  for (const { place, language, text } of subject.passages)
    for (const passage of splitPassages(text)) yield { is_title: false, language, place, text: passage };
}

/** The order of both tables is the same, so that what is read together lies together. */
async function insertPassages(transaction: WriteTransaction, passages: readonly NewPassage[]): Promise<void> {
  const rows = passages.map(({ grams, ...passage }, order) => ({ ...passage, order, grams: grams.join(" ") }));
  await sql`
    WITH row AS MATERIALIZED (
      SELECT nextval(pg_get_serial_sequence('search.passages', 'id'))::int AS id, row.*
      FROM (SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row("order" integer, subject integer,
        audience integer, is_title boolean, position integer, language text, place text, text text, shadow text, grams text)
        ORDER BY "order") AS row
    ), passage AS (
      INSERT INTO search.passages (id, subject, audience, is_title, grams) OVERRIDING SYSTEM VALUE
      SELECT id, subject, audience, is_title, array_to_tsvector(string_to_array(grams, ' ')) FROM row
    )
    INSERT INTO search.texts (passage, position, language, place, text, shadow)
    SELECT id, position, language, place, text, shadow FROM row`.execute(transaction);
}

async function insertChapters(transaction: WriteTransaction, chapters: readonly NewPassage[][]): Promise<void> {
  const rows = chapters.map((passages) => ({
    subject: passages[0]?.subject,
    audience: passages[0]?.audience,
    grams: [...new Set(passages.flatMap(({ shadow }) => [...stretchesOf(shadow)]))].join(" "),
  }));
  await sql`
    INSERT INTO search.chapters (subject, audience, grams)
    SELECT subject, audience, array_to_tsvector(string_to_array(grams, ' '))
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(subject integer, audience integer, grams text)`.execute(
    transaction,
  );
}

/** In how many passages grams stand more or less than before; written down at the end, because frequent ones change with every row. */
export class GramCounts {
  readonly #changes = new Map<string, [passages: number, publicPassages: number]>();
  #passages = 0;
  #publicPassages = 0;

  add(grams: readonly string[], audience: number, sign: 1 | -1): void {
    const publicSign = audience === publicAudience ? sign : 0;
    this.#passages += sign;
    this.#publicPassages += publicSign;
    for (const gram of grams) {
      if (!isPlain(gram)) continue;
      const change = this.#changes.get(gram);
      if (change) {
        change[0] += sign;
        change[1] += publicSign;
      } else this.#changes.set(gram, [sign, publicSign]);
    }
  }

  /** A gigabyte of text has some millions of grams; they must not all stand in memory. */
  async flushIfLarge(transaction: WriteTransaction): Promise<void> {
    if (this.#changes.size > 100_000) await this.flush(transaction);
  }

  async flush(transaction: WriteTransaction): Promise<void> {
    for (const step of cutSteps([...this.#changes], 50_000)) {
      await sql`
        INSERT INTO search.grams (gram, passages, public_passages)
        SELECT * FROM unnest(${step.map(([gram]) => gram)}::text[], ${step.map(([, [all]]) => all)}::int[],
          ${step.map(([, [, open]]) => open)}::int[])
        ON CONFLICT (gram) DO UPDATE SET passages = grams.passages + excluded.passages,
          public_passages = grams.public_passages + excluded.public_passages`.execute(transaction);
    }
    await sql`
      UPDATE search.totals SET passages = passages + ${this.#passages}::int,
        public_passages = public_passages + ${this.#publicPassages}::int`.execute(transaction);
    this.#changes.clear();
    this.#passages = 0;
    this.#publicPassages = 0;
  }
}

/** The migration writes it down first. */
const publicAudience = 1;

function isPlain(gram: string): boolean {
  return !gram.endsWith("+");
}

/** After a change: pages and caches of what was found are out of date. */
export async function raiseIndexRevision(transaction: WriteTransaction): Promise<void> {
  await sql`DELETE FROM search.grams WHERE passages <= 0`.execute(transaction);
  await sql`UPDATE search.totals SET revision = revision + 1`.execute(transaction);
}
