import type { Logger } from "pino";
import type { Database } from "../db/open-database.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { RecordCache } from "./record-cache.ts";

/** What every service gets as its first argument. */
export interface Context {
  config: Config;
  database: Database;
  clock: Clock;
  cache: RecordCache;
  log: Logger;
}
