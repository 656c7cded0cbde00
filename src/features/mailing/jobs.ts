import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { mailChannel } from "../../platform/mail.ts";
import { deliverMails } from "./deliver.ts";

/** At once after a mail was queued, and every minute for those that have to be tried again. */
export const deliverMailJob = defineJob({
  name: "deliver-mail",
  schema: z.object({}),
  retry: { limit: 0, delaySeconds: 60 },
  longestSeconds: 3_600,
  schedule: { cron: "* * * * *", timeZone: "UTC", input: {} },
  wakeOn: mailChannel,
  async run(context) {
    await deliverMails(context);
  },
});
