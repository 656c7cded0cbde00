import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { note } from "../audit/change.ts";
import type { Actor } from "./actor.ts";

const parts = [
  "account",
  "memberships",
  "sessions",
  "passkeys",
  "invitations",
  "entries",
  "comments",
  "attachments",
  "imports",
  "follows",
  "followSettings",
  "clippings",
  "bulletins",
  "savedSearches",
  "mails",
  "audit",
] as const;
type Part = (typeof parts)[number];

/**
 * Everything held on the reader, by part, under headings in the reader's language (right of access: act on the protection of
 * personal information, art. 33; PIPL art. 45; GDPR art. 15 and 20). Secrets, as password hashes, are left out.
 */
export async function exportPersonalData(context: Context, actor: Actor, language: Language): Promise<string> {
  const { userId } = actor;
  const data = await read(context.database, (transaction) => readParts(transaction, userId));
  await note(context, actor, { action: "personal-data.exported", subject: `account/${userId}` });
  const document = {
    [message(language, "account.data.madeAt")]: context.clock.now().toISOString(),
    ...Object.fromEntries(
      parts.map((part) => [
        message(language, `account.data.part.${part}`),
        data[part].map((row) => nameColumns(row, language)),
      ]),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

async function readParts(transaction: ReadTransaction, userId: string): Promise<Record<Part, object[]>> {
  const account = await transaction
    .selectFrom("auth_users")
    .innerJoin("profiles", "profiles.user_id", "auth_users.id")
    .select([
      "id",
      "name",
      "email",
      "emailVerified",
      "twoFactorEnabled",
      "createdAt",
      "language",
      "digest",
      "reminders",
    ])
    .select(["disabled_at", "erased_at", "last_seen_at"])
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!account) throw new AppError("not-found", { kind: "person" });
  return {
    account: [account],
    memberships: await transaction
      .selectFrom("memberships")
      .select(["organisation", "role", "administers", "since"])
      .where("user_id", "=", userId)
      .execute(),
    sessions: await transaction
      .selectFrom("auth_sessions")
      .select(["createdAt", "expiresAt", "userAgent"])
      .where("userId", "=", userId)
      .execute(),
    passkeys: await transaction
      .selectFrom("auth_passkeys")
      .select(["name", "deviceType", "createdAt"])
      .where("userId", "=", userId)
      .execute(),
    invitations: await transaction
      .selectFrom("invitations")
      .select(["email", "organisation", "role", "created_at", "accepted_at"])
      .where((where) => where.or([where("accepted_by", "=", userId), where("email", "=", account.email)]))
      .execute(),
    entries: await transaction
      .selectFrom("entries")
      .select(["id", "kind", "record", "state", "content", "reason", "created_at", "changed_at"])
      .where((where) => where.or([where("author", "=", userId), where("edited_by", "=", userId)]))
      .execute(),
    comments: await transaction
      .selectFrom("comments")
      .select(["kind", "record", "organisation", "language", "words", "body", "at"])
      .where("author", "=", userId)
      .execute(),
    attachments: await transaction
      .selectFrom("attachments")
      .select(["kind", "record", "name", "note", "added_at"])
      .where("added_by", "=", userId)
      .execute(),
    imports: await transaction
      .selectFrom("imports")
      .select(["kind", "file_name", "state", "created_at"])
      .where("author", "=", userId)
      .execute(),
    follows: await transaction
      .selectFrom("follows")
      .select(["kind", "target", "since"])
      .where("user_id", "=", userId)
      .orderBy("since")
      .execute(),
    followSettings: await transaction
      .selectFrom("follow_settings")
      .select(["rhythm", "sent_until"])
      // The secret itself is not kept.
      .select(({ eb }) => eb("feed_hash", "is not", null).as("has_feed"))
      .where("user_id", "=", userId)
      .execute(),
    clippings: await transaction
      .selectFrom("clippings")
      .select(["item", "month", "state", "written_at", "approved_at"])
      .where((where) => where.or([where("written_by", "=", userId), where("approved_by", "=", userId)]))
      .orderBy("item")
      .execute(),
    bulletins: await transaction
      .selectFrom("bulletins")
      .select(["month", "number", "approved_at"])
      .where("approved_by", "=", userId)
      .orderBy("month")
      .orderBy("number")
      .execute(),
    savedSearches: await transaction
      .selectFrom("saved_searches")
      .select(["name", "query", "saved_at"])
      .where("user_id", "=", userId)
      .execute(),
    mails: await transaction
      .selectFrom("mails")
      .select(["recipient", "purpose", "subject", "body", "created_at", "sent_at"])
      .where((where) => where.or([where("user_id", "=", userId), where("recipient", "=", account.email)]))
      .orderBy("id")
      .execute(),
    audit: await transaction
      .selectFrom("audit_log")
      .select(["number", "at", "action", "subject", "organisation", "details", "network"])
      .where((where) => where.or([where("actor", "=", userId), where("subject", "=", `account/${userId}`)]))
      .orderBy("number")
      .execute(),
  };
}

function nameColumns(row: object, language: Language): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [choiceMessage(language, "account.data.column", column), value]),
  );
}
