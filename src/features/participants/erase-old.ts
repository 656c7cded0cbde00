import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { change } from "../audit/change.ts";
import { countExpired, eraseExpired } from "./store.ts";

/**
 * For a daily job: names and contacts of participants go when the time of keeping is over
 * (RENKEI_RETENTION_PARTICIPANTS_YEARS after the activity; 0 keeps them); the people still count. Gives how many it was.
 */
export async function eraseOldParticipants(context: Pick<Context, "config" | "database" | "clock">): Promise<number> {
  const years = (context.config.files ?? defaultFileSettings).participantYears;
  if (years === 0) return 0;
  const today = context.clock.today();
  const count = await read(context.database, (transaction) => countExpired(transaction, today, years));
  if (count === 0) return 0;
  await change(context, { userId: null, network: null }, async (transaction, audit) => {
    await eraseExpired(transaction, today, years, context.clock.now());
    audit({ action: "participants.expired", details: { count, years } });
  });
  return count;
}
