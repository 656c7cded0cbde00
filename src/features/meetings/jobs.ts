import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { eraseOldMeetingPeople } from "./erase-people.ts";
import { remindOfMeetings } from "./remind.ts";

/** Every hour of the working day, as other reminders: whoever was missed at nine is not missed at ten. */
export const remindMeetingsJob = defineJob({
  name: "remind-meetings",
  schema: z.object({}),
  retry: { limit: 2, delaySeconds: 300 },
  longestSeconds: 1_800,
  schedule: { cron: "20 9-18 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    const mails = await remindOfMeetings(context);
    if (mails > 0) context.log.info({ mails }, "meeting reminders queued");
  },
});

export const eraseMeetingPeopleJob = defineJob({
  name: "erase-meeting-people",
  schema: z.object({}),
  retry: { limit: 2, delaySeconds: 600 },
  longestSeconds: 3_600,
  schedule: { cron: "45 3 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    context.log.info({ erased: await eraseOldMeetingPeople(context) }, "people of meetings erased");
  },
});
