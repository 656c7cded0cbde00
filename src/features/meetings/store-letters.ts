import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Letter } from "./letter.ts";

/** Newest first, with the names of those who issued them. */
export async function readLetters(transaction: ReadTransaction, meeting: string): Promise<Letter[]> {
  const rows = await transaction
    .selectFrom("meeting_letters")
    .leftJoin("profiles", (join) =>
      join.onRef("profiles.user_id", "=", "issued_by").on("profiles.erased_at", "is", null),
    )
    .leftJoin("auth_users", "auth_users.id", "profiles.user_id")
    .selectAll("meeting_letters")
    .select("auth_users.name as issued_by_name")
    .where("meeting", "=", meeting)
    .orderBy("issued_at", "desc")
    .orderBy("meeting_letters.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    document: row.document,
    language: row.language,
    addressee: row.addressee,
    issue: row.issue,
    recipients: row.recipients,
    untranslated: row.untranslated,
    files: { docx: row.docx_sha256, pdf: row.pdf_sha256 },
    issuedBy: row.issued_by,
    issuedByName: row.issued_by_name,
    issuedAt: row.issued_at,
    isErased: row.erased_at !== null,
  }));
}

export interface NewLetter
  extends Pick<
    Letter,
    "document" | "language" | "addressee" | "issue" | "recipients" | "untranslated" | "files" | "issuedBy" | "issuedAt"
  > {
  meeting: string;
  formKey: string;
  /** ids of those on a list of names */
  people: readonly string[];
}

/** False where the same form was sent before. */
export async function insertLetter(transaction: WriteTransaction, letter: NewLetter): Promise<boolean> {
  const { meeting, document, language, addressee, issue, recipients, untranslated, files } = letter;
  const row = await transaction
    .insertInto("meeting_letters")
    .values({
      ...{ meeting, document, language, addressee, issue, recipients, untranslated },
      docx_sha256: files.docx,
      pdf_sha256: files.pdf,
      issued_by: letter.issuedBy,
      issued_at: letter.issuedAt,
      form_key: letter.formKey,
      people: [...letter.people],
    })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Lists of names on which one of these people stands lose their files; gives the hashes, for whoever drops them. */
export async function eraseLists(
  transaction: WriteTransaction,
  people: readonly string[],
  now: Date,
): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await transaction
    .updateTable("meeting_letters")
    .set({ erased_at: now, people: [] })
    .where(sql<boolean>`people && ${[...people]}::uuid[]`)
    .where("erased_at", "is", null)
    .returning(["docx_sha256", "pdf_sha256"])
    .execute();
  return rows.flatMap(({ docx_sha256, pdf_sha256 }) => [docx_sha256, pdf_sha256]);
}
