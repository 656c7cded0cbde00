import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { change } from "../audit/change.ts";
import type { Actor } from "./actor.ts";

export const digests = ["daily", "weekly", "none"] as const;
export type Digest = (typeof digests)[number];

export interface Settings {
  name: string;
  language: Language;
  digest: Digest;
  reminders: boolean;
}

export function isDigest(text: string): text is Digest {
  return digests.some((digest) => digest === text);
}

export async function findSettings(
  { database }: Context,
  userId: string,
): Promise<Pick<Settings, "digest" | "reminders">> {
  const row = await database.db
    .selectFrom("profiles")
    .select(["digest", "reminders"])
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return { digest: isDigest(row.digest) ? row.digest : "weekly", reminders: row.reminders };
}

export async function saveSettings(context: Context, actor: Actor, settings: Settings): Promise<void> {
  const { name, language, digest, reminders } = settings;
  await change(context, actor, async (transaction, audit) => {
    await transaction
      .updateTable("auth_users")
      .set({ name, updatedAt: context.clock.now() })
      .where("id", "=", actor.userId)
      .execute();
    await transaction
      .updateTable("profiles")
      .set({ language, digest, reminders })
      .where("user_id", "=", actor.userId)
      .execute();
    audit({ action: "account.changed", subject: `account/${actor.userId}`, details: { language, digest, reminders } });
  });
}
