import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppError } from "../../core/errors.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { type ClusterPaths, clusterPathsIn, dataDirectoryArgument } from "./paths.ts";
import { isProcessAlive } from "./process.ts";

export const superuser = "renkei";

/** True once the cluster was made in full: it gets its name by one rename at the end. */
export async function hasCluster(paths: ClusterPaths): Promise<boolean> {
  return (await stat(paths.root).catch(() => undefined))?.isDirectory() ?? false;
}

/** Makes the cluster under a temporary name; an interrupted run leaves nothing that a later start could mistake. */
export async function createCluster(paths: ClusterPaths, binaries: Binaries, account: Account): Promise<void> {
  await removeAbandoned(paths);
  const root = `${paths.root}.new-${process.pid}`;
  const { cluster, password } = clusterPathsIn(root);
  await rm(root, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  if (account.switched) await chown(cluster, account.uid, account.gid);
  await runInitdb(cluster, password, binaries, account);
  await rename(root, paths.root).catch(async (error: NodeJS.ErrnoException) => {
    await rm(root, { recursive: true, force: true });
    // Another process made it in the meantime, and its cluster is as good.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
}

/** Throws AppError("unavailable") where the files belong to another user or another major version of PostgreSQL. */
export async function checkCluster(paths: ClusterPaths, binaries: Binaries): Promise<{ password: string }> {
  try {
    const version = (await readFile(join(paths.cluster, "PG_VERSION"), "utf8")).trim();
    if (version !== binaries.majorVersion) {
      throw new AppError("unavailable", { reason: "postgres-version", data: version, program: binaries.majorVersion });
    }
    return { password: (await readFile(paths.password, "utf8")).trim() };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new AppError("unavailable", {
      reason: code === "EACCES" ? "data-not-yours" : "data-damaged",
      path: paths.root,
    });
  }
}

/** What an interrupted run of a process that no longer lives has left behind. */
async function removeAbandoned(paths: ClusterPaths): Promise<void> {
  const prefix = `${basename(paths.root)}.new-`;
  for (const name of await readdir(dirname(paths.root))) {
    if (!name.startsWith(prefix) || isProcessAlive(Number(name.slice(prefix.length)))) continue;
    await rm(join(dirname(paths.root), name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

async function runInitdb(cluster: string, passwordFile: string, binaries: Binaries, account: Account): Promise<void> {
  const password = await open(passwordFile, "wx", 0o600);
  // initdb opens the password file by name, as its own user: through an inherited descriptor, since the way may be closed.
  const handedOver = await open(`${passwordFile}.initdb`, "wx+", 0o600);
  try {
    const secret = `${randomBytes(24).toString("base64url")}\n`;
    await password.writeFile(secret);
    await password.sync();
    await handedOver.writeFile(secret);
    if (account.switched) await handedOver.chown(account.uid, account.gid);
    const viaDescriptor = process.platform === "linux" ? "/proc/self/fd/3" : `${passwordFile}.initdb`;
    await runProgram(binaries.initdb, initdbArguments(cluster, viaDescriptor), cluster, handedOver.fd, account);
  } finally {
    await password.close();
    await handedOver.close();
    await unlink(`${passwordFile}.initdb`);
  }
}

function initdbArguments(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${dataDirectoryArgument(cluster)}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The built-in provider sorts the same on every machine, so that an index never goes bad by an update of the system.
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--no-instructions",
  ];
}

function runProgram(program: string, args: string[], folder: string, fd: number, account: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account.spawn,
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" },
      stdio: ["ignore", "ignore", "pipe", fd],
    });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-4000);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new AppError("unavailable", { reason: "initdb-failed", output: complaint.trim() }));
    });
  });
}
