import { ruleOf } from "../accounts/roles.ts";
import { canCorrect, canDecide, type Standing } from "../records/access.ts";
import type { RecordScope } from "../records/record.ts";

/** In whose name the actor attaches files to the record: who may enter for it may. Null where the actor may not. */
export function findAttacher({ actor, stands }: Standing, record: RecordScope): string | null {
  const able = stands.find((stand) => canCorrect({ actor, stands: [stand] }, record));
  return able?.organisations[0] ?? null;
}

/** Those in whose name it was added, and the platform that approves the record. */
export function canRemove(standing: Standing, record: RecordScope, attachment: { owner: string }): boolean {
  return (
    canDecide(standing, record) ||
    standing.stands.some(
      ({ role, organisations }) =>
        ruleOf(role).permissions.includes("records.enter") && organisations.includes(attachment.owner),
    )
  );
}
