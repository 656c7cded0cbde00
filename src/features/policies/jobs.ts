import { sql } from "kysely";
import { z } from "zod";
import type { WriteTransaction } from "../../db/transaction.ts";
import { defineJob } from "../../platform/jobs.ts";
import { refreshRevision } from "../programme/revision.ts";
import { reclassifyItems } from "./reclassify.ts";

const channel = "renkei_rules";

/** When the transaction commits, the items are sorted again by the rules as they are then. */
export async function askForReclassification(transaction: WriteTransaction): Promise<void> {
  await sql`SELECT pg_notify(${channel}, '')`.execute(transaction);
}

/**
 * After a change of the rules, and every night in case a process died in the middle. Each item is a transaction of its own and
 * what is as it should be is left alone, so several processes at once, or the same again, come to the same.
 */
export const reclassifyJob = defineJob({
  name: "reclassify-policies",
  schema: z.object({}),
  retry: { limit: 3, delaySeconds: 60 },
  longestSeconds: 3_600,
  schedule: { cron: "20 4 * * *", timeZone: "Asia/Tokyo", input: {} },
  wakeOn: channel,
  async run(context) {
    await refreshRevision(context);
    const { changed } = await reclassifyItems(context);
    context.log.info({ changed }, "policies classified again");
  },
});
