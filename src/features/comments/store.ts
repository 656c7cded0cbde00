import { isLanguage } from "../../core/language.ts";
import { type Localized, localizedFromJson } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Comment, CommentInput } from "./comment.ts";

export async function readComments(
  transaction: ReadTransaction,
  { kind, id }: { kind: string; id: string },
  reader: string,
): Promise<Comment[]> {
  const rows = await transaction
    .selectFrom("comments")
    .leftJoin("auth_users", "auth_users.id", "comments.author")
    .leftJoin("profiles", "profiles.user_id", "comments.author")
    .selectAll("comments")
    .select(["auth_users.name", "profiles.erased_at"])
    .where("kind", "=", kind)
    .where("record", "=", id)
    .orderBy("comments.id")
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    author: row.erased_at === null && row.name ? row.name : null,
    organisation: row.organisation,
    words: row.removed_at === null ? localizedFromJson(row.words) : {},
    language: isLanguage(row.language) ? row.language : "en",
    body: row.removed_at === null ? row.body : null,
    at: new Date(row.at),
    own: row.author === reader && row.removed_at === null,
  }));
}

export async function countComments(
  transaction: ReadTransaction,
  { kind, id }: { kind: string; id: string },
): Promise<number> {
  const { count } = await transaction
    .selectFrom("comments")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where("kind", "=", kind)
    .where("record", "=", id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function countRecent(transaction: ReadTransaction, author: string, since: Date): Promise<number> {
  const { count } = await transaction
    .selectFrom("comments")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where("author", "=", author)
    .where("at", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** False where the same form has brought this comment before. */
export async function insertComment(
  transaction: WriteTransaction,
  { kind, id }: { kind: string; id: string },
  comment: CommentInput & { author: string; organisation: string; at: Date; words?: Localized },
): Promise<boolean> {
  const { formKey, words = {}, ...values } = comment;
  const rows = await transaction
    .insertInto("comments")
    .values({ ...values, words: JSON.stringify(words), kind, record: id, form_key: `${comment.author}/${formKey}` })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** The words go; that there was a comment stays. False where there is none of this author. */
export async function removeComment(
  transaction: WriteTransaction,
  { kind, id }: { kind: string; id: string },
  comment: { id: string; author: string; at: Date },
): Promise<boolean> {
  const rows = await transaction
    .updateTable("comments")
    .set({ body: "", words: "{}", removed_at: comment.at })
    .where("id", "=", Number(comment.id))
    .where("kind", "=", kind)
    .where("record", "=", id)
    .where("author", "=", comment.author)
    .where("removed_at", "is", null)
    .returning("id")
    .execute();
  return rows.length > 0;
}
