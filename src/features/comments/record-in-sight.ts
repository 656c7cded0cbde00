import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { isRecordKindId } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { findStanding, type Standing } from "../records/access.ts";
import { getRecordForActor, type RecordForActor } from "../records/service.ts";

/** A record by the two parts of an address. Throws `not-found` for what the actor may not see, and for what was removed. */
export async function getRecordInSight(
  context: Context,
  actor: Actor,
  kind: string,
  id: string,
): Promise<RecordForActor & { standing: Standing }> {
  if (!isRecordKindId(kind)) throw new AppError("not-found", { kind });
  const found = await getRecordForActor(context, actor, kind, id);
  if (found.record.removed) throw new AppError("not-found", { kind, id });
  return { ...found, standing: await findStanding(context, actor) };
}
