import { migrateDatabase } from "../db/migrate.ts";
import { openDatabase } from "../db/open-database.ts";
import { read } from "../db/transaction.ts";
import { takeOverConcerns } from "../features/concerns/take-over.ts";
import { takeOverNeeds } from "../features/needs/take-over.ts";
import { takeOverOffers } from "../features/needs/take-over-offers.ts";
import { takeOverPolicies } from "../features/policies/take-over.ts";
import { type LoadOptions, type LoadResult, loadProgramme } from "../features/programme/load.ts";
import { findRevision } from "../features/programme/revision.ts";
import { indexLoadedRecords } from "../features/records/index-loaded.ts";
import { takeOverSurveys } from "../features/surveys/take-over.ts";
import { createClock, homeTimeZone } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import type { Context } from "../platform/context.ts";
import { createLog } from "../platform/log.ts";
import { RecordCache } from "../platform/record-cache.ts";
import { deriveRecords } from "../records/derive.ts";
import { sheets } from "../sheets/registry.ts";

export interface OpenContextOptions {
  purpose: "serve" | "command";
  onProgress?: (step: string) => void;
}

/** Opens and migrates the database; the caller closes `context.database` at the end. */
export async function openContext(config: Config, options: OpenContextOptions): Promise<Context> {
  const { purpose, onProgress = () => {} } = options;
  const database = await openDatabase(config, { purpose, onProgress: (step) => onProgress(`database: ${step}`) });
  try {
    await migrateDatabase(database.pool, { onProgress: (name) => onProgress(`migration: ${name}`) });
    const cache = new RecordCache();
    cache.setRevision(await read(database, findRevision));
    return { config, database, clock: createClock(homeTimeZone), cache, log: createLog(config) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Loads a folder with everything that this program derives from fresh records. */
export async function loadFolder(
  context: Context,
  options: Pick<LoadOptions, "directory" | "replace" | "dryRun"> &
    Partial<Pick<LoadOptions, "onProgress">> & { discard?: boolean },
): Promise<LoadResult> {
  const result = await loadProgramme(context, {
    ...options,
    sheets,
    derive: async (transaction) => {
      await deriveRecords(transaction);
      await takeOverPolicies(transaction, context.clock.now());
      await takeOverNeeds(transaction, context.clock.now());
      await takeOverOffers(transaction, context.clock.now());
      // before concerns, which name the survey that raised them
      await takeOverSurveys(transaction, context.clock.now());
      await takeOverConcerns(transaction, context.clock.now());
      await indexLoadedRecords(transaction, context.clock.now(), options.discard ?? false);
    },
  });
  if (result.loaded) context.cache.setRevision(await read(context.database, findRevision));
  return result;
}
