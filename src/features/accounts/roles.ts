import { type RecordKindId, recordKindIds } from "../../records/kind.ts";

/**
 * Who may do what, all of it. A route names the permission that it needs; a role lists those it has. What a role may do
 * with one record follows from `reads`, `writes` and `approves` (features/records/access.ts applies them).
 */

/** Needed to use an address. */
export const permissions = [
  /** anyone with an account that is not disabled: own account, own data, sign-out */
  "account.own",
  /** the members' pages and what is shared with members */
  "members.read",
  /** forms, drafts, uploads, submitting */
  "records.enter",
  /** approving and returning what was submitted to one's platform */
  "records.approve",
  /** comments between the two sides */
  "records.comment",
  /** names and contacts of trainees, where participants/access.ts finds the actor to be an organiser or its platform */
  "participants.keep",
  /** asking the ministry to close a year, publishing the state so far */
  "years.publish",
  /** closing and reopening a fiscal year */
  "years.close",
  /** making documents from the records and keeping them in the library */
  "documents.make",
  /** the institutes' own templates */
  "templates.manage",
  /** sources, corrections, tags, importance, clippings of the policy desk */
  "policies.edit",
  /** approving clippings and the monthly bulletin */
  "policies.approve",
  /** translating, the memory and the terms */
  "translations.write",
  /** reviewing what somebody else translated */
  "translations.review",
  /** what one's own organisation needs; the coordinating institute also enters what it hears */
  "needs.enter",
  /** what one's own organisation can give */
  "offers.enter",
  /** confirming needs, proposing matches, asking both sides, turning what is agreed into an activity or project */
  "needs.broker",
  /** cases between companies, own ones only unless one brokers */
  "companies.keep",
  /** questionnaires, invitations, answers that came by mail, results */
  "surveys.manage",
  /** answering for one's own organisation */
  "surveys.answer",
  /** raising a concern, and judging the answer to it */
  "concerns.raise",
  /** answering concerns */
  "concerns.respond",
  /** meetings with their papers, minutes, decisions and tasks */
  "meetings.manage",
  /** yearly and mid-term evaluations */
  "evaluations.write",
  /** one's own side's word on a partnership */
  "evaluations.assess",
  /** people and roles of one's own organisation */
  "people.invite",
  /** people and roles of every organisation */
  "people.manage",
  /** the audit log */
  "audit.read",
] as const;
export type Permission = (typeof permissions)[number];

export const platforms = ["coordination", "technical"] as const;
export type Platform = (typeof platforms)[number];

interface RoleRule {
  permissions: readonly Permission[];
  /** which records that are not public it sees: every one; those of its own organisation or shared with it; those shared with all members */
  reads: "all" | "concerning-own" | "members";
  /** whose records it enters: those of a platform's ledgers, those of its own organisation, none */
  writes: Platform | "own" | "none";
  /** kinds of records that it enters */
  enters: readonly RecordKindId[];
  /** whose submitted records it approves */
  approves: Platform | "none";
}

const member = ["account.own", "members.read"] as const;
const officer = [
  ...member,
  "records.enter",
  "records.approve",
  "records.comment",
  "participants.keep",
  "years.publish",
  "documents.make",
  "templates.manage",
] as const;
const nothing = [] as const;
const governmentKinds = ["activity", "project", "agreement", "partnership", "organisation", "news"] as const;
const government = [
  ...member,
  "records.enter",
  "records.comment",
  "participants.keep",
  "needs.enter",
  "offers.enter",
  "surveys.answer",
  "concerns.raise",
  "evaluations.assess",
] as const;
const platform = ["surveys.manage", "concerns.respond", "meetings.manage", "offers.enter"] as const;

export const roles = {
  administrator: {
    permissions: [...member, "people.invite", "people.manage", "audit.read"],
    reads: "all",
    writes: "none",
    enters: nothing,
    approves: "none",
  },
  ministry: {
    permissions: [...member, "records.comment", "years.close", "documents.make", "audit.read", "concerns.respond"],
    reads: "all",
    writes: "none",
    enters: nothing,
    approves: "none",
  },
  coordination: {
    permissions: [
      ...officer,
      ...platform,
      "policies.edit",
      "policies.approve",
      "translations.write",
      "translations.review",
      "needs.enter",
      "needs.broker",
      "companies.keep",
      "evaluations.write",
    ],
    reads: "all",
    writes: "coordination",
    enters: recordKindIds,
    approves: "coordination",
  },
  technical: {
    permissions: [
      ...officer,
      ...platform,
      "translations.write",
      "translations.review",
      "surveys.answer",
      "concerns.raise",
      // The home side of the four designated cities is the technical platform itself (B, Ⅱ (3)).
      "evaluations.assess",
    ],
    reads: "concerning-own",
    writes: "technical",
    enters: ["activity", "project"],
    approves: "technical",
  },
  "home-government": {
    permissions: government,
    reads: "concerning-own",
    writes: "own",
    enters: governmentKinds,
    approves: "none",
  },
  "partner-government": {
    permissions: government,
    reads: "concerning-own",
    writes: "own",
    enters: governmentKinds,
    approves: "none",
  },
  // A contact person keeps the organisation's own entry, its offers and its cases.
  expert: {
    permissions: [...member, "records.enter", "offers.enter", "companies.keep", "surveys.answer", "concerns.raise"],
    reads: "concerning-own",
    writes: "own",
    enters: ["organisation"],
    approves: "none",
  },
  guest: { permissions: member, reads: "members", writes: "none", enters: nothing, approves: "none" },
} as const satisfies Record<string, RoleRule>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];

/** Roles that an organisation's own administrator may give to people of that organisation. */
export const rolesWithin: Record<Role, readonly Role[]> = {
  administrator: roleNames,
  ministry: ["ministry", "guest"],
  coordination: ["coordination", "guest"],
  technical: ["technical", "guest"],
  "home-government": ["home-government", "guest"],
  "partner-government": ["partner-government", "guest"],
  expert: ["expert", "guest"],
  guest: ["guest"],
};

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}

export function ruleOf(role: Role): RoleRule {
  return roles[role];
}
