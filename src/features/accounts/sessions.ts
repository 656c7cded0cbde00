import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { findSecret } from "../../platform/secret.ts";
import { change } from "../audit/change.ts";
import type { Actor } from "./actor.ts";
import { readSessionToken } from "./session-cookie.ts";

export interface OpenSession {
  id: string;
  device: Device;
  since: Date;
  lastUsed: Date;
  current: boolean;
}

/** Names of products are the same in every language; null where the browser says nothing that we know. */
export interface Device {
  browser: string | null;
  system: string | null;
}

/** The account's open sessions, the last used first. */
export async function listSessions(context: Context, userId: string, headers: Headers): Promise<OpenSession[]> {
  const token = readSessionToken(headers, findSecret(context.config));
  const rows = await context.database.db
    .selectFrom("auth_sessions")
    .select(["id", "token", "userAgent", "createdAt", "updatedAt"])
    .where("userId", "=", userId)
    .where(sql<boolean>`"expiresAt" > now()`)
    .orderBy("updatedAt", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: describeDevice(row.userAgent ?? ""),
    since: row.createdAt,
    lastUsed: row.updatedAt,
    current: row.token === token,
  }));
}

export async function endSession(context: Context, actor: Actor, id: string): Promise<void> {
  await change(context, actor, async (transaction, audit) => {
    await transaction.deleteFrom("auth_sessions").where("id", "=", id).where("userId", "=", actor.userId).execute();
    audit({ action: "session.ended", subject: `account/${actor.userId}` });
  });
}

/** Signs out everywhere, here as well; devices that were trusted with the second step are forgotten. */
export async function endAllSessions(context: Context, actor: Actor): Promise<void> {
  await change(context, actor, async (transaction, audit) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("auth_sessions")
      .where("userId", "=", actor.userId)
      .executeTakeFirst();
    await transaction.deleteFrom("auth_verifications").where("value", "=", actor.userId).execute();
    audit({
      action: "session.ended-everywhere",
      subject: `account/${actor.userId}`,
      details: { sessions: Number(numDeletedRows) },
    });
  });
}

/** In the order in which a name may hide in another's: Edge and 360 call themselves Chrome, Chrome calls itself Safari. */
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, "WeChat"],
  [/QQBrowser/, "QQ Browser"],
  [/QIHU|360SE|360EE/, "360"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/HarmonyOS/, "HarmonyOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

export function describeDevice(userAgent: string): Device {
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  return { browser: find(browsers), system: find(systems) };
}
