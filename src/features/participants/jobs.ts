import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { eraseOldParticipants } from "./erase-old.ts";

export const eraseParticipantsJob = defineJob({
  name: "erase-participants",
  schema: z.object({}),
  retry: { limit: 2, delaySeconds: 600 },
  longestSeconds: 3_600,
  schedule: { cron: "40 3 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    context.log.info({ erased: await eraseOldParticipants(context) }, "participants erased");
  },
});
