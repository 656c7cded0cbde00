import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

interface Rule {
  attempts: number;
  minutes: number;
}

/**
 * How many attempts one key gets: an account in few, since a person mistypes a few times (NIST SP 800-63B §3.2.2 allows at most
 * 100); a network in more, since an office shares one.
 */
const rules = {
  "sign-in/account": { attempts: 10, minutes: 15 },
  "sign-in/network": { attempts: 60, minutes: 15 },
  "second-step/account": { attempts: 10, minutes: 15 },
  "second-step/network": { attempts: 60, minutes: 15 },
  "reset/account": { attempts: 3, minutes: 60 },
  "reset/network": { attempts: 20, minutes: 60 },
  "token/network": { attempts: 30, minutes: 15 },
  "password/account": { attempts: 10, minutes: 15 },
  invite: { attempts: 200, minutes: 60 },
  ceremony: { attempts: 120, minutes: 15 },
} as const satisfies Record<string, Rule>;
export type LimitName = keyof typeof rules;

export interface Limit extends Rule {
  key: string;
}

/** An address or network is kept as a hash only. */
export function findLimit(name: LimitName, subject: string): Limit {
  const hash = createHash("sha256").update(subject.trim().toLowerCase()).digest("base64url").slice(0, 22);
  return { ...rules[name], key: `${name} ${hash}` };
}

export interface Attempt {
  allowed: boolean;
  /** until the next is allowed */
  waitMinutes: number;
}

/** Counts one attempt within the window that began with the first; one statement, so that parallel ones count as well. */
export async function takeAttempt({ database }: Context, { key, attempts, minutes }: Limit): Promise<Attempt> {
  const window = minutes * 60_000;
  const { rows } = await sql<{ count: number; started: number; now: number }>`
    INSERT INTO auth_rate_limits AS present (id, key, count, "lastRequest")
    VALUES (${randomUUID()}, ${key}, 1, (extract(epoch from now()) * 1000)::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN present."lastRequest" + ${window} <= excluded."lastRequest" THEN 1 ELSE present.count + 1 END,
      "lastRequest" = CASE WHEN present."lastRequest" + ${window} <= excluded."lastRequest" THEN excluded."lastRequest"
                           ELSE present."lastRequest" END
    RETURNING count, "lastRequest" AS started, (extract(epoch from now()) * 1000)::bigint AS now`.execute(database.db);
  const row = rows[0];
  if (!row || row.count <= attempts) return { allowed: true, waitMinutes: 0 };
  return { allowed: false, waitMinutes: Math.max(1, Math.ceil((row.started + window - row.now) / 60_000)) };
}

/** Counts an attempt of an account and of the network that it comes from; the longer wait of the two. */
export async function takeAttempts(
  context: Context,
  name: "sign-in" | "reset",
  account: string,
  network: string | null,
): Promise<Attempt> {
  const ofAccount = await takeAttempt(context, findLimit(`${name}/account`, account));
  const ofNetwork = network === null ? null : await takeAttempt(context, findLimit(`${name}/network`, network));
  if (ofNetwork === null || (ofNetwork.allowed && !ofAccount.allowed)) return ofAccount;
  return ofNetwork.waitMinutes >= ofAccount.waitMinutes ? ofNetwork : ofAccount;
}

/** After success the person starts afresh; the network's count stays. */
export async function forgetAttempts({ database }: Context, { key }: Limit): Promise<void> {
  await database.db.deleteFrom("auth_rate_limits").where("key", "=", key).execute();
}
