import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { raisesFor } from "./access.ts";
import type { ConcernTheme } from "./concern.ts";
import { findMeeting } from "./meetings.ts";
import { raiseConcern } from "./raise.ts";

export interface ConcernInput {
  organisation: string;
  theme: ConcernTheme;
  language: Language;
  text: string;
  continues: string | null;
  /** id of the activity at which it came up */
  meeting: string | null;
  visibility: "public" | "members";
  formKey: string;
}

/**
 * A member raises a concern today. Gives its id. Throws `forbidden` {reason: "not-own"}, `not-found` for a meeting that the actor does
 * not see, and what `raiseConcern` throws.
 */
export async function enterConcern(context: Context, actor: Actor, input: ConcernInput): Promise<string> {
  requirePermission(actor, "concerns.raise");
  const standing = await findStanding(context, actor);
  if (!raisesFor(standing).includes(input.organisation)) throw new AppError("forbidden", { reason: "not-own" });
  if (input.meeting !== null && (await findMeeting(context, standing, input.meeting)) === null)
    throw new AppError("not-found", { kind: "activity", id: input.meeting });
  const { text, language, ...stated } = input;
  const id = await change(context, actor, (transaction, audit) =>
    raiseConcern(transaction, audit, {
      ...stated,
      language,
      text: { [language]: text },
      raised: context.clock.today(),
      by: actor.userId,
      now: context.clock.now(),
    }),
  );
  await refreshRevision(context);
  return id;
}
