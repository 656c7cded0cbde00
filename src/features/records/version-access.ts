import { describeRecord } from "../../records/facts.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { RecordSurroundings } from "../../records/lookup.ts";
import { recordKind } from "../../records/registry.ts";
import { canSee, type Standing } from "./access.ts";
import type { RecordVersion } from "./record.ts";

/**
 * Whether the actor may see what this version says: one that was shared with fewer people than the newest stays with those people.
 * Whom it concerns follows from what it says itself: whoever the newest one names was not always named, and a record that changed
 * its ledger was the other platform's before.
 */
export function canSeeVersion(
  standing: Standing,
  kind: RecordKindId,
  id: string,
  { owner, visibility, content }: RecordVersion,
  surroundings: RecordSurroundings,
): boolean {
  const { platform, sides } = describeRecord(recordKind(kind), id, content, surroundings);
  return canSee(standing, { kind, visibility, owner, platform, sides: owner === null ? sides : [...sides, owner] });
}
