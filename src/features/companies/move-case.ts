import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { canKeepCase, canSeeCase } from "./access.ts";
import { amountOf, type CaseProblem, checkContract } from "./check-case.ts";
import { type CaseState, caseSteps, type ObstacleKind } from "./company-case.ts";
import { typeAmount } from "./contract-amount.ts";
import { lockCase, writeCaseEvent } from "./store.ts";

export interface CaseMove {
  /** as the person saw it */
  from: CaseState;
  to: CaseState;
  note: string | null;
  /** for `contracted` */
  contractedOn: string | null;
  amount: string;
  currency: string;
  /** for `stopped`: what it failed on */
  obstacleKinds: ObstacleKind[];
}

export type MoveCaseResult = { state: "done" } | { state: "problems"; problems: CaseProblem[] };

/**
 * One step of a case. Throws `not-found`, `forbidden`; `conflict` where it stands elsewhere by now or no step leads there.
 * A contract needs its day, stopping a reason.
 */
export async function moveCase(context: Context, actor: Actor, id: string, move: CaseMove): Promise<MoveCaseResult> {
  requirePermission(actor, "companies.keep");
  const now = context.clock.now();
  return change(context, actor, async (transaction, audit): Promise<MoveCaseResult> => {
    const present = await lockCase(transaction, id);
    if (!present || !canSeeCase(actor, present)) throw new AppError("not-found", { kind: "company-case", id });
    if (!canKeepCase(actor, present)) throw new AppError("forbidden", { kind: "company-case", id });
    if (present.state !== move.from || !caseSteps[present.state].includes(move.to))
      throw new AppError("conflict", { reason: "step", from: present.state, to: move.to });
    const { contractedOn, amount, currency } =
      move.to === "contracted"
        ? move
        : {
            contractedOn: present.contractedOn,
            amount: present.amount ? typeAmount(present.amount) : "",
            currency: present.amount?.currency ?? "",
          };
    const problems = checkContract({ state: move.to, contractedOn, amount, currency }, context.clock.today());
    if (move.to === "stopped" && (move.note ?? "") === "" && move.obstacleKinds.length === 0)
      problems.push({ field: "obstacle", reason: "reason-to-stop" });
    if (problems.length > 0) return { state: "problems", problems };
    const sum = amountOf({ amount, currency });
    await transaction
      .updateTable("company_cases")
      .set({
        state: move.to,
        contracted_on: contractedOn,
        contract_minor: sum?.minor ?? null,
        contract_currency: sum?.currency ?? null,
        obstacle_kinds: [...new Set([...present.obstacleKinds, ...move.obstacleKinds])],
        changed_by: actor.userId,
        changed_at: now,
        revision: present.revision + 1,
      })
      .where("id", "=", id)
      .execute();
    await writeCaseEvent(transaction, id, {
      before: present.state,
      after: move.to,
      note: move.note,
      by: actor.userId,
      at: now,
    });
    audit({
      action: "company-case.moved",
      subject: `company-case/${id}`,
      details: { from: present.state, to: move.to },
    });
    return { state: "done" };
  });
}
