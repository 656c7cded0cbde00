import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, lstat, mkdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../../core/errors.ts";
import type { Account } from "./account.ts";

export const socketPort = 5432;

/** sun_path holds 107 bytes and a zero on Linux, 103 on other systems (unix(7)). */
const longestSocketPath = 103;

/**
 * A private folder with a short name for the server's socket, since a socket below a deep data directory would be
 * refused. Its name need not be guessed by others: postmaster.pid tells it.
 */
export async function prepareSocketDirectory(cluster: string, account: Account): Promise<string> {
  const digest = createHash("sha256")
    .update(await realpath(cluster))
    .digest("hex")
    .slice(0, 16);
  for (const parent of [tmpdir(), "/tmp"]) {
    for (const suffix of ["", `-${randomBytes(4).toString("hex")}`]) {
      const folder = join(parent, `renkei-${account.uid}-${digest}${suffix}`);
      if (Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) > longestSocketPath) continue;
      if (await claimFolder(folder, account)) return folder;
    }
  }
  throw new AppError("unavailable", { reason: "no-socket-directory", parent: tmpdir() });
}

export async function removeSocketDirectory(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

/** An existing folder is used only if nobody else can have put anything into it. */
async function claimFolder(folder: string, account: Account): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await chmod(folder, 0o700);
    if (account.switched) await chown(folder, account.uid, account.gid);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EEXIST") return false;
  }
  return isPrivate(folder, account.uid);
}

async function isPrivate(folder: string, uid: number): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o777) === 0o700;
}
