import type { Platform, Role } from "../../src/features/accounts/roles.ts";
import { ruleOf } from "../../src/features/accounts/roles.ts";
import type { EntryState, Visibility } from "../../src/features/records/record.ts";

/** One organisation for each role, as the sample programme has them. */
export const homes: Record<Role, string> = {
  administrator: "moe-japan",
  ministry: "moe-japan",
  coordination: "iges",
  technical: "jesc",
  "home-government": "fukuoka",
  "partner-government": "jiangsu",
  expert: "janus",
  guest: "kawasaki",
};
/** Where nobody of the matrix works. */
export const elsewhere = "hyogo";

/** A record or entry of the matrix. */
export interface Subject {
  owner: string;
  visibility: Visibility;
  platform: Platform;
}

/** The rules for records, read from the roles and from nothing else of the program. */
export function seesRecord(role: Role, { owner, visibility, platform }: Subject): boolean {
  const rule = ruleOf(role);
  if (visibility === "public" || visibility === "members" || rule.reads === "all") return true;
  return rule.writes === platform || (rule.reads === "concerning-own" && owner === homes[role]);
}

export function edits(role: Role, { owner }: Subject): boolean {
  return owner === homes[role] && ruleOf(role).enters.includes("activity");
}

export function decides(role: Role, { platform }: Subject): boolean {
  return ruleOf(role).approves === platform;
}

/** Drafts are their owner's; what was submitted is also its platform's and of those who read everything. */
export function seesEntry(role: Role, subject: Subject, state: EntryState): boolean {
  if (edits(role, subject)) return true;
  return state !== "draft" && (decides(role, subject) || ruleOf(role).reads === "all");
}

/** Who takes part in the talk about a record that it sees. */
export function talks(role: Role, { owner, platform }: Subject): boolean {
  const rule = ruleOf(role);
  if (!rule.permissions.includes("records.comment")) return false;
  return owner === homes[role] || rule.writes === platform || rule.reads === "all";
}
