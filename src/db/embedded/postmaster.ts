import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { type ClusterPaths, dataDirectoryArgument } from "./paths.ts";
import { isProcessAlive, isServerOf, waitUntil } from "./process.ts";
import { prepareSocketDirectory, removeSocketDirectory, socketPort } from "./socket-directory.ts";

export interface Postmaster {
  pid: number;
  socketDirectory: string;
  /** false while it starts or stops */
  isReady: boolean;
}

/** The server that runs on this cluster now, whoever started it. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!(await isServerOf(pid, cluster))) return undefined;
  // Lines 5 and 8 are the first socket directory and the state (pidfile.h); they come a moment after the pid.
  return { pid, socketDirectory: lines[4] ?? "", isReady: lines[7]?.trim() === "ready" };
}

/** Starts a server; that it runs is seen by connecting. It outlives this process, so that Ctrl-C stops only ours. */
export async function startPostmaster(
  paths: ClusterPaths,
  binaries: Binaries,
  account: Account,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  await releaseReusedPid(paths.cluster);
  const socketDirectory = await prepareSocketDirectory(paths.cluster, account);
  await rotateLog(paths.log);
  const log = await open(paths.log, "a", 0o600);
  try {
    const child = spawn(binaries.postgres, postgresArguments(paths.cluster, socketDirectory, settings), {
      ...account.spawn,
      cwd: paths.cluster,
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" },
      stdio: ["ignore", log.fd, log.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", reject);
    });
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/**
 * Fast shutdown: open transactions end, everything is written. After 20 s the server is told to drop what it does, and
 * sooner while it recovers, where it may not listen; either way it loses nothing that was committed.
 */
export async function stopPostmaster(cluster: string, postmaster: Postmaster): Promise<void> {
  const isGone = async () => !(await isServerOf(postmaster.pid, cluster));
  for (const [signal, limitMs] of [
    ["SIGINT", postmaster.isReady ? 20_000 : 3000],
    ["SIGQUIT", 5000],
    ["SIGKILL", 2000],
  ] as const) {
    if (await isGone()) break;
    process.kill(postmaster.pid, signal);
    if (await waitUntil(isGone, limitMs)) break;
  }
  await removeSocketDirectory(postmaster.socketDirectory);
}

/** The end of the server's log, to tell why it did not start. */
export async function readLogEnd(paths: ClusterPaths): Promise<string> {
  return (await readFile(paths.log, "utf8").catch(() => "")).slice(-2000).trim();
}

function postgresArguments(cluster: string, socketDirectory: string, settings: Record<string, string>): string[] {
  const all = {
    listen_addresses: "",
    port: String(socketPort),
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: "0700",
    fsync: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
    ...settings,
  };
  return [
    "-D",
    dataDirectoryArgument(cluster),
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/**
 * PostgreSQL takes any living process of its user with the number in postmaster.pid for a running server and refuses to
 * start. Our own number in its place makes it look on: it skips its parent, and still sees by the shared memory named in
 * the file whether a child of the dead server lives (CreateLockFile in miscinit.c). Reading and writing go through one
 * descriptor: a server that starts at this moment makes a new file, which this cannot touch.
 */
async function releaseReusedPid(cluster: string): Promise<void> {
  const file = await open(join(cluster, "postmaster.pid"), "r+").catch(() => undefined);
  if (!file) return;
  try {
    const content = await file.readFile("utf8");
    const pid = Number(content.split("\n")[0]);
    if (!isProcessAlive(pid) || (await isServerOf(pid, cluster))) return;
    const released = Buffer.from(content.replace(/^\d+/, String(process.pid)));
    await file.write(released, 0, released.length, 0);
    await file.truncate(released.length);
  } finally {
    await file.close();
  }
}

async function rotateLog(path: string): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size > 10 * 1024 * 1024) await rename(path, `${path}.1`);
}
