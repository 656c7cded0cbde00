import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { RecordKindId } from "../../records/kind.ts";
import { type Permission, type Role, ruleOf } from "./roles.ts";

export interface Membership {
  organisation: string;
  role: Role;
  /** may invite people to this organisation */
  administers: boolean;
}

/** Who asks: a signed-in person with what the account may do. */
export interface Actor {
  userId: string;
  name: string;
  email: string;
  language: Language;
  memberships: Membership[];
  /** /24 or /64 from which the request came, for the audit log; null for a command on the machine */
  network: string | null;
}

export function hasPermission(actor: Actor, permission: Permission): boolean {
  if (permission === "account.own") return true;
  return actor.memberships.some(
    ({ role, administers }) =>
      ruleOf(role).permissions.includes(permission) || (permission === "people.invite" && administers),
  );
}

/** Whether the actor enters records of this kind at all: an expert keeps an organisation and no activity. */
export function entersKind(actor: Actor, kind: RecordKindId): boolean {
  return actor.memberships.some(({ role }) => ruleOf(role).enters.includes(kind));
}

/** Throws `forbidden` where the actor lacks the permission. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!hasPermission(actor, permission)) throw new AppError("forbidden", { permission });
}
