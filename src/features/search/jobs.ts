import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { defineJob } from "../../platform/jobs.ts";
import { indexChannel, updateSearchIndex } from "./update-index.ts";

const patience = { schema: z.object({}), retry: { limit: 2, delaySeconds: 60 }, longestSeconds: 3_600 };

async function update(context: Context): Promise<void> {
  const changes = await updateSearchIndex(context);
  if (changes.length > 0) context.log.info({ changes }, "search index updated");
}

/** After every change of the public records, and every ten minutes for what announces itself to nobody. */
export const indexSearchJob = defineJob({
  ...patience,
  name: "index-search",
  schedule: { cron: "*/10 * * * *", timeZone: "Asia/Tokyo", input: {} },
  wakeOn: "renkei_revision",
  atStart: true,
  run: update,
});

/** When a feature asks for it, see askForIndexing. */
export const indexSearchWhenAskedJob = defineJob({
  ...patience,
  name: "index-search-when-asked",
  wakeOn: indexChannel,
  run: update,
});
