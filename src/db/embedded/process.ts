import { readlink, realpath } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

export function isProcessAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether that process is the PostgreSQL of this cluster and not one that got the same number later. PostgreSQL works
 * inside its data directory; a zombie has no working directory any more and counts as gone.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isProcessAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder !== undefined && folder === (await realpath(cluster));
}

/** Asks every 25 ms until the answer is yes; false when the time is over. */
export async function waitUntil(isTrue: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!(await isTrue())) {
    if (performance.now() > end) return false;
    await setTimeout(25);
  }
  return true;
}
