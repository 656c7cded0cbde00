import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { change } from "../audit/change.ts";
import { hashToken, makeToken } from "./link-token.ts";

/** Long enough to fetch a colleague, too short to lie in a terminal for long. */
const setupHours = 24;

/**
 * The secret of the link with which the first administrator makes an account, as long as there is none; earlier links stop
 * working. Null where the programme has an administrator.
 */
export async function ensureSetupLink(context: Context, language: Language = "en"): Promise<string | null> {
  if (await hasAdministrator(context)) return null;
  const token = makeToken();
  const now = context.clock.now();
  await change(context, { userId: null, network: null }, async (transaction, audit) => {
    await transaction
      .updateTable("invitations")
      .set({ withdrawn_at: now })
      .where("purpose", "=", "setup")
      .where("accepted_at", "is", null)
      .where("withdrawn_at", "is", null)
      .execute();
    await transaction
      .insertInto("invitations")
      .values({
        token_hash: hashToken(token),
        purpose: "setup",
        role: "administrator",
        administers: true,
        language,
        created_at: now,
        expires_at: new Date(now.getTime() + setupHours * 3_600_000),
      })
      .execute();
    audit({ action: "setup.offered" });
  });
  return token;
}

/** Somebody with the role who can sign in; a disabled administrator cannot let anyone in. */
async function hasAdministrator({ database }: Context): Promise<boolean> {
  const row = await database.db
    .selectFrom("memberships")
    .innerJoin("profiles", "profiles.user_id", "memberships.user_id")
    .select("memberships.user_id")
    .where("memberships.role", "=", "administrator")
    .where("profiles.disabled_at", "is", null)
    .where("profiles.erased_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
