import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { remindBeforeDeadlines } from "./send-mails.ts";

/** Every hour of the working day, as other reminders: whoever was missed at nine is not missed at ten. */
export const remindSurveysJob = defineJob({
  name: "remind-surveys",
  schema: z.object({}),
  retry: { limit: 2, delaySeconds: 300 },
  longestSeconds: 1_800,
  schedule: { cron: "10 9-18 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    const mails = await remindBeforeDeadlines(context);
    if (mails > 0) context.log.info({ mails }, "survey reminders queued");
  },
});
