import { join } from "node:path";
import { serve } from "@hono/node-server";
import { loadFolder, openContext } from "./cli/open-context.ts";
import { AppError } from "./core/errors.ts";
import { type Config, projectRoot } from "./platform/config.ts";
import type { Context } from "./platform/context.ts";
import { followRevision, type RevisionFollower } from "./platform/follow-revision.ts";
import { type Job, type RunningJobs, startJobs } from "./platform/jobs.ts";
import { publicAddress } from "./platform/public-address.ts";
import type { Problem } from "./sheets/problem.ts";
import { createApp } from "./web/app.ts";
import { prepareAssets } from "./web/assets.ts";

/** The sample that a first start loads. */
export const sampleProgramme = join(projectRoot, "programmes/china-air");

export interface RunningServer {
  /** as http://localhost:3000 */
  address: string;
  context: Context;
  /** finishes the requests under way, then closes the database */
  stop(): Promise<void>;
}

export interface ServerOptions {
  onProgress?: (step: string) => void;
  onLoading?: (directory: string) => void;
  /** what this process does by itself; nothing without them, as in tests */
  jobs?: readonly Job[];
}

/** Composition root: config → database → context → app → listen. */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const context = await openContext(config, {
    purpose: "serve",
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  let follower: RevisionFollower | null = null;
  let jobs: RunningJobs | null = null;
  // Both hold a connection, without whose end the database would wait for ever.
  const closeDatabase = async () => {
    await jobs?.stop();
    await follower?.stop();
    await context.database.close();
  };
  try {
    if (context.cache.revision === 0) await loadSample(context, options);
    follower = await followRevision(context);
    if (options.jobs) jobs = await startJobs(context, options.jobs);
    const { server, port } = await listen(context);
    await follower.announce(publicAddress({ ...config, port }));
    const stop = async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
        // A browser may hold a connection open for minutes; what it asked for has been answered.
        setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 3_000).unref();
      });
      await closeDatabase();
    };
    return { address: `http://localhost:${port}`, context, stop };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

async function loadSample(context: Context, { onLoading }: ServerOptions): Promise<void> {
  onLoading?.(sampleProgramme);
  try {
    const { problems } = await loadFolder(context, { directory: sampleProgramme, replace: false, dryRun: false });
    if (problems.length > 0) throw new SampleError(problems);
  } catch (error) {
    // Another process on the same database may have loaded it a moment before.
    if (!(error instanceof AppError && error.details.reason === "programme-present")) throw error;
  }
}

/** The sample programme does not pass its own checks: a fault of the installation, with every problem. */
export class SampleError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(`${problems.length} problems in the sample programme`);
    this.problems = problems;
  }
}

async function listen(context: Context): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  const app = createApp(context, await prepareAssets());
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: context.config.port }, ({ port }) => resolve({ server, port }));
    server.on("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "port-in-use" : (error.code ?? error.message);
      reject(new AppError("conflict", { reason, port: context.config.port }));
    });
  });
}
