import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { sendFollows } from "./send-follows.ts";

/** Every hour of the working day from eight, as the digests: whoever was missed at eight is not missed at nine. */
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
