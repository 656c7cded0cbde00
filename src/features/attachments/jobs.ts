import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { sweepFiles } from "./sweep-files.ts";

export const sweepFilesJob = defineJob({
  name: "sweep-files",
  schema: z.object({}),
  retry: { limit: 2, delaySeconds: 600 },
  longestSeconds: 3_600,
  schedule: { cron: "50 3 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    context.log.info({ dropped: await sweepFiles(context) }, "files swept");
  },
});
