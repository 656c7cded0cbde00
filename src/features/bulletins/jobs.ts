import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { sendFollows } from "./send-follows.ts";

/**
 * Every hour of the day from eight, as the digests: whoever was missed at eight is not missed at nine. Mails, the page of follows
 * and README say when.
 */
export const followJob = defineJob({
  name: "send-follows",
  schema: z.object({}),
  retry: { limit: 2, delaySeconds: 300 },
  longestSeconds: 1_800,
  schedule: { cron: "10 8-18 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    await sendFollows(context);
  },
});
