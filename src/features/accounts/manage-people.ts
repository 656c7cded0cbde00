import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Who } from "../audit/audit.ts";
import { change, note } from "../audit/change.ts";
import { type Actor, requirePermission } from "./actor.ts";
import { assignableRoles } from "./assignable-roles.ts";
import { requireFittingRole } from "./fitting-roles.ts";
import type { Role } from "./roles.ts";

export interface MembershipKey {
  organisation: string;
  role: Role;
}

/**
 * Gives a role in an organisation, or changes whether its holder may invite. Throws `forbidden` for what is not the actor's to
 * give, `invalid-input` {field: "role"} for what does not fit the organisation.
 */
export async function saveMembership(
  context: Context,
  actor: Actor,
  userId: string,
  { organisation, role, administers }: MembershipKey & { administers: boolean },
): Promise<void> {
  await requireAssignable(context, actor, { organisation, role });
  await requireFittingRole(context, { organisation, role });
  await change(context, actor, async (transaction, audit) => {
    await transaction
      .insertInto("memberships")
      .values({ user_id: userId, organisation, role, administers, since: context.clock.now() })
      .onConflict((conflict) => conflict.columns(["user_id", "organisation", "role"]).doUpdateSet({ administers }))
      .execute();
    audit({ action: "membership.saved", subject: `account/${userId}`, organisation, details: { role, administers } });
  });
}

/** Takes a role away. Throws `conflict` {reason: "last-administrator"} where nobody could let people in any more. */
export async function endMembership(
  context: Context,
  actor: Actor,
  userId: string,
  { organisation, role }: MembershipKey,
): Promise<void> {
  await requireAssignable(context, actor, { organisation, role });
  await change(context, actor, async (transaction, audit) => {
    await transaction
      .deleteFrom("memberships")
      .where("user_id", "=", userId)
      .where("organisation", "=", organisation)
      .where("role", "=", role)
      .execute();
    await requireAdministrator(transaction);
    audit({ action: "membership.ended", subject: `account/${userId}`, organisation, details: { role } });
  });
}

export async function disableAccount(context: Context, actor: Actor, userId: string): Promise<void> {
  requirePermission(actor, "people.manage");
  await disableAs(context, actor, userId);
}

/** Shuts the account and ends its sessions in the same moment. */
export async function disableAs(context: Context, who: Who, userId: string): Promise<void> {
  await change(context, who, async (transaction, audit) => {
    await transaction
      .updateTable("profiles")
      .set({ disabled_at: context.clock.now() })
      .where("user_id", "=", userId)
      .execute();
    await transaction.deleteFrom("auth_sessions").where("userId", "=", userId).execute();
    await requireAdministrator(transaction);
    audit({ action: "account.disabled", subject: `account/${userId}` });
  });
}

export async function enableAccount(context: Context, actor: Actor, userId: string): Promise<void> {
  requirePermission(actor, "people.manage");
  await change(context, actor, async (transaction, audit) => {
    await transaction.updateTable("profiles").set({ disabled_at: null }).where("user_id", "=", userId).execute();
    audit({ action: "account.enabled", subject: `account/${userId}` });
  });
}

/** Throws `conflict` {reason: "last-administrator"} where the transaction leaves no administrator who can sign in. */
export async function requireAdministrator(transaction: WriteTransaction): Promise<void> {
  // Two administrators who shut each other out at the same moment must not both succeed.
  await transaction.selectFrom("audit_head").select("number").forUpdate().execute();
  const left = await transaction
    .selectFrom("memberships")
    .innerJoin("profiles", "profiles.user_id", "memberships.user_id")
    .select("memberships.user_id")
    .where("memberships.role", "=", "administrator")
    .where("profiles.disabled_at", "is", null)
    .where("profiles.erased_at", "is", null)
    .executeTakeFirst();
  if (!left) throw new AppError("conflict", { reason: "last-administrator" });
}

async function requireAssignable(context: Context, actor: Actor, { organisation, role }: MembershipKey): Promise<void> {
  if (assignableRoles(actor, organisation).includes(role)) return;
  await note(context, actor, { action: "membership.denied", organisation, details: { role } });
  throw new AppError("forbidden", { permission: "people.invite" });
}
