import { type Actor, hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import type { Segment, TranslationSummary } from "./translation.ts";

/** Everyone reads what was approved of public texts; members see all, each sentence with its mark. */
export function canRead(
  actor: Actor | null,
  { visibility, state }: Pick<TranslationSummary, "visibility" | "state">,
): boolean {
  if (visibility === "public" && state === "approved") return true;
  return actor !== null && hasPermission(actor, "members.read");
}

/** Four eyes: nobody reviews what they wrote, and only what a person stands for is reviewed. */
export function canReview(actor: Actor, { mark, changed }: Pick<Segment, "mark" | "changed">): boolean {
  return hasPermission(actor, "translations.review") && mark === "edited" && changed?.by !== actor.userId;
}

/** The whole is approved by somebody none of whose words are in it. */
export function hasTranslated(actor: Actor, segments: readonly Pick<Segment, "changed">[]): boolean {
  return segments.some(({ changed }) => changed?.by === actor.userId);
}

export function officeOf(actor: Actor): string | null {
  const able = actor.memberships.find(({ role }) => ruleOf(role).permissions.includes("translations.write"));
  return able?.organisation ?? null;
}
