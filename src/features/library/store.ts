import { type Selectable, sql } from "kysely";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import type { Files, LibraryDocuments } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { reportKindIds } from "../reports/report-kind.ts";
import type {
  DocumentContent,
  DocumentParameters,
  DocumentSummary,
  DocumentVisibility,
  LibraryDocument,
} from "./document.ts";

/** Newest first. */
export async function listDocumentRows(
  transaction: ReadTransaction,
  { visibility }: { visibility: DocumentVisibility | null },
): Promise<DocumentSummary[]> {
  const query = selectDocuments(transaction).orderBy("made_at", "desc").orderBy("library_documents.id");
  const rows = await (visibility === null ? query : query.where("visibility", "=", visibility)).execute();
  return rows.map(toSummary);
}

/** Null for an unknown id and for one that was removed. */
export async function findDocument(transaction: ReadTransaction, id: string): Promise<LibraryDocument | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await selectDocuments(transaction)
    .select(["library_documents.content", "template", "writer"])
    .where("library_documents.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const { content, template, writer } = row;
  return { ...toSummary(row), content: content as unknown as DocumentContent, template, writer };
}

function selectDocuments(transaction: ReadTransaction) {
  return transaction
    .selectFrom("library_documents")
    .innerJoin("files as docx", "docx.sha256", "docx_sha256")
    .innerJoin("files as pdf", "pdf.sha256", "pdf_sha256")
    .select([
      "library_documents.id",
      "kind",
      "parameters",
      "language",
      "title",
      "as_of",
      "basis",
      "visibility",
      "pages",
      "note",
      "organisation",
      "made_by",
      "made_at",
      "docx_sha256",
      "pdf_sha256",
      "docx.size as docx_size",
      "pdf.size as pdf_size",
    ])
    .where("removed_at", "is", null);
}

type SummaryRow = Omit<
  Selectable<LibraryDocuments>,
  "content" | "template" | "writer" | "form_key" | "removed_at" | "removed_by"
> & { docx_size: Selectable<Files>["size"]; pdf_size: Selectable<Files>["size"] };

function toSummary(row: SummaryRow): DocumentSummary {
  const kind = reportKindIds.find((id) => id === row.kind);
  if (!kind) throw new Error(`no kind of document ${row.kind}`);
  const { id, language, title, basis, visibility, pages, note, organisation } = row;
  return {
    id,
    kind,
    parameters: row.parameters as unknown as DocumentParameters,
    language,
    title,
    asOf: row.as_of,
    basis,
    visibility,
    pages,
    note,
    organisation,
    madeBy: row.made_by,
    madeAt: new Date(row.made_at),
    files: {
      docx: { sha256: row.docx_sha256, size: Number(row.docx_size) },
      pdf: { sha256: row.pdf_sha256, size: Number(row.pdf_size) },
    },
  };
}

export async function findByFormKey(transaction: ReadTransaction, formKey: string): Promise<string | null> {
  const row = await transaction
    .selectFrom("library_documents")
    .select("id")
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The new document's id; null where the same form has made one before. */
export async function insertDocument(
  transaction: WriteTransaction,
  document: Omit<LibraryDocument, "id" | "files">,
  { docx, pdf, formKey }: { docx: string; pdf: string; formKey: string },
): Promise<string | null> {
  const { kind, language, title, basis, visibility, template, writer, pages, note, organisation } = document;
  const row = await transaction
    .insertInto("library_documents")
    .values({
      kind,
      parameters: JSON.stringify(document.parameters),
      language,
      title,
      as_of: document.asOf,
      basis,
      visibility,
      template,
      content: JSON.stringify(document.content),
      writer,
      docx_sha256: docx,
      pdf_sha256: pdf,
      pages,
      note,
      form_key: formKey,
      organisation,
      made_by: document.madeBy,
      made_at: document.madeAt,
    })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** False where nothing changes: it has that visibility, or is gone. */
export async function setVisibility(
  transaction: WriteTransaction,
  id: string,
  visibility: DocumentVisibility,
): Promise<boolean> {
  const rows = await transaction
    .updateTable("library_documents")
    .set({ visibility })
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .where("visibility", "<>", visibility)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** False where it is gone already. */
export async function markRemoved(
  transaction: WriteTransaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const rows = await transaction
    .updateTable("library_documents")
    .set({ removed_by: by, removed_at: at })
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .returning("id")
    .execute();
  return rows.length > 0;
}

export interface RecordState {
  /** newest approved version */
  version: number;
  publishedVersion: number | null;
  title: Localized;
}

/** What is known of records, by `kind/id`; nothing of what is no record with versions. */
export async function readRecordStates(
  transaction: ReadTransaction,
  records: readonly { kind: string; id: string }[],
): Promise<Map<string, RecordState>> {
  const asked = JSON.stringify(records.map(({ kind, id }) => ({ kind, id })));
  const { rows } = await sql<{
    kind: string;
    id: string;
    version: number;
    published_version: number | null;
    title_ja: string | null;
    title_zh: string | null;
    title_en: string | null;
  }>`
    SELECT r.kind, r.id, r.version, r.published_version, r.title_ja, r.title_zh, r.title_en FROM records r
    JOIN json_to_recordset(${asked}::json) AS asked(kind text, id text) USING (kind, id)`.execute(transaction);
  return new Map(
    rows.map((row) => [
      `${row.kind}/${row.id}`,
      { version: row.version, publishedVersion: row.published_version, title: localizedFromRow(row, "title") },
    ]),
  );
}

/** The name of the person, unless it was erased. */
export async function findMakerName(transaction: ReadTransaction, userId: string): Promise<string | null> {
  const row = await transaction
    .selectFrom("auth_users")
    .innerJoin("profiles", "profiles.user_id", "auth_users.id")
    .select("auth_users.name")
    .where("auth_users.id", "=", userId)
    .where("profiles.erased_at", "is", null)
    .executeTakeFirst();
  return row?.name ?? null;
}
