import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import { isLanguage, type Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { isMailAddress } from "../../platform/mail.ts";
import { findSecret } from "../../platform/secret.ts";
import { links } from "../../web/links.ts";
import type { Who } from "../audit/audit.ts";
import { change, note } from "../audit/change.ts";
import { getDirectory } from "../organisations/directory.ts";
import type { Actor } from "./actor.ts";
import { assignableRoles } from "./assignable-roles.ts";
import { requireFittingRole } from "./fitting-roles.ts";
import { hashToken, makeToken } from "./link-token.ts";
import { mailAccount } from "./mails.ts";
import { isRole, type Role } from "./roles.ts";

/** Time to come back from a business trip. */
export const invitationDays = 14;

export interface NewInvitation {
  email: string;
  organisation: string;
  role: Role;
  administers: boolean;
  language: Language;
}

/** What a link's holder is offered. */
export interface Offer {
  id: number;
  purpose: "setup" | "invitation";
  email: string | null;
  organisation: string | null;
  role: Role;
  administers: boolean;
  language: Language;
  /** the link came by mail to that address, so its holder reads that mailbox */
  provesAddress: boolean;
}

/**
 * Invites someone and queues the mail. The path that comes back is for handing over by other means: whoever uses it proves the
 * address later. Throws `forbidden` for an organisation or role that is not the actor's to give, `invalid-input` {field},
 * for a role that does not fit the organisation too.
 */
export async function invite(context: Context, actor: Actor, invitation: NewInvitation): Promise<string> {
  if (!assignableRoles(actor, invitation.organisation).includes(invitation.role)) {
    await note(context, actor, {
      action: "invitation.denied",
      organisation: invitation.organisation,
      details: { role: invitation.role },
    });
    throw new AppError("forbidden", { permission: "people.invite" });
  }
  return makeInvitation(context, actor, await nameInviter(context, actor, invitation.language), invitation);
}

/** The same for the command line, where the machine's own user decides. */
export async function makeInvitation(
  context: Context,
  who: Who,
  inviter: string,
  invitation: NewInvitation,
): Promise<string> {
  const email = invitation.email.trim().toLowerCase();
  if (!isMailAddress(email) || !email.includes(".", email.indexOf("@")))
    throw new AppError("invalid-input", { field: "email" });
  const directory = await getDirectory(context);
  if (!directory.find(invitation.organisation)) throw new AppError("invalid-input", { field: "organisation" });
  await requireFittingRole(context, invitation);
  return change(context, who, async (transaction, audit) => {
    const token = makeToken();
    const now = context.clock.now();
    const row = await transaction
      .insertInto("invitations")
      .values({
        token_hash: hashToken(token),
        purpose: "invitation",
        email,
        organisation: invitation.organisation,
        role: invitation.role,
        administers: invitation.administers,
        language: invitation.language,
        invited_by: who.userId,
        created_at: now,
        expires_at: expiryFrom(now),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await mailInvitation(context, transaction, inviter, { ...invitation, email }, token);
    audit({
      action: "invitation.sent",
      subject: `invitation/${row.id}`,
      organisation: invitation.organisation,
      details: { role: invitation.role, administers: invitation.administers },
    });
    return links.invitation(invitation.language, token);
  });
}

/** A new link for a pending invitation; the old one stops working. Returns its path. */
export async function sendAgain(context: Context, actor: Actor, id: number): Promise<string> {
  const pending = await findPending(context, actor, id);
  const inviter = await nameInviter(context, actor, pending.language);
  return change(context, actor, async (transaction, audit) => {
    const token = makeToken();
    await transaction
      .updateTable("invitations")
      .set({ token_hash: hashToken(token), expires_at: expiryFrom(context.clock.now()) })
      .where("id", "=", id)
      .execute();
    await mailInvitation(context, transaction, inviter, pending, token);
    audit({ action: "invitation.sent-again", subject: `invitation/${id}`, organisation: pending.organisation });
    return links.invitation(pending.language, token);
  });
}

export async function withdrawInvitation(context: Context, actor: Actor, id: number): Promise<void> {
  const pending = await findPending(context, actor, id);
  await change(context, actor, async (transaction, audit) => {
    await transaction
      .updateTable("invitations")
      .set({ withdrawn_at: context.clock.now() })
      .where("id", "=", id)
      .execute();
    audit({ action: "invitation.withdrawn", subject: `invitation/${id}`, organisation: pending.organisation });
  });
}

async function findPending(context: Context, actor: Actor, id: number): Promise<NewInvitation> {
  if (!Number.isSafeInteger(id)) throw new AppError("not-found", { kind: "invitation" });
  const row = await context.database.db
    .selectFrom("invitations")
    .select(["email", "organisation", "role", "administers", "language"])
    .where("id", "=", id)
    .where("purpose", "=", "invitation")
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (!row?.email || !row.organisation || !isRole(row.role) || !isLanguage(row.language))
    throw new AppError("not-found", { kind: "invitation" });
  if (!assignableRoles(actor, row.organisation).includes(row.role))
    throw new AppError("forbidden", { permission: "people.invite" });
  const { email, organisation, role, administers, language } = row;
  return { email, organisation, role, administers, language };
}

/** The offer behind a link, or null where it is unknown, used, withdrawn or too old. */
export async function findOffer(context: Context, linkToken: string): Promise<Offer | null> {
  const [token = "", proof = ""] = linkToken.split("~", 2);
  const row = await context.database.db
    .selectFrom("invitations")
    .selectAll()
    .where("token_hash", "=", hashToken(token))
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", context.clock.now())
    .executeTakeFirst();
  if (!row || !isRole(row.role) || !isLanguage(row.language)) return null;
  return {
    id: row.id,
    purpose: row.purpose === "setup" ? "setup" : "invitation",
    email: row.email,
    organisation: row.organisation,
    role: row.role,
    administers: row.administers,
    language: row.language,
    provesAddress: row.email !== null && isSame(proof, proveAddress(context, token, row.email)),
  };
}

/** Only the mailed link carries it, so whoever shows it reads that mailbox. */
function proveAddress({ config }: Context, token: string, email: string): string {
  return createHmac("sha256", findSecret(config))
    .update(`invitation ${token} ${email}`)
    .digest("base64url")
    .slice(0, 22);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function mailInvitation(
  context: Context,
  transaction: WriteTransaction,
  inviter: string,
  { email, organisation, role, language }: NewInvitation,
  token: string,
): Promise<void> {
  const path = links.invitation(language, `${token}~${proveAddress(context, token, email)}`);
  const name = (await getDirectory(context)).find(organisation)
    ? (await getDirectory(context)).name(organisation, language)
    : organisation;
  const now = context.clock.now();
  await mailAccount(
    context,
    transaction,
    "invitation",
    { email, language },
    {
      path,
      expiresAt: expiryFrom(now),
      organisation: name,
      role: message(language, `role.${role}.name`),
      inviter,
    },
  );
}

/** An official answers to an office rather than to a name alone. */
async function nameInviter(context: Context, { name, memberships }: Actor, language: Language): Promise<string> {
  const directory = await getDirectory(context);
  const office = memberships.find(({ organisation }) => directory.find(organisation));
  if (!office) return name;
  const organisation = directory.name(office.organisation, language);
  return message(language, "account.mail.inviter", { organisation, name });
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000);
}
