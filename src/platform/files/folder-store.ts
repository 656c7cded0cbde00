import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../../core/errors.ts";
import { checkContent, type FileStore, hashContent, isHash, pathOfHash } from "./file-store.ts";

/** Files in a folder of this machine; it is made with the first file. Only this user may read them. */
export function createFolderStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, pathOfHash(sha256));
  return {
    async put(content) {
      const sha256 = hashContent(content);
      const path = pathOf(sha256);
      const stored = { sha256, size: content.length };
      if ((await sizeOf(path)) === content.length) return stored;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(path, content);
      return stored;
    },
    has: async (sha256) => (await sizeOf(pathOf(sha256))) !== null,
    async read(sha256) {
      const content = await readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" ? new AppError("not-found", { kind: "file", sha256 }) : error;
      });
      checkContent(sha256, content);
      return content;
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async *list() {
      for (const part of await listNames(folder)) {
        for (const name of await listNames(join(folder, part))) {
          if (!isHash(name)) continue;
          const found = await stat(join(folder, part, name)).catch(() => null);
          if (found) yield { sha256: name, size: found.size, changedAt: found.mtime };
        }
      }
    },
  };
}

/** Under another name first: what stands under the hash is whole and on the disk, whatever happens meanwhile. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}-${randomBytes(6).toString("hex")}.part`;
  try {
    await withFile(partial, "wx", async (file) => {
      await file.writeFile(content);
      await file.sync();
    });
    await rename(partial, path);
    // The name itself must reach the disk as well.
    await withFile(dirname(path), "r", (directory) => directory.sync());
  } catch (error) {
    await rm(partial, { force: true });
    throw explain(error);
  }
}

async function withFile(path: string, flags: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

/** No space, no quota, or a limit of the process: all the same to who uploads. */
function explain(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes(code) ? new AppError("unavailable", { reason: "disk-full" }) : error;
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  return found?.size ?? null;
}

async function listNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  return names.sort();
}
