import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
  try {
    // `wx` fails where the file is there, so that two processes that start together end with the same one.
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path, "utf8").trim();
}
