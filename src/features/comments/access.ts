import { ruleOf } from "../accounts/roles.ts";
import type { Standing } from "../records/access.ts";
import type { RecordScope } from "../records/record.ts";

/**
 * In whose name the actor talks about the record: an organisation that it concerns, the platform of its ledger, or one that
 * reads everything. Null where the talk of the two sides is not for this actor, however public the record is.
 */
export function findSpeaker({ stands }: Standing, record: RecordScope): string | null {
  const concerned = [...record.sides, ...(record.owner === null ? [] : [record.owner])];
  const able = stands.filter(({ role }) => ruleOf(role).permissions.includes("records.comment"));
  const own = able.find(({ organisations }) => organisations.some((id) => concerned.includes(id)));
  const over = able.find(({ role }) => ruleOf(role).writes === record.platform || ruleOf(role).reads === "all");
  return (own ?? over)?.organisations[0] ?? null;
}
