import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { change } from "../audit/change.ts";
import { type Actor, hasPermission } from "./actor.ts";
import { requireAdministrator } from "./manage-people.ts";
import { erasedName } from "./person-name.ts";

/**
 * Takes a person's name, address and ways to sign in out of the system, by the person or an administrator. What the account
 * entered, decided and wrote stays, under nobody's name, so that counts, versions and the audit chain stay whole (act on the
 * protection of personal information, art. 35; PIPL art. 47; GDPR art. 17).
 */
export async function eraseAccount(context: Context, actor: Actor, userId: string): Promise<void> {
  if (actor.userId !== userId && !hasPermission(actor, "people.manage"))
    throw new AppError("forbidden", { permission: "people.manage" });
  await change(context, actor, async (transaction, audit) => {
    const account = await transaction
      .selectFrom("auth_users")
      .select("email")
      .where("id", "=", userId)
      .forUpdate()
      .executeTakeFirst();
    if (!account) throw new AppError("not-found", { kind: "person" });
    await removeWaysIn(transaction, userId);
    await removeFollows(transaction, userId);
    await removeTraces(transaction, userId, account.email);
    const now = context.clock.now();
    await transaction
      .updateTable("auth_users")
      // RFC 2606: nobody will ever receive mail there.
      .set({ name: erasedName, email: `erased-${userId}@invalid`, emailVerified: false, image: null, updatedAt: now })
      .where("id", "=", userId)
      .execute();
    await transaction
      .updateTable("profiles")
      .set({ erased_at: now, disabled_at: now, digest: "none", reminders: false, last_seen_at: null })
      .where("user_id", "=", userId)
      .execute();
    const { numDeletedRows } = await transaction
      .deleteFrom("memberships")
      .where("user_id", "=", userId)
      .executeTakeFirst();
    await requireAdministrator(transaction);
    audit({
      action: "account.erased",
      subject: `account/${userId}`,
      details: { memberships: Number(numDeletedRows), own: actor.userId === userId },
    });
  });
}

async function removeWaysIn(transaction: WriteTransaction, userId: string): Promise<void> {
  for (const table of ["auth_sessions", "auth_accounts", "auth_passkeys", "auth_two_factors"] as const)
    await transaction.deleteFrom(table).where("userId", "=", userId).execute();
  await transaction
    .deleteFrom("auth_verifications")
    .where((where) => where.or([where("value", "=", userId), where("value", "like", `${userId} %`)]))
    .execute();
}

/** What the person wanted to hear of goes; who wrote or approved stays as an id that nobody bears any more. */
async function removeFollows(transaction: WriteTransaction, userId: string): Promise<void> {
  for (const table of ["follows", "follow_settings", "follow_told"] as const)
    await transaction.deleteFrom(table).where("user_id", "=", userId).execute();
}

/** Where the address stands besides the account. */
async function removeTraces(transaction: WriteTransaction, userId: string, email: string): Promise<void> {
  await transaction
    .deleteFrom("mails")
    .where((where) => where.or([where("user_id", "=", userId), where("recipient", "=", email)]))
    .execute();
  // What somebody looked for tells of the person.
  await transaction.deleteFrom("saved_searches").where("user_id", "=", userId).execute();
  await transaction.updateTable("invitations").set({ email: null }).where("email", "=", email).execute();
}
