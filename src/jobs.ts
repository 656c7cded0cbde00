import { z } from "zod";
import { applyRetention } from "./features/accounts/retention.ts";
import { sweepFilesJob } from "./features/attachments/jobs.ts";
import { followJob } from "./features/bulletins/jobs.ts";
import { deliverMailJob } from "./features/mailing/jobs.ts";
import { eraseMeetingPeopleJob, remindMeetingsJob } from "./features/meetings/jobs.ts";
import { releaseJob } from "./features/open-data/jobs.ts";
import { eraseParticipantsJob } from "./features/participants/jobs.ts";
import { reclassifyJob } from "./features/policies/jobs.ts";
import { indexSearchJob, indexSearchWhenAskedJob } from "./features/search/jobs.ts";
import { alertSourcesJob, checkSourcesJob, fetchFoundJob } from "./features/sources/jobs.ts";
import { remindSurveysJob } from "./features/surveys/jobs.ts";
import { draftTranslationJob } from "./features/translation/jobs.ts";
import { digestJob, reminderJob } from "./features/work/jobs.ts";
import { defineJob, type Job } from "./platform/jobs.ts";

const retentionJob = defineJob({
  name: "apply-retention",
  schema: z.object({}),
  retry: { limit: 2, delaySeconds: 600 },
  longestSeconds: 3_600,
  schedule: { cron: "30 3 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    context.log.info(await applyRetention(context), "retention applied");
  },
});

/** Everything that happens without anybody asking. Processes that serve share it; commands and tests do none of it. */
export const jobs: readonly Job[] = [
  deliverMailJob,
  digestJob,
  reminderJob,
  remindSurveysJob,
  followJob,
  retentionJob,
  eraseParticipantsJob,
  remindMeetingsJob,
  eraseMeetingPeopleJob,
  sweepFilesJob,
  releaseJob,
  reclassifyJob,
  draftTranslationJob,
  indexSearchJob,
  indexSearchWhenAskedJob,
  checkSourcesJob,
  fetchFoundJob,
  alertSourcesJob,
];
