import type { Context } from "../../platform/context.ts";
import { isMailAddress } from "../../platform/mail.ts";
import { links } from "../../web/links.ts";
import { change, note } from "../audit/change.ts";
import { verificationHours } from "./accept-offer.ts";
import type { Actor } from "./actor.ts";
import { mailAccount } from "./mails.ts";
import { consumeToken, findToken, issueToken } from "./one-time-token.ts";
import { isPassword } from "./passwords.ts";
import { findLimit, takeAttempt } from "./rate-limits.ts";

export type AddressChange = { kind: "sent" | "invalid" | "wrong-password" } | { kind: "wait"; minutes: number };

/**
 * Sends a link to the new address; the account keeps the old one until somebody follows it. Whether another account has the
 * address already is not told here, only to who reads that mailbox.
 */
export async function requestAddressChange(
  context: Context,
  actor: Actor,
  { email, password }: { email: string; password: string },
): Promise<AddressChange> {
  const address = email.trim().toLowerCase();
  if (!isMailAddress(address) || address === actor.email) return { kind: "invalid" };
  const limit = await takeAttempt(context, findLimit("password/account", actor.userId));
  if (!limit.allowed) return { kind: "wait", minutes: limit.waitMinutes };
  if (!(await isPassword(context, actor.userId, password))) {
    await note(context, actor, { action: "address.refused", subject: `account/${actor.userId}` });
    return { kind: "wrong-password" };
  }
  await change(context, actor, async (transaction, audit) => {
    const now = context.clock.now();
    const content = { userId: actor.userId, email: address };
    const token = await issueToken(transaction, now, "email", content, verificationHours * 60);
    const path = links.verifyEmail(actor.language, { token });
    const to = { email: address, userId: actor.userId, language: actor.language };
    const expiresAt = new Date(now.getTime() + verificationHours * 3_600_000);
    await mailAccount(context, transaction, "verify", to, { path, expiresAt });
    audit({ action: "address.link-sent", subject: `account/${actor.userId}` });
  });
  return { kind: "sent" };
}

export function findVerification(context: Context, token: string) {
  return context.database.db
    .transaction()
    .execute((transaction) => findToken(transaction, context.clock.now(), "email", token));
}

/** Takes the address as proven; tells the old one when it changed. False where the link no longer works or the address is taken. */
export async function verifyAddress(context: Context, token: string, network: string | null): Promise<boolean> {
  const present = await findVerification(context, token);
  if (!present?.email) return false;
  return change(context, { userId: present.userId, network }, async (transaction, audit) => {
    const now = context.clock.now();
    const content = await consumeToken(transaction, now, "email", token);
    const account = await transaction
      .selectFrom("auth_users")
      .innerJoin("profiles", "profiles.user_id", "auth_users.id")
      .select(["auth_users.id as userId", "email", "language"])
      .where("auth_users.id", "=", present.userId)
      .where("erased_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    const taken =
      content?.email &&
      (await transaction
        .selectFrom("auth_users")
        .select("id")
        .where("email", "=", content.email)
        .where("id", "!=", content.userId)
        .executeTakeFirst());
    const works = content?.email !== undefined && account !== undefined && !taken;
    audit({ action: works ? "address.verified" : "address.refused", subject: `account/${present.userId}` });
    if (!works) return false;
    await transaction
      .updateTable("auth_users")
      .set({ email: content.email, emailVerified: true, updatedAt: now })
      .where("id", "=", account.userId)
      .execute();
    if (account.email !== content.email) {
      const language = account.language === "ja" || account.language === "zh" ? account.language : "en";
      const old = { email: account.email, userId: account.userId, language } as const;
      await mailAccount(context, transaction, "addressChanged", old, {});
    }
    return true;
  });
}
