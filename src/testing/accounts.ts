import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Language } from "../core/language.ts";
import type { Membership } from "../features/accounts/actor.ts";
import { sessionHours } from "../features/accounts/auth.ts";
import { createAccount } from "../features/accounts/create-account.ts";
import type { Role } from "../features/accounts/roles.ts";
import { change } from "../features/audit/change.ts";
import type { Context } from "../platform/context.ts";
import { findSecret } from "../platform/secret.ts";

export interface TestAccount {
  userId: string;
  email: string;
  memberships: Membership[];
  /** of a request that comes from this person's browser */
  cookie: string;
}

export interface TestMembership {
  role: Role;
  organisation: string;
  administers?: boolean;
}

/** In the library's form, `salt:key` in hex; no password gives it. */
const unusableHash = `${"0".repeat(32)}:${"0".repeat(128)}`;

/**
 * A person with a verified account who is signed in. The session is opened without the password, whose hash alone would take
 * longer than most tests.
 */
export async function createSignedInAccount(
  context: Pick<Context, "database" | "clock" | "config">,
  memberships: readonly TestMembership[],
  { name = "Test", language = "ja" as Language } = {},
): Promise<TestAccount> {
  const email = `${randomBytes(6).toString("hex")}@example.org`;
  const kept = memberships.map(({ administers = false, ...membership }) => ({ ...membership, administers }));
  const now = context.clock.now();
  const userId = await change(context, { userId: null, network: null }, async (transaction, audit) => {
    const account = { name, email, language, passwordHash: unusableHash, emailVerified: true };
    const id = await createAccount(transaction, now, account);
    for (const membership of kept)
      await transaction
        .insertInto("memberships")
        .values({ user_id: id, since: now, ...membership })
        .execute();
    audit({ action: "account.created", subject: `account/${id}` });
    return id;
  });
  return { userId, email, memberships: kept, cookie: await openSession(context, userId) };
}

/** A session as the sign-in library keeps it, and its cookie as the library signs it. */
export async function openSession(context: Pick<Context, "database" | "config">, userId: string): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await context.database.db
    .insertInto("auth_sessions")
    .values({
      id: randomUUID(),
      token,
      userId,
      expiresAt: sql`now() + make_interval(hours => ${sessionHours})`,
      updatedAt: sql`now()`,
    })
    .execute();
  const signature = createHmac("sha256", findSecret(context.config)).update(token).digest("base64");
  return `renkei.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
