import { createHash } from "node:crypto";
import { join } from "node:path";
import { AppError } from "../../core/errors.ts";
import type { Config } from "../config.ts";
import { createFolderStore } from "./folder-store.ts";
import { createS3Store } from "./s3-store.ts";

export interface StoredFile {
  /** SHA-256 of the content, 64 hex digits: the file's name */
  sha256: string;
  /** bytes */
  size: number;
}

/**
 * Files by the hash of their content: the same content is one file, and no file ever changes. Whole files are at most a
 * few dozen megabytes, so they are handed over as bytes.
 */
export interface FileStore {
  /** On stable storage when it returns. Throws AppError("unavailable", {reason: "disk-full" | "store-unreachable"}). */
  put(content: Uint8Array): Promise<StoredFile>;
  has(sha256: string): Promise<boolean>;
  /** Throws AppError("not-found"), AppError("unavailable", {reason: "file-damaged"}) where the content is not its name's. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Nothing happens where there is no such file. */
  remove(sha256: string): Promise<void>;
  /** In the order of the hashes. */
  list(): AsyncIterable<StoredFile & { changedAt: Date }>;
}

const stores = new WeakMap<object, FileStore>();

/** The store that the settings name; one for each configuration. */
export function openFileStore(config: Pick<Config, "dataDirectory" | "files">): FileStore {
  const known = stores.get(config);
  if (known) return known;
  const s3 = config.files?.s3;
  const store = s3 ? createS3Store(s3) : createFolderStore(join(config.dataDirectory, "files"));
  stores.set(config, store);
  return store;
}

export function hashContent(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

const hashForm = /^[0-9a-f]{64}$/;

export function isHash(text: string): boolean {
  return hashForm.test(text);
}

/** `ab/ab12…`: so that no folder holds more than a 256th of the files. */
export function pathOfHash(sha256: string): string {
  if (!isHash(sha256)) throw new AppError("not-found", { kind: "file", sha256 });
  return `${sha256.slice(0, 2)}/${sha256}`;
}

export function checkContent(sha256: string, content: Uint8Array): void {
  if (hashContent(content) !== sha256) throw new AppError("unavailable", { reason: "file-damaged", sha256 });
}
