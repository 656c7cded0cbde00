import { randomUUID } from "node:crypto";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { hashToken, makeToken } from "./link-token.ts";

/** `reset` names an account; `email` an account and the address that its link proves. */
export type TokenPurpose = "reset" | "email";

export interface TokenContent {
  userId: string;
  /** for `email`: the address to which the link went */
  email?: string;
}

/** A link of that purpose for the account; earlier ones stop working. Returns its secret. */
export async function issueToken(
  transaction: WriteTransaction,
  now: Date,
  purpose: TokenPurpose,
  content: TokenContent,
  minutes: number,
): Promise<string> {
  await transaction
    .deleteFrom("auth_verifications")
    .where("identifier", "like", `renkei-${purpose}:%`)
    .where("value", "like", `${content.userId} %`)
    .execute();
  const token = makeToken();
  await transaction
    .insertInto("auth_verifications")
    .values({
      id: randomUUID(),
      identifier: identify(purpose, token),
      value: `${content.userId} ${content.email ?? ""}`,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  return token;
}

/** What the link stands for, or null where it is unknown, used or too old. */
export async function findToken(
  transaction: ReadTransaction,
  now: Date,
  purpose: TokenPurpose,
  token: string,
): Promise<TokenContent | null> {
  const row = await transaction
    .selectFrom("auth_verifications")
    .select("value")
    .where("identifier", "=", identify(purpose, token))
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return row ? readContent(row.value) : null;
}

/** The same, once: of two requests with one link only one gets it. */
export async function consumeToken(
  transaction: WriteTransaction,
  now: Date,
  purpose: TokenPurpose,
  token: string,
): Promise<TokenContent | null> {
  const row = await transaction
    .deleteFrom("auth_verifications")
    .where("identifier", "=", identify(purpose, token))
    .where("expiresAt", ">", now)
    .returning("value")
    .executeTakeFirst();
  return row ? readContent(row.value) : null;
}

function identify(purpose: TokenPurpose, token: string): string {
  return `renkei-${purpose}:${hashToken(token)}`;
}

function readContent(value: string): TokenContent {
  const [userId = "", email = ""] = value.split(" ");
  return email === "" ? { userId } : { userId, email };
}
