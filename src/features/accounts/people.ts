import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission, type Membership } from "./actor.ts";
import { administeredOrganisations } from "./assignable-roles.ts";
import { isRole, type Role } from "./roles.ts";

export interface Person {
  userId: string;
  name: string;
  email: string;
  language: string;
  disabled: boolean;
  erased: boolean;
  secondFactor: boolean;
  lastSeen: Date | null;
  memberships: (Membership & { since: string })[];
}

export interface PendingInvitation {
  id: number;
  email: string;
  organisation: string;
  role: Role;
  administers: boolean;
  expires: Date;
  expired: boolean;
}

/** The people whom the actor looks after: everyone, or those of the organisations that the actor administers. */
export async function listPeople(context: Context, actor: Actor): Promise<Person[]> {
  const organisations = administeredOrganisations(actor);
  return (await readPeople(context)).filter(
    ({ memberships }) =>
      organisations === null || memberships.some(({ organisation }) => organisations.includes(organisation)),
  );
}

/** Throws `not-found` for someone whom the actor does not look after: who else has an account is not told. */
export async function findPerson(context: Context, actor: Actor, userId: string): Promise<Person> {
  const person = (await readPeople(context, userId))[0];
  const organisations = administeredOrganisations(actor);
  const mine =
    organisations === null || person?.memberships.some(({ organisation }) => organisations.includes(organisation));
  if (!person || !mine) throw new AppError("not-found", { kind: "person" });
  return person;
}

export async function listPendingInvitations(context: Context, actor: Actor): Promise<PendingInvitation[]> {
  const organisations = administeredOrganisations(actor);
  const now = context.clock.now();
  const rows = await context.database.db
    .selectFrom("invitations")
    .select(["id", "email", "organisation", "role", "administers", "expires_at"])
    .where("purpose", "=", "invitation")
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return rows.flatMap(({ email, organisation, role, expires_at: expires, ...row }) => {
    if (email === null || organisation === null || !isRole(role)) return [];
    if (organisations !== null && !organisations.includes(organisation)) return [];
    return [{ ...row, email, organisation, role, expires, expired: expires <= now }];
  });
}

export function mayManageAccounts(actor: Actor): boolean {
  return hasPermission(actor, "people.manage");
}

/** Everyone, for the command line. */
export async function readPeople({ database }: Context, userId?: string): Promise<Person[]> {
  let query = database.db
    .selectFrom("auth_users as account")
    .innerJoin("profiles as profile", "profile.user_id", "account.id")
    .select([
      "account.id as userId",
      "account.name",
      "account.email",
      "account.twoFactorEnabled",
      "profile.language",
      "profile.disabled_at",
      "profile.erased_at",
      "profile.last_seen_at",
      sql<{ organisation: string; role: string; administers: boolean; since: string }[]>`
        coalesce((SELECT json_agg(json_build_object('organisation', m.organisation, 'role', m.role,
                                                    'administers', m.administers, 'since', m.since)
                                  ORDER BY m.organisation, m.role)
                  FROM memberships m WHERE m.user_id = account.id), '[]')`.as("memberships"),
    ])
    .orderBy("account.name");
  if (userId !== undefined) query = query.where("account.id", "=", userId);
  return (await query.execute()).map((row) => ({
    userId: row.userId,
    name: row.name,
    email: row.email,
    language: row.language,
    disabled: row.disabled_at !== null,
    erased: row.erased_at !== null,
    secondFactor: row.twoFactorEnabled === true,
    lastSeen: row.last_seen_at,
    memberships: row.memberships.flatMap(({ role, ...rest }) => (isRole(role) ? [{ ...rest, role }] : [])),
  }));
}
