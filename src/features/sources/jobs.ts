import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";
import { receivePage } from "../policies/receive.ts";
import { checkSources } from "./check-sources.ts";
import { fetchFound, foundChannel } from "./fetch-found.ts";
import { sendSourceAlerts } from "./send-alerts.ts";
import { findWatch } from "./watch.ts";

/** Looks at what is due. Rounds that overlap share the work: each host and each source is one process's at a time. */
export const checkSourcesJob = defineJob({
  name: "check-sources",
  schema: z.object({}),
  retry: { limit: 1, delaySeconds: 60 },
  longestSeconds: 3_600,
  schedule: { cron: "*/5 * * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    if ((await findWatch(context)) === null) return;
    await checkSources(context, { receive: receivePage });
  },
});

/** When somebody looks at a source by hand or brings a newsletter, see askForArticles; what a stop left is made good at the start. */
export const fetchFoundJob = defineJob({
  name: "fetch-found",
  schema: z.object({}),
  retry: { limit: 1, delaySeconds: 60 },
  longestSeconds: 3_600,
  wakeOn: foundChannel,
  atStart: true,
  async run(context) {
    const { fetched, understood, failed } = await fetchFound(context, receivePage);
    if (fetched + understood + failed > 0) context.log.info({ fetched, understood, failed }, "articles fetched");
  },
});

/** In the morning, so that who reads it can still do something about it. The board and README say when. */
export const alertSourcesJob = defineJob({
  name: "alert-sources",
  schema: z.object({}),
  retry: { limit: 3, delaySeconds: 300 },
  longestSeconds: 600,
  schedule: { cron: "0 8 * * *", timeZone: "Asia/Tokyo", input: {} },
  async run(context) {
    await sendSourceAlerts(context);
  },
});
