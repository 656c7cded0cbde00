import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import type { Source } from "../programme/source.ts";
import { findStanding } from "../records/access.ts";
import { canJudge } from "./access.ts";
import { stateOfVerdict, type Verdict } from "./concern.ts";
import { isKept } from "./respond.ts";
import { lockConcern } from "./store.ts";

export interface NewJudgement {
  concern: string;
  verdict: Verdict;
  language: Language;
  note: string;
  /** later survey in which it was said, or a document: one of them where the concern names nobody */
  survey: string | null;
  source: Source | null;
  /** of the concern as the form showed it */
  revision: number;
  formKey: string;
}

/**
 * The word of those who raised it. Throws `forbidden` {reason: "not-raiser"}, `not-found`, `invalid-input` {reason: "source"} for an
 * unnamed concern's judgement without one, `conflict` {reason: "withdrawn" | "changed"}.
 */
export async function judgeConcern(context: Context, actor: Actor, input: NewJudgement): Promise<void> {
  const standing = await findStanding(context, actor);
  await change(context, actor, async (transaction, audit) => {
    const concern = await lockConcern(transaction, input.concern);
    if (!concern) throw new AppError("not-found", { kind: "concern", id: input.concern });
    if (!canJudge(standing, concern)) throw new AppError("forbidden", { reason: "not-raiser" });
    if (await isKept(transaction, "concern_judgements", input.formKey)) return;
    if (concern.state === "withdrawn") throw new AppError("conflict", { reason: "withdrawn" });
    if (concern.revision !== input.revision) throw new AppError("conflict", { reason: "changed" });
    if (concern.organisation === null && input.survey === null && input.source === null)
      throw new AppError("invalid-input", { reason: "source" });
    const now = context.clock.now();
    await transaction
      .insertInto("concern_judgements")
      .values({
        concern: concern.id,
        origin: "member",
        organisation: concern.organisation,
        verdict: input.verdict,
        language: input.note.trim() === "" ? null : input.language,
        note: JSON.stringify(input.note.trim() === "" ? {} : { [input.language]: input.note }),
        judged: context.clock.today(),
        survey: input.survey,
        source: input.source === null ? null : JSON.stringify(input.source),
        by: actor.userId,
        at: now,
        form_key: input.formKey,
      })
      .execute();
    const state = stateOfVerdict[input.verdict];
    await transaction
      .updateTable("concern_items")
      .set({ state, changed_at: now, revision: concern.revision + 1 })
      .where("id", "=", concern.id)
      .execute();
    audit({
      action: "concern.judged",
      subject: `concern/${concern.id}`,
      ...(concern.organisation === null ? {} : { organisation: concern.organisation }),
      details: { from: concern.state, to: state },
    });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}
