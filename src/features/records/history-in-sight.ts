import type { Context } from "../../platform/context.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { canSee, findStanding } from "./access.ts";
import type { RecordSummary, RecordVersion } from "./record.ts";
import { getHistory } from "./service.ts";

/**
 * The versions of a record that the actor may see, newest first. Whoever may see the record today was not always meant to: each
 * version keeps the circle for which it was approved. Throws `not-found` for a record that the actor may not see.
 */
export async function getHistoryInSight(
  context: Context,
  actor: Actor,
  kind: RecordKindId,
  id: string,
): Promise<{ record: RecordSummary; versions: RecordVersion[] }> {
  const { record, versions } = await getHistory(context, actor, kind, id);
  const standing = await findStanding(context, actor);
  const seen = versions.filter(({ visibility, owner }) => canSee(standing, { ...record, visibility, owner }));
  return { record, versions: seen };
}
