import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { tellMatchesOfEnd } from "../matching/need-ended.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { canChangeNeed, stepsFor } from "./access.ts";
import { moveNeed } from "./change-need.ts";
import { type NeedState, needSteps } from "./need.ts";
import { findNeed } from "./store.ts";

interface Step {
  /** as the person saw it */
  from: NeedState;
  to: NeedState;
  note: string | null;
  /** the need that it turned into, for `changed` */
  replacedBy: string | null;
}

/**
 * One step that a person takes. Throws `not-found`; `forbidden` for a step that is not theirs to take, as confirming is the broker's;
 * `conflict` where it stands elsewhere by now or no step leads there; `invalid-input` as `moveNeed` does.
 */
export async function stepNeed(context: Context, actor: Actor, id: string, step: Step): Promise<void> {
  requirePermission(actor, "needs.enter");
  const standing = await findStanding(context, actor);
  await change(context, actor, async (transaction, audit) => {
    const need = await findNeed(transaction, standing, id);
    if (!need) throw new AppError("not-found", { kind: "need", id });
    if (!canChangeNeed(standing, need)) throw new AppError("forbidden", { kind: "need", id });
    if (need.state !== step.from || !needSteps[need.state].includes(step.to))
      throw new AppError("conflict", { reason: "step", from: need.state, to: step.to, need: id });
    if (!stepsFor(standing, need).includes(step.to))
      throw new AppError("forbidden", { kind: "need", id, step: step.to });
    if (step.replacedBy !== null && !(await findNeed(transaction, standing, step.replacedBy)))
      throw new AppError("invalid-input", { reason: "successor" });
    await moveNeed(transaction, audit, {
      need: id,
      to: step.to,
      by: actor.userId,
      note: step.note,
      now: context.clock.now(),
      replacedBy: step.replacedBy,
    });
    if (step.to === "withdrawn" || step.to === "changed")
      await tellMatchesOfEnd(context, transaction, audit, actor, id);
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}
