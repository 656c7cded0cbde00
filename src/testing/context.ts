import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadFolder } from "../cli/open-context.ts";
import type { Database } from "../db/open-database.ts";
import { read } from "../db/transaction.ts";
import { findRevision } from "../features/programme/revision.ts";
import { fixedClock } from "../platform/clock.ts";
import type { Context } from "../platform/context.ts";
import { createLog } from "../platform/log.ts";
import { RecordCache } from "../platform/record-cache.ts";
import { createLoadedDatabase, createTestDatabase, type TestDatabase } from "./database.ts";
import { sampleFolder } from "./programme-folder.ts";

/** A context on a database of its own, with the clock at 2026-11-22. */
export async function createTestContext(): Promise<Context> {
  return openTestContext(await createTestDatabase());
}

async function openTestContext(database: Database): Promise<Context> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "renkei-context-"));
  return {
    config: {
      dataDirectory,
      secret: "for tests only 7f3Kq9ZxW2vB8nM1",
      port: 0,
      trustedProxies: 0,
      development: false,
      logLevel: "silent",
    },
    database: {
      ...database,
      async close() {
        await database.close();
        await rm(dataDirectory, { recursive: true, force: true });
      },
    },
    clock: fixedClock("2026-11-22T03:00:00Z"),
    cache: new RecordCache(),
    log: createLog({ logLevel: "silent" }),
  };
}

/** The same with a programme loaded; throws with every problem where the folder has any. */
export async function createLoadedContext(directory = sampleFolder): Promise<Context> {
  if (directory === sampleFolder) return openSampleContext();
  const context = await createTestContext();
  await loadInto(context, directory);
  return context;
}

/** The sample is the same for every test: it is loaded once a run. */
async function openSampleContext(): Promise<Context> {
  const context = await openTestContext(await createSampleDatabase());
  context.cache.setRevision(await read(context.database, findRevision));
  return context;
}

/** A database of the caller's own with the sample programme. */
export function createSampleDatabase(): Promise<TestDatabase> {
  return createLoadedDatabase(async (empty) => {
    const context = await openTestContext({ ...empty, close: async () => undefined });
    await loadInto(context, sampleFolder);
    await context.database.close();
  });
}

async function loadInto(context: Context, directory: string): Promise<void> {
  const { problems } = await loadFolder(context, { directory, replace: false, dryRun: false });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
}
