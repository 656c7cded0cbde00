import { sql } from "kysely";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { change } from "../audit/change.ts";

/** What goes after how many days; the number can be set by environment, 0 keeps it for ever. */
export const retentionRules = {
  /** sessions that have ended */
  sessions: { variable: "RENKEI_RETENTION_SESSIONS_DAYS", days: 30 },
  /** mails, sent or not: half a year later nobody waits for one */
  mails: { variable: "RENKEI_RETENTION_MAILS_DAYS", days: 180 },
  /** addresses of invitations that were accepted, withdrawn or ran out; that somebody was invited stays */
  invitations: { variable: "RENKEI_RETENTION_INVITATIONS_DAYS", days: 90 },
  /** links and challenges that ran out, and counted attempts */
  verifications: { variable: "RENKEI_RETENTION_VERIFICATIONS_DAYS", days: 1 },
  /** append-only, holds no names: kept as long as the records */
  audit: { variable: null, days: 0 },
} as const;
export type RetentionKind = keyof typeof retentionRules;
export type RetentionDays = Record<Exclude<RetentionKind, "audit">, number>;

/** Deletes what has been kept long enough. Returns how much of each kind. Runs once a day; a second run finds nothing. */
export async function applyRetention(context: Context): Promise<RetentionDays> {
  const before = (kind: keyof RetentionDays) => {
    const days = context.config.retention?.[kind] ?? retentionRules[kind].days;
    return days === 0 ? null : new Date(context.clock.now().getTime() - days * 86_400_000);
  };
  return {
    sessions: await deleteBefore(context, "auth_sessions", "expiresAt", before("sessions")),
    mails: await deleteMails(context, before("mails")),
    invitations: await clearInvitations(context, before("invitations")),
    verifications:
      (await deleteBefore(context, "auth_verifications", "expiresAt", before("verifications"))) +
      (await deleteAttempts(context, before("verifications"))),
  };
}

function deleteBefore(
  { database }: Context,
  table: "auth_sessions" | "auth_verifications",
  column: "expiresAt",
  before: Date | null,
): Promise<number> {
  if (before === null) return Promise.resolve(0);
  return write(database, async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom(table).where(column, "<", before).executeTakeFirst();
    return Number(numDeletedRows);
  });
}

function deleteMails({ database }: Context, before: Date | null): Promise<number> {
  if (before === null) return Promise.resolve(0);
  return write(database, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("mails")
      .where("created_at", "<", before)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}

function deleteAttempts({ database }: Context, before: Date | null): Promise<number> {
  if (before === null) return Promise.resolve(0);
  return write(database, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("auth_rate_limits")
      .where(sql<boolean>`"lastRequest" < ${before.getTime()}`)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}

async function clearInvitations(context: Context, before: Date | null): Promise<number> {
  if (before === null) return 0;
  const old = await context.database.db
    .selectFrom("invitations")
    .select("id")
    .where("email", "is not", null)
    .where("expires_at", "<", before)
    .execute();
  if (old.length === 0) return 0;
  return change(context, { userId: null, network: null }, async (transaction, audit) => {
    const ids = old.map(({ id }) => id);
    await transaction.updateTable("invitations").set({ email: null }).where("id", "in", ids).execute();
    audit({ action: "invitation.address-cleared", details: { count: ids.length } });
    return ids.length;
  });
}
