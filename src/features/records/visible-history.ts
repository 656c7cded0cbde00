import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordKindId } from "../../records/kind.ts";
import { readSurroundings } from "../../records/lookup.ts";
import type { Actor } from "../accounts/actor.ts";
import { canCorrect, findStanding, ownersFor } from "./access.ts";
import type { RecordSummary, RecordVersion } from "./record.ts";
import { getHistory } from "./service.ts";
import { canSeeVersion } from "./version-access.ts";

export interface VisibleHistory {
  record: RecordSummary;
  /** newest first */
  versions: RecordVersion[];
  /** how many there are that the actor may not see */
  hidden: number;
  /** organisations in whose name the actor may bring a version back; none where that is not the actor's to do */
  restorers: string[];
}

/** The versions of a record that the actor may see. Throws `not-found` as the record itself does. */
export async function getVisibleHistory(
  context: Context,
  actor: Actor,
  kind: RecordKindId,
  id: string,
): Promise<VisibleHistory> {
  const { record, versions } = await getHistory(context, actor, kind, id);
  const standing = await findStanding(context, actor);
  const surroundings = await read(context.database, readSurroundings);
  const seen = versions.filter(
    (version) => version.version === record.version || canSeeVersion(standing, kind, id, version, surroundings),
  );
  return {
    record,
    versions: seen.map(({ differences: _, ...version }) => version),
    hidden: versions.length - seen.length,
    restorers: canCorrect(standing, record) ? ownersFor(standing, kind) : [],
  };
}

/** The version of that number. Throws `not-found` where the actor may not see it. */
export function requireVersion({ record, versions }: VisibleHistory, number: number): RecordVersion {
  const found = versions.find(({ version }) => version === number);
  if (!found) throw new AppError("not-found", { kind: record.kind, id: record.id, version: number });
  return found;
}
