import type { Language } from "../../core/language.ts";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { memberDocumentId } from "../../records/member-source.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import type { Source } from "./source.ts";

export interface Ledger {
  id: string;
  name: Localized;
  owner: string | null;
  precedence: number;
}

export interface Register {
  id: string;
  ledger: string;
  title: Localized;
}

export interface SourceDocument {
  id: string;
  title: Localized;
  publisher: string | null;
  language: string;
  published: string | null;
  asOf: string;
  note: Localized;
}

export interface Topic {
  id: string;
  name: Localized;
}

/** Ledgers with their lists, source documents and topics: small, cited on every page. */
export interface Books {
  ledgers: Ledger[];
  registers: Register[];
  documents: SourceDocument[];
  topics: Topic[];
  ledger(id: string): Ledger;
  register(id: string): Register;
  document(id: string): SourceDocument;
  topic(id: string): Topic;
  /** the organisation that entered the record here; null for what was taken from a document */
  enteredBy(source: Source, language: Language): string | null;
}

export async function getBooks(context: Context): Promise<Books> {
  const directory = await getDirectory(context);
  return context.cache.get("books", () =>
    read(context.database, async (transaction) => {
      const ledgers = await transaction.selectFrom("ledgers").selectAll().orderBy("precedence").execute();
      const registers = await transaction.selectFrom("registers").selectAll().orderBy("row_number").execute();
      const documents = await transaction.selectFrom("documents").selectAll().orderBy("row_number").execute();
      const topics = await transaction.selectFrom("topics").selectAll().orderBy("row_number").execute();
      return createBooks(
        ledgers.map((row) => ({
          id: row.id,
          name: localizedFromRow(row, "name"),
          owner: row.owner,
          precedence: row.precedence,
        })),
        registers.map((row) => ({ id: row.id, ledger: row.ledger, title: localizedFromRow(row, "title") })),
        documents.map((row) => ({
          id: row.id,
          title: localizedFromRow(row, "title"),
          publisher: row.publisher,
          language: row.language,
          published: row.published,
          asOf: row.as_of,
          note: localizedFromRow(row, "note"),
        })),
        topics.map((row) => ({ id: row.id, name: localizedFromRow(row, "name") })),
        directory,
      );
    }),
  );
}

function createBooks(
  ledgers: Ledger[],
  registers: Register[],
  documents: SourceDocument[],
  topics: Topic[],
  directory: OrganisationDirectory,
): Books {
  return {
    ledgers,
    registers,
    documents,
    topics,
    ledger: (id) => findById(ledgers, id),
    register: (id) => findById(registers, id),
    document: (id) => findById(documents, id),
    topic: (id) => findById(topics, id),
    // The place of such a source is the organisation (records/member-source.ts).
    enteredBy: ({ document, place }, language) =>
      document === memberDocumentId && directory.find(place) !== null ? directory.name(place, language) : null,
  };
}

/** Foreign keys and the loader see to it that every cited id exists. */
function findById<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`nothing has the id ${id}`);
  return entry;
}
