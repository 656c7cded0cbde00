import { randomUUID } from "node:crypto";
import type { Language } from "../../core/language.ts";
import { isLanguage } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { findSecret } from "../../platform/secret.ts";
import { links } from "../../web/links.ts";
import type { Who } from "../audit/audit.ts";
import { change, note } from "../audit/change.ts";
import type { Actor } from "./actor.ts";
import { findAuth } from "./auth.ts";
import { mailAccount } from "./mails.ts";
import { consumeToken, findToken, issueToken } from "./one-time-token.ts";
import { type Attempt, findLimit, takeAttempt, takeAttempts } from "./rate-limits.ts";
import { readSessionToken } from "./session-cookie.ts";

export const resetMinutes = 60;
/** Longer than the work for a known address takes, so that the time tells nothing. */
const answerMilliseconds = 250;

interface Person {
  userId: string;
  name: string;
  email: string;
  language: Language;
}

/** Sends a link to the address where it belongs to an account; to its sender both cases look the same, also in time. */
export async function requestReset(context: Context, email: string, network: string | null): Promise<Attempt> {
  const [attempt] = await Promise.all([
    sendReset(context, email.trim().toLowerCase(), network),
    new Promise((resolve) => setTimeout(resolve, answerMilliseconds)),
  ]);
  return attempt;
}

async function sendReset(context: Context, email: string, network: string | null): Promise<Attempt> {
  const attempt = await takeAttempts(context, "reset", email, network);
  if (!attempt.allowed) return attempt;
  const person = await findPerson(context, "email", email);
  const who = { userId: null, network };
  if (!person) await note(context, who, { action: "reset.requested", details: { known: false } });
  else await makeReset(context, who, person, true);
  return attempt;
}

/** A one-time link for the account, which the command line hands over. Null for an unknown, disabled or erased account. */
export async function makeResetLink(context: Context, who: Who, email: string): Promise<string | null> {
  const person = await findPerson(context, "email", email.trim().toLowerCase());
  return person ? makeReset(context, who, person, false) : null;
}

function makeReset(context: Context, who: Who, person: Person, byMail: boolean): Promise<string> {
  return change(context, who, async (transaction, audit) => {
    const now = context.clock.now();
    const token = await issueToken(transaction, now, "reset", { userId: person.userId }, resetMinutes);
    const path = links.resetPassword(person.language, { token });
    const expiresAt = new Date(now.getTime() + resetMinutes * 60_000);
    if (byMail) {
      await mailAccount(context, transaction, "reset", person, { path, expiresAt });
    }
    audit({ action: "reset.requested", subject: `account/${person.userId}`, details: { known: true, byMail } });
    return path;
  });
}

/** Whose password a link may set, for the strength check; null where the link no longer works. */
export async function findResetPerson(context: Context, token: string): Promise<Person | null> {
  const content = await context.database.db
    .transaction()
    .execute((transaction) => findToken(transaction, context.clock.now(), "reset", token));
  return content && findPerson(context, "id", content.userId);
}

/** Sets the password, ends every session, tells the person. False where the link no longer works. */
export async function resetPassword(
  context: Context,
  token: string,
  password: string,
  network: string | null,
): Promise<boolean> {
  const person = await findResetPerson(context, token);
  if (!person) return false;
  const hash = await hashPassword(context, password);
  return change(context, { userId: person.userId, network }, async (transaction, audit) => {
    const now = context.clock.now();
    const content = await consumeToken(transaction, now, "reset", token);
    audit({ action: content ? "password.reset" : "reset.refused", subject: `account/${person.userId}` });
    if (!content) return false;
    await setPassword(transaction, now, person.userId, hash);
    // The link went to the address, so whoever used it reads that mailbox.
    await transaction.updateTable("auth_users").set({ emailVerified: true }).where("id", "=", person.userId).execute();
    await transaction.deleteFrom("auth_sessions").where("userId", "=", person.userId).execute();
    await mailAccount(context, transaction, "passwordChanged", person, {});
    return true;
  });
}

export type PasswordChange = { kind: "done" | "wrong" } | { kind: "wait"; minutes: number };

/** Checks the present password, sets the new one, ends every other session. */
export async function changePassword(
  context: Context,
  actor: Actor,
  passwords: { present: string; next: string },
  headers: Headers,
): Promise<PasswordChange> {
  const limit = await takeAttempt(context, findLimit("password/account", actor.userId));
  if (!limit.allowed) return { kind: "wait", minutes: limit.waitMinutes };
  if (!(await isPassword(context, actor.userId, passwords.present))) {
    await note(context, actor, { action: "password.refused", subject: `account/${actor.userId}` });
    return { kind: "wrong" };
  }
  const hash = await hashPassword(context, passwords.next);
  const token = readSessionToken(headers, findSecret(context.config)) ?? "";
  await change(context, actor, async (transaction, audit) => {
    const now = context.clock.now();
    await setPassword(transaction, now, actor.userId, hash);
    await transaction
      .deleteFrom("auth_sessions")
      .where("userId", "=", actor.userId)
      .where("token", "!=", token)
      .execute();
    await mailAccount(context, transaction, "passwordChanged", actor, {});
    audit({ action: "password.changed", subject: `account/${actor.userId}` });
  });
  return { kind: "done" };
}

/** Whether it is the account's present password. */
export async function isPassword(context: Context, userId: string, password: string): Promise<boolean> {
  const row = await context.database.db
    .selectFrom("auth_accounts")
    .select("password")
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  if (!row?.password) return false;
  return (await findAuth(context).$context).password.verify({ hash: row.password, password });
}

async function hashPassword(context: Context, password: string): Promise<string> {
  return (await findAuth(context).$context).password.hash(password);
}

async function setPassword(transaction: WriteTransaction, now: Date, userId: string, hash: string): Promise<void> {
  const changed = await transaction
    .updateTable("auth_accounts")
    .set({ password: hash, updatedAt: now })
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  await transaction
    .insertInto("auth_accounts")
    .values({
      id: randomUUID(),
      accountId: userId,
      providerId: "credential",
      userId,
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
}

async function findPerson({ database }: Context, by: "email" | "id", value: string): Promise<Person | null> {
  const row = await database.db
    .selectFrom("auth_users")
    .innerJoin("profiles", "profiles.user_id", "auth_users.id")
    .select(["auth_users.id as userId", "name", "email", "language"])
    .where(`auth_users.${by}`, "=", value)
    .where("disabled_at", "is", null)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return row && isLanguage(row.language) ? { ...row, language: row.language } : null;
}
