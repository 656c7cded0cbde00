import { randomUUID } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";

export interface NewAccount {
  name: string;
  email: string;
  language: Language;
  passwordHash: string;
  /** the address was proven by a link that went to it */
  emailVerified: boolean;
}

/** An account that can sign in with a password. Throws `conflict` where the address has one. */
export async function createAccount(transaction: WriteTransaction, now: Date, account: NewAccount): Promise<string> {
  const userId = randomUUID();
  const made = await transaction
    .insertInto("auth_users")
    .values({
      id: userId,
      name: account.name,
      email: account.email.toLowerCase(),
      emailVerified: account.emailVerified,
      createdAt: now,
      updatedAt: now,
      twoFactorEnabled: false,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw new AppError("conflict", { reason: "address-taken" });
  await transaction
    .insertInto("auth_accounts")
    .values({
      id: randomUUID(),
      accountId: userId,
      providerId: "credential",
      userId,
      password: account.passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await transaction
    .insertInto("profiles")
    .values({ user_id: userId, language: account.language, seen_until: now })
    .execute();
  return userId;
}

export async function hasAccount({ database }: Context, email: string): Promise<boolean> {
  const row = await database.db
    .selectFrom("auth_users")
    .select("id")
    .where("email", "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}
