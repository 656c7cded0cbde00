import { sql } from "kysely";
import { isLanguage } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { findSecret } from "../../platform/secret.ts";
import type { Actor } from "./actor.ts";
import { sessionHours } from "./auth.ts";
import { isRole } from "./roles.ts";
import { readSessionToken } from "./session-cookie.ts";

// What else the rest of the program needs of accounts.
export { handleAuth } from "./handle-auth.ts";
export { ensureSetupLink } from "./setup.ts";

/** A session lives on by use; writing it down at most once an hour spares every page a write. */
const renewAfterHours = 1;

/**
 * Who asks, by the session's cookie. Null where nobody is signed in, the session has ended, or the account is disabled, erased
 * or has no verified address: an account loses its sessions with the next request, not with the next sign-in.
 */
export async function findActor(context: Context, headers: Headers, network: string | null): Promise<Actor | null> {
  const token = readSessionToken(headers, findSecret(context.config));
  if (token === null) return null;
  const row = await findSession(context, token);
  if (!row || !isLanguage(row.language)) return null;
  if (row.hoursLeft < sessionHours - renewAfterHours) await renewSession(context, token, row.userId);
  return {
    userId: row.userId,
    name: row.name,
    email: row.email,
    language: row.language,
    memberships: row.memberships.flatMap(({ organisation, role, administers }) =>
      isRole(role) ? [{ organisation, role, administers }] : [],
    ),
    network,
  };
}

/** The sign-in library counts by the machine's clock, so the end of a session is judged by the database's. */
function findSession({ database }: Context, token: string) {
  return database.db
    .selectFrom("auth_sessions as session")
    .innerJoin("auth_users as account", "account.id", "session.userId")
    .innerJoin("profiles as profile", "profile.user_id", "account.id")
    .select([
      "account.id as userId",
      "account.name",
      "account.email",
      "profile.language",
      sql<number>`extract(epoch from session."expiresAt" - now())::float8 / 3600`.as("hoursLeft"),
      sql<{ organisation: string; role: string; administers: boolean }[]>`
        coalesce((SELECT json_agg(json_build_object('organisation', m.organisation, 'role', m.role,
                                                    'administers', m.administers) ORDER BY m.since, m.organisation, m.role)
                  FROM memberships m WHERE m.user_id = account.id), '[]')`.as("memberships"),
    ])
    .where("session.token", "=", token)
    .where(sql<boolean>`session."expiresAt" > now()`)
    .where("account.emailVerified", "=", true)
    .where("profile.disabled_at", "is", null)
    .where("profile.erased_at", "is", null)
    .executeTakeFirst();
}

async function renewSession({ database, clock }: Context, token: string, userId: string): Promise<void> {
  await database.db
    .updateTable("auth_sessions")
    .set({ expiresAt: sql`now() + make_interval(hours => ${sessionHours})`, updatedAt: sql`now()` })
    .where("token", "=", token)
    .execute();
  await database.db.updateTable("profiles").set({ last_seen_at: clock.now() }).where("user_id", "=", userId).execute();
}
