import { join } from "node:path";
import type { Hono } from "hono";
import { loadFolder } from "../../cli/open-context.ts";
import { fixedClock } from "../../platform/clock.ts";
import { projectRoot, readConfig } from "../../platform/config.ts";
import type { Context } from "../../platform/context.ts";
import { createLog } from "../../platform/log.ts";
import { RecordCache } from "../../platform/record-cache.ts";
import { createTestDatabase } from "../../testing/database.ts";
import { createApp } from "../app.ts";
import { prepareAssets } from "../assets.ts";

export interface SampleApp {
  app: Hono;
  context: Context;
  close(): Promise<void>;
}

/** For tests: the whole site and API on a database of its own that holds the sample programme. */
export async function openSampleApp(): Promise<SampleApp> {
  const database = await createTestDatabase();
  const config = readConfig({ RENKEI_LOG: "error" });
  const clock = fixedClock("2018-07-02T03:00:00Z");
  const context: Context = { config, database, clock, cache: new RecordCache(), log: createLog(config) };
  const directory = join(projectRoot, "programmes/china-air");
  const { problems } = await loadFolder(context, { directory, replace: false, dryRun: false });
  if (problems.length > 0)
    throw new Error(`the sample programme has problems: ${JSON.stringify(problems.slice(0, 3))}`);
  return { app: createApp(context, await prepareAssets()), context, close: () => database.close() };
}
