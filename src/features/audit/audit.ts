import { createHash } from "node:crypto";

/** Who acts: nobody signed in, or an account; and from which network (/24 or /64), null on the machine itself. */
export interface Who {
  userId: string | null;
  network: string | null;
}

/** What happened, without names, addresses or anything that people wrote: those can be erased, the log cannot. */
export interface AuditEvent {
  /** `noun.verb`, as "entry.submitted" */
  action: string;
  /** `kind/id` of what it happened to */
  subject?: string;
  organisation?: string;
  details?: Record<string, string | number | boolean | null | string[]>;
}

export interface AuditRow {
  number: number;
  /** RFC 3339 with milliseconds, UTC */
  at: string;
  actor: string | null;
  organisation: string | null;
  action: string;
  subject: string | null;
  details: Record<string, unknown>;
  network: string | null;
  previousHash: string;
  hash: string;
}

/** SHA-256, in hex, over everything that the row says and the hash of the row before it. */
export function hashAuditRow(row: Omit<AuditRow, "hash">): string {
  const { previousHash, number, at, actor, organisation, action, subject, details, network } = row;
  const parts = [previousHash, number, at, actor, organisation, action, subject, sortKeys(details), network];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** The database keeps an object without the order of its keys. */
function sortKeys(details: Record<string, unknown>): [string, unknown][] {
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}
