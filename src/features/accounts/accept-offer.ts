import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { change } from "../audit/change.ts";
import type { Actor } from "./actor.ts";
import { findAuth } from "./auth.ts";
import { createAccount } from "./create-account.ts";
import { findOffer, type Offer } from "./invitations.ts";
import { mailAccount } from "./mails.ts";
import { issueToken } from "./one-time-token.ts";

export const verificationHours = 48;

export interface NewPerson {
  name: string;
  password: string;
  language: Language;
  /** only for the setup link, which knows neither */
  email?: string;
  organisation?: string;
}

/**
 * Makes the account that a link offers, with its role. `verified: false`: the link had been handed over, so a mail with another
 * link is on its way. Throws `not-found` where the link no longer works.
 */
export async function acceptAsNewPerson(
  context: Context,
  token: string,
  person: NewPerson,
  network: string | null,
): Promise<{ userId: string; email: string; verified: boolean }> {
  const offer = await requireOffer(context, token);
  const email = (offer.email ?? person.email ?? "").trim().toLowerCase();
  const passwordHash = await (await findAuth(context).$context).password.hash(person.password);
  // Who holds the setup link holds the machine, and its address is theirs to name.
  const verified = offer.purpose === "setup" || offer.provesAddress;
  return change(context, { userId: null, network }, async (transaction, audit) => {
    const now = context.clock.now();
    const userId = await createAccount(transaction, now, {
      name: person.name,
      email,
      language: person.language,
      passwordHash,
      emailVerified: verified,
    });
    const organisation = offer.organisation ?? person.organisation ?? "";
    await takeOffer(context, transaction, offer, userId, organisation);
    if (!verified) await sendVerification(context, transaction, { userId, email, language: person.language });
    audit({
      action: offer.purpose === "setup" ? "setup.done" : "invitation.accepted",
      subject: `account/${userId}`,
      organisation,
      details: { role: offer.role, invitation: offer.id },
    });
    return { userId, email, verified };
  });
}

/** A signed-in person takes the role in one more organisation. Throws `forbidden` where the invitation is for somebody else. */
export async function acceptAsMember(context: Context, token: string, actor: Actor): Promise<void> {
  const offer = await requireOffer(context, token);
  if (offer.purpose !== "invitation" || offer.email !== actor.email.toLowerCase())
    throw new AppError("forbidden", { reason: "other-address" });
  await change(context, actor, async (transaction, audit) => {
    const organisation = offer.organisation ?? "";
    await takeOffer(context, transaction, offer, actor.userId, organisation);
    audit({
      action: "invitation.accepted",
      subject: `account/${actor.userId}`,
      organisation,
      details: { role: offer.role, invitation: offer.id },
    });
  });
}

/** A link that proves the address to which it goes. */
export async function sendVerification(
  context: Context,
  transaction: WriteTransaction,
  account: { userId: string; email: string; language: Language },
): Promise<void> {
  const now = context.clock.now();
  const { userId, email, language } = account;
  const token = await issueToken(transaction, now, "email", { userId, email }, verificationHours * 60);
  const path = links.verifyEmail(language, { token });
  const expiresAt = new Date(now.getTime() + verificationHours * 3_600_000);
  await mailAccount(context, transaction, "verify", account, { path, expiresAt });
}

async function requireOffer(context: Context, token: string): Promise<Offer> {
  const offer = await findOffer(context, token);
  if (!offer) throw new AppError("not-found", { kind: "invitation" });
  return offer;
}

/** Of two requests with one link only one finds it still open. */
async function takeOffer(
  { clock }: Context,
  transaction: WriteTransaction,
  offer: Offer,
  userId: string,
  organisation: string,
): Promise<void> {
  const now = clock.now();
  const taken = await transaction
    .updateTable("invitations")
    .set({ accepted_at: now, accepted_by: userId })
    .where("id", "=", offer.id)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!taken) throw new AppError("not-found", { kind: "invitation" });
  await transaction
    .insertInto("memberships")
    .values({ user_id: userId, organisation, role: offer.role, administers: offer.administers, since: now })
    .onConflict((conflict) =>
      conflict.columns(["user_id", "organisation", "role"]).doUpdateSet({ administers: offer.administers }),
    )
    .execute();
}
