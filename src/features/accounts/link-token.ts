import { createHash, randomBytes } from "node:crypto";

/** The secret of a link: 256 bits that fit an address. The database keeps its hash, so a copy of the database opens nothing. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
