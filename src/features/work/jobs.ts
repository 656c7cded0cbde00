import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { sendDigests } from "./send-digests.ts";
import { sendReminders } from "./send-reminders.ts";

/** Every hour of the working day from eight: whoever was missed at eight, because nothing ran, is not missed at nine. */
const workingHours = { cron: "0 8-18 * * *", timeZone: "Asia/Tokyo", input: {} };
const patience = { schema: z.object({}), retry: { limit: 2, delaySeconds: 300 }, longestSeconds: 1_800 };

export const digestJob = defineJob({
  ...patience,
  name: "send-digests",
  schedule: workingHours,
  async run(context) {
    await sendDigests(context);
  },
});

export const reminderJob = defineJob({
  ...patience,
  name: "send-reminders",
  schedule: workingHours,
  async run(context) {
    await sendReminders(context);
  },
});
