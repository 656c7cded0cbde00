import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { makeRelease } from "./service.ts";

/** The open data of the month that begins. */
export const releaseJob = defineJob({
  name: "release-open-data",
  schema: z.object({}),
  retry: { limit: 3, delaySeconds: 600 },
  longestSeconds: 3_600,
  schedule: { cron: "20 4 1 * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    const { release, made } = await makeRelease(context, publicAddress(context.config));
    context.log.info({ month: release.month, version: release.version, made }, "open data");
  },
});
