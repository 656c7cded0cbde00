import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Role, ruleOf } from "../accounts/roles.ts";
import { getDirectory } from "../organisations/directory.ts";
import type { RecordScope } from "./record.ts";

/** A membership with all that it stands for: a bureau's people stand for its city as well. */
interface Stand {
  role: Role;
  organisations: string[];
}

/** What an actor is with regard to records: worked out once a request. */
export interface Standing {
  actor: Actor;
  stands: Stand[];
}

export async function findStanding(context: Context, actor: Actor): Promise<Standing> {
  const directory = await getDirectory(context);
  const stands = actor.memberships.map(({ role, organisation }) => ({
    role,
    organisations: [...new Set([organisation, directory.find(organisation)?.government ?? organisation])],
  }));
  return { actor, stands };
}

/** Organisations for which the actor sees and enters records. */
export function ownOrganisations({ stands }: Standing): string[] {
  const own = stands.filter(({ role }) => ruleOf(role).reads === "concerning-own" || ruleOf(role).writes !== "none");
  return [...new Set(own.flatMap(({ organisations }) => organisations))];
}

export function canSee({ stands }: Standing, record: RecordScope): boolean {
  if (record.visibility === "public") return true;
  return stands.some(({ role, organisations }) => {
    const { reads, writes } = ruleOf(role);
    if (reads === "all" || record.visibility === "members") return true;
    if (writes === record.platform) return true;
    if (reads !== "concerning-own") return false;
    if (record.owner !== null && organisations.includes(record.owner)) return true;
    return record.visibility === "sides" && record.sides.some((side) => organisations.includes(side));
  });
}

/** The rule of `canSee` in SQL, over the columns of `records`. */
export function visibleTo({ stands }: Standing): RawBuilder<boolean> {
  const rules = stands.map(({ role }) => ruleOf(role));
  if (rules.some(({ reads }) => reads === "all")) return sql<boolean>`true`;
  const shared = stands.length > 0 ? ["public", "members"] : ["public"];
  const concerning = stands.filter(({ role }) => ruleOf(role).reads === "concerning-own");
  const own = [...new Set(concerning.flatMap(({ organisations }) => organisations))];
  const platforms = rules.map(({ writes }) => writes).filter((writes) => writes !== "own" && writes !== "none");
  return sql<boolean>`(visibility = ANY(${shared}) OR owner = ANY(${own}) OR platform = ANY(${platforms})
    OR (visibility = 'sides' AND sides && ${own}::text[]))`;
}

/** Whether the actor may enter a correction of the record. */
export function canCorrect(standing: Standing, record: RecordScope): boolean {
  return canSee(standing, record) && standing.stands.some((stand) => canWrite(stand, record));
}

function canWrite({ role, organisations }: Stand, record: RecordScope): boolean {
  const { writes, enters } = ruleOf(role);
  if (!enters.includes(record.kind)) return false;
  if (writes !== "own") return writes === record.platform;
  if (record.owner !== null && organisations.includes(record.owner)) return true;
  return record.visibility !== "organisation" && record.sides.some((side) => organisations.includes(side));
}

/** Organisations in whose name the actor may enter a record of this kind: the first is the one that a form proposes. */
export function ownersFor({ actor }: Standing, kind: RecordKindId): string[] {
  const able = actor.memberships.filter(({ role }) => ruleOf(role).enters.includes(kind));
  return [...new Set(able.map(({ organisation }) => organisation))];
}

/** Whether the actor works on entries of this owner: they are its own until they are submitted. */
export function canEdit(standing: Standing, entry: RecordScope & { owner: string }): boolean {
  return standing.stands.some(
    ({ role, organisations }) => ruleOf(role).enters.includes(entry.kind) && organisations.includes(entry.owner),
  );
}

/** The rule of `canEdit` in SQL, over the columns of `entries`. */
export function editableBy({ stands }: Standing): RawBuilder<boolean> {
  const rules = stands.map(
    ({ role, organisations }) =>
      sql<boolean>`(owner = ANY(${organisations}) AND kind = ANY(${[...ruleOf(role).enters]}))`,
  );
  return rules.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(rules, sql` OR `)})`;
}

/** Whether the actor approves and returns entries of this platform. */
export function canDecide({ stands }: Standing, entry: Pick<RecordScope, "platform">): boolean {
  return stands.some(({ role }) => ruleOf(role).approves === entry.platform);
}

/** An entry is seen by its owner's people; once submitted also by its platform and by those who read everything. */
export function canSeeEntry(
  standing: Standing,
  entry: RecordScope & { owner: string; state: string; submittedAt: Date | null },
): boolean {
  if (canEdit(standing, entry)) return true;
  if (entry.submittedAt === null) return false;
  return canDecide(standing, entry) || standing.stands.some(({ role }) => ruleOf(role).reads === "all");
}
