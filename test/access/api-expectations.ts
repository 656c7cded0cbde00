import { randomUUID } from "node:crypto";
import { type Role, ruleOf } from "../../src/features/accounts/roles.ts";
import { contentWith, type Matrix, type Planted } from "./open-matrix.ts";
import { decides, edits, seesEntry, seesRecord, talks } from "./people.ts";

/** Which status an operation answers a role with that has its permission; `on` is what its address or body names. */
interface Expectation {
  /** what the address names; `owner`: the body names an organisation; `year`: one that is not there */
  on: "nothing" | "record" | "entry" | "owner" | "year";
  body?: (target: Planted) => object;
  status(role: Role, target: Planted): number;
}

const stale = { revision: 999 };
const words = { ...stale, comment: "why" };
const ifSeen = (status: number) => (role: Role, target: Planted) => (seesRecord(role, target) ? status : 404);

/** By operation: one that is missing here fails the matrix. */
export const apiExpectations: Record<string, Expectation> = {
  listMemberRecords: { on: "nothing", status: () => 200 },
  getMemberRecord: { on: "record", status: ifSeen(200) },
  getMemberRecordHistory: { on: "record", status: ifSeen(200) },
  listMemberRecordComments: { on: "record", status: (role, target) => talk(role, target, 200) },
  addMemberRecordComment: {
    on: "record",
    body: () => ({ language: "en", body: "said", formKey: randomUUID() }),
    status: (role, target) => talk(role, target, 201),
  },
  listEntries: { on: "nothing", status: () => 200 },
  getEntry: { on: "entry", status: (role, target) => (seesEntry(role, target, target.entry ?? "draft") ? 200 : 404) },
  createEntry: {
    on: "owner",
    body: ({ owner }) => ({ kind: "activity", owner, visibility: "organisation", content: contentWith("made") }),
    status: (role, target) => (edits(role, target) ? 201 : 403),
  },
  saveEntry: {
    on: "entry",
    body: () => ({ ...stale, visibility: "organisation", content: contentWith("other") }),
    status: (role, target) => ((target.entry === "draft" ? edits : decides)(role, target) ? 409 : 404),
  },
  submitEntry: { on: "entry", body: () => stale, status: step(edits) },
  withdrawEntry: { on: "entry", body: () => stale, status: step(edits) },
  approveEntry: { on: "entry", body: () => words, status: step(decides) },
  returnEntry: { on: "entry", body: () => words, status: step(decides) },
  listFiscalYears: { on: "nothing", status: () => 200 },
  proposeFiscalYear: { on: "year", body: () => ({}), status: () => 404 },
  closeFiscalYear: { on: "year", body: () => ({}), status: () => 404 },
  reopenFiscalYear: { on: "year", body: () => ({ note: "why" }), status: () => 404 },
  publishFiscalYear: { on: "year", body: () => ({}), status: () => 404 },
};

function talk(role: Role, target: Planted, status: number): number {
  if (!seesRecord(role, target)) return 404;
  return talks(role, target) ? status : 403;
}

/** Whoever sees the entry and may take the step is told that it changed; whoever only sees it may not. */
function step(may: typeof edits) {
  return (role: Role, target: Planted) => {
    if (!seesEntry(role, target, target.entry ?? "draft")) return 404;
    return may(role, target) ? 409 : 403;
  };
}

/** Everything planted that this role must not learn of; nobody: all of it. */
export function hiddenWords(matrix: Matrix, role: Role | null): string[] {
  if (role === null) return matrix.planted.map(({ word }) => word);
  return matrix.planted
    .filter((one) => !(one.entry === null ? seesRecord(role, one) : seesEntry(role, one, one.entry)))
    .map(({ word }) => word);
}

export function hasPermissionByRole(role: Role, permission: string): boolean {
  return permission === "account.own" || (ruleOf(role).permissions as readonly string[]).includes(permission);
}
