import { type CheckId, checks } from "./checks.ts";

export interface Finding {
  check: CheckId;
  level: 1 | 2 | 3;
  fatal: boolean;
  /** what is wrong: `machineReadability.found.*` */
  reason: string;
  /** `sheet`: null for a CSV file; `address`: cell, row (`7:7`), column (`C:C`) or part of the file */
  place: { sheet: string | null; address: string };
  values: Record<string, string>;
}

export type CheckStatus = "passed" | "failed" | "not-decidable" | "not-applicable";

export interface CheckedFile {
  name: string;
  findings: Finding[];
  /** all thirty */
  checks: { id: CheckId; level: 1 | 2 | 3; fatal: boolean; decides: "fully" | "partly" | "not"; status: CheckStatus }[];
}

/** Findings of one check that are named; more of the same say nothing new. */
const mostFindings = 1000;

/** Nothing of the file can be looked into: one finding, and no other check applies. */
export function refuseFile(
  name: string,
  reason: "unreadable" | "empty" | "format",
  values: Record<string, string> = {},
): CheckedFile {
  const findings = new Findings("other");
  findings.add("L1-01", reason, { sheet: null, address: name }, values);
  return findings.finish(name);
}

/** Gathers what the checks find and what they could not judge. */
export class Findings {
  readonly #format: "csv" | "xlsx" | "other";
  readonly #findings = new Map<CheckId, Finding[]>();
  readonly #open = new Set<CheckId>();

  constructor(format: "csv" | "xlsx" | "other") {
    this.#format = format;
  }

  add(id: CheckId, reason: string, place: Finding["place"], values: Record<string, string> = {}): void {
    const check = checks.find((candidate) => candidate.id === id);
    if (!check) return;
    const found = this.#findings.get(id) ?? [];
    this.#findings.set(id, found);
    const shown = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shorten(value)]));
    if (found.length < mostFindings)
      found.push({ check: id, level: check.level, fatal: check.fatal, reason, place, values: shown });
  }

  /** The file does not tell: its explanation may stand elsewhere. */
  leaveOpen(id: CheckId): void {
    this.#open.add(id);
  }

  finish(name: string): CheckedFile {
    return {
      name,
      findings: checks.flatMap(({ id }) => this.#findings.get(id) ?? []),
      checks: checks.map(({ id, level, fatal, decides, only }) => ({
        id,
        level,
        fatal,
        decides,
        status: this.#statusOf(id, decides === "not", only),
      })),
    };
  }

  #statusOf(id: CheckId, isForPeople: boolean, only: "csv" | "xlsx" | null): CheckStatus {
    if (this.#findings.has(id)) return "failed";
    if (only !== null && this.#format !== "other" && only !== this.#format) return "not-applicable";
    if (this.#findings.has("L1-01")) return "not-applicable";
    const isUnread = this.#format === "other" && id !== "L1-01";
    return isForPeople || isUnread || this.#open.has(id) ? "not-decidable" : "passed";
  }
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 60).join("")}…`;
}
