import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";

const read = new Map<string, string>();

/**
 * What signs cookies and encrypts second factors: RENKEI_SECRET, or a random one that stays in the data directory, readable by
 * its owner only. Changing it signs everyone out and makes second factors unreadable.
 */
export function findSecret({ secret, dataDirectory }: Pick<Config, "secret" | "dataDirectory">): string {
  if (secret !== undefined) return secret;
  const known = read.get(dataDirectory) ?? readOrMake(dataDirectory);
  read.set(dataDirectory, known);
  return known;
}

function readOrMake(dataDirectory: string): string {
  const path = join(dataDirectory, "secret");
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  mkdirSync(dataDirectory, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    // A link appears whole and only once, so that two processes that start together end with the same secret.
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, "utf8").trim();
}
