import type { ChildProcess } from "node:child_process";
import { access, constants, mkdir } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { AppError } from "../../core/errors.ts";
import { isConnectionLost } from "../connection-lost.ts";
import { type Account, chooseAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { checkCluster, createCluster, hasCluster, superuser } from "./cluster.ts";
import {
  becomeOwner,
  countOtherSessions,
  nameSession,
  type Owner,
  type Purpose,
  releaseOwnership,
  tryOwn,
} from "./owner.ts";
import { type ClusterPaths, clusterPaths } from "./paths.ts";
import { findPostmaster, type Postmaster, readLogEnd, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { socketPort } from "./socket-directory.ts";

export interface EmbeddedOptions {
  dataDirectory: string;
  port: number;
  purpose: Purpose;
  onProgress?: (step: "create" | "start") => void;
  /** further settings of the server; tests switch off fsync */
  settings?: Record<string, string>;
}

export interface EmbeddedServer {
  mode: "owner" | "guest";
  connection: { host: string; port: number; user: string; password: string };
  /** call after all other connections are closed */
  close(): Promise<void>;
}

/**
 * Joins or starts the PostgreSQL of a data directory. Throws AppError("conflict", {reason: "in-use", owner}) where
 * another process serves this data, and AppError("unavailable", {reason, …}) where the server cannot run.
 */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const server = await prepareServer(options);
  const me = { purpose: options.purpose, pid: process.pid, port: options.port };
  const self: Owner = { ...me, startedAt: `${new Date().toISOString().slice(0, 19)}Z` };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const reached = await reachServer(server, self, options);
      return await settleOwnership(server, reached, self, options);
    } catch (error) {
      // A server that its owner stopped under our feet is started again.
      if (attempt === 5 || !isConnectionLost(error)) throw error;
    }
  }
}

interface Server {
  paths: ClusterPaths;
  binaries: Binaries;
  account: Account;
  password: string;
}

type StartOptions = Pick<EmbeddedOptions, "onProgress" | "settings">;

interface Reached {
  control: pg.Client;
  postmaster: Postmaster;
}

async function prepareServer(options: EmbeddedOptions): Promise<Server> {
  await prepareDataDirectory(options.dataDirectory);
  const paths = clusterPaths(options.dataDirectory);
  const account = await chooseAccount(paths.cluster);
  const binaries = await findBinaries(account);
  if (!(await hasCluster(paths))) {
    options.onProgress?.("create");
    await createCluster(paths, binaries, account);
  }
  return { paths, binaries, account, ...(await checkCluster(paths, binaries)) };
}

async function prepareDataDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new AppError("unavailable", { reason: "data-directory-not-usable", path, code });
  }
}

/** Connects to the running server, and starts one where none runs. */
async function reachServer(
  server: Server,
  self: Owner,
  options: StartOptions,
  isWanted = () => true,
): Promise<Reached> {
  const end = performance.now() + 120_000;
  let child: ChildProcess | undefined;
  let failures = 0;
  let pauseMs = 25;
  while (performance.now() < end && isWanted()) {
    const postmaster = await findPostmaster(server.paths.cluster);
    if (postmaster?.isReady) {
      const control = await connect(server, postmaster, nameSession(self));
      if (control) return { control, postmaster };
      // A server that recovers from a crash must refuse each attempt before it goes on, so asking too often stops it.
      pauseMs = Math.min(pauseMs * 2, 1000);
      await setTimeout(pauseMs);
    } else if (!postmaster && (!child || child.exitCode !== null || child.signalCode !== null)) {
      // A start fails where another process was quicker, or while the children of a killed server still end.
      failures += child ? 1 : 0;
      if (failures > 5) break;
      if (failures > 0) await setTimeout(200 * failures);
      else options.onProgress?.("start");
      child = await startPostmaster(server.paths, server.binaries, server.account, options.settings ?? {});
    }
    await setTimeout(25);
  }
  throw new AppError("unavailable", { reason: "postgres-did-not-start", log: await readLogEnd(server.paths) });
}

/** undefined while the server starts, stops or is gone again */
async function connect(server: Server, postmaster: Postmaster, name: string): Promise<pg.Client | undefined> {
  const control = new pg.Client({
    host: postmaster.socketDirectory,
    port: socketPort,
    user: superuser,
    password: server.password,
    database: "postgres",
    application_name: name,
  });
  control.on("error", () => undefined);
  try {
    await control.connect();
    return control;
  } catch (error) {
    if (isConnectionLost(error)) return undefined;
    throw error;
  }
}

async function settleOwnership(
  server: Server,
  reached: Reached,
  self: Owner,
  options: StartOptions,
): Promise<EmbeddedServer> {
  const { control, postmaster } = reached;
  const connection = { host: postmaster.socketDirectory, port: socketPort, user: superuser, password: server.password };
  try {
    if (self.purpose === "command") {
      const mode = (await tryOwn(control)) ? "owner" : "guest";
      return { mode, connection, close: () => leaveServer(server, reached) };
    }
    const owner = await becomeOwner(control);
    if (owner !== "owned") throw new AppError("conflict", { reason: "in-use", owner });
    return { mode: "owner", connection, close: guardServer(server, reached, self, options) };
  } catch (error) {
    await control.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Keeps the lock through a crash: when a server process dies, PostgreSQL closes all sessions and recovers by itself.
 * The returned function stops the server.
 */
function guardServer(server: Server, first: Reached, self: Owner, options: StartOptions): () => Promise<void> {
  let reached = first;
  let isClosing = false;
  const watch = () => {
    reached.control.once("end", () => void regain().catch(() => undefined));
  };
  const regain = async () => {
    while (!isClosing) {
      const again = await reachServer(server, self, options, () => !isClosing);
      try {
        if (isClosing || (await becomeOwner(again.control)) !== "owned") return await again.control.end();
        reached = again;
        return watch();
      } catch (error) {
        // The server went down once more while it was asked.
        if (!isConnectionLost(error)) throw error;
        await again.control.end().catch(() => undefined);
      }
    }
  };
  watch();
  return async () => {
    isClosing = true;
    await reached.control.end().catch(() => undefined);
    const running = await findPostmaster(server.paths.cluster);
    if (running) await stopPostmaster(server.paths.cluster, running);
  };
}

/** The last one out stops the server; a command that began it leaves it to the others who still use it. */
async function leaveServer(server: Server, { control, postmaster }: Reached): Promise<void> {
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (await tryOwn(control)) {
        if ((await countOtherSessions(control)) === 0) return await stopPostmaster(server.paths.cluster, postmaster);
        await releaseOwnership(control);
      }
      // The owner may be looking at our session this very moment before it leaves.
      await setTimeout(50);
    }
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
  } finally {
    await control.end().catch(() => undefined);
  }
}
