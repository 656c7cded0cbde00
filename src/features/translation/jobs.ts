import { z } from "zod";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { defineJob } from "../../platform/jobs.ts";
import { draftSegments } from "./draft-segments.ts";
import { claimDraft, draftChannel, finishDraft } from "./store-drafts.ts";

/** At once when a draft is asked for; every minute for what a process that died has left. */
export const draftTranslationJob = defineJob({
  name: "draft-translation",
  schema: z.object({}),
  retry: { limit: 0, delaySeconds: 60 },
  longestSeconds: 7_200,
  schedule: { cron: "* * * * *", timeZone: "UTC", input: {} },
  wakeOn: draftChannel,
  run: makeDrafts,
});

/** Every draft that waits, one after the other; several processes share them. */
export async function makeDrafts(context: Context): Promise<void> {
  for (;;) {
    const draft = await write(context.database, (transaction) => claimDraft(transaction, context.clock.now()));
    if (!draft) return;
    try {
      await draftSegments(context, draft);
    } catch (error) {
      // Tried again at once it would only fail again; whoever asked for it sees that it failed.
      context.log.error({ err: error, translation: draft.translation }, "a draft failed");
      const failed = { state: "failed", problem: null, at: context.clock.now() } as const;
      await write(context.database, (transaction) => finishDraft(transaction, draft.translation, failed));
    }
  }
}
