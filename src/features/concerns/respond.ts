import { AppError } from "../../core/errors.ts";
import { languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { respondsFor } from "./access.ts";
import { queueAnswerMails } from "./send-mails.ts";
import { lockConcern } from "./store.ts";

export interface NewResponse {
  concern: string;
  /** in one language at least, that of those who raised it before others */
  text: Localized;
  /** that those who raised it cannot read it has been confirmed */
  acceptsForeign: boolean;
  /** of the concern as the form showed it */
  revision: number;
  formKey: string;
}

/**
 * What the platform or the ministry did; those who raised the concern are asked by mail to judge it. Throws `forbidden`, `not-found`,
 * `invalid-input` {reason: "text"}, `conflict` {reason: "foreign"} where it lacks the language of the concern, `conflict` {reason: "withdrawn" | "changed"}.
 */
export async function respondToConcern(context: Context, actor: Actor, input: NewResponse): Promise<void> {
  const organisation = respondsFor(await findStanding(context, actor));
  if (organisation === null) throw new AppError("forbidden", { permission: "concerns.respond" });
  if (!languages.some((language) => input.text[language]?.trim()))
    throw new AppError("invalid-input", { reason: "text" });
  await change(context, actor, async (transaction, audit) => {
    const concern = await lockConcern(transaction, input.concern);
    if (!concern) throw new AppError("not-found", { kind: "concern", id: input.concern });
    if (await isKept(transaction, "concern_responses", input.formKey)) return;
    if (concern.state === "withdrawn") throw new AppError("conflict", { reason: "withdrawn" });
    if (concern.revision !== input.revision) throw new AppError("conflict", { reason: "changed" });
    if (!input.text[concern.language]?.trim() && !input.acceptsForeign)
      throw new AppError("conflict", { reason: "foreign" });
    const now = context.clock.now();
    const today = context.clock.today();
    await transaction
      .insertInto("concern_responses")
      .values({
        concern: concern.id,
        origin: "member",
        organisation,
        text: JSON.stringify(input.text),
        language: [concern.language, ...languages].find((one) => input.text[one]?.trim()) ?? null,
        ...{ answered: today, answered_from: today, answered_to: today },
        by: actor.userId,
        at: now,
        form_key: input.formKey,
      })
      .execute();
    // What those who raised it call solved stays solved: more is only told.
    const state = concern.state === "solved" ? "solved" : "answered";
    await transaction
      .updateTable("concern_items")
      .set({ state, changed_at: now, revision: concern.revision + 1 })
      .where("id", "=", concern.id)
      .execute();
    const mails = await queueAnswerMails(context, transaction, concern, input.text);
    audit({
      action: "concern.answered",
      subject: `concern/${concern.id}`,
      organisation,
      details: { from: concern.state, to: state, mails },
    });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

/** Whether the same form has been taken before: sent twice it counts once. */
export async function isKept(
  transaction: WriteTransaction,
  table: "concern_responses" | "concern_judgements",
  formKey: string,
): Promise<boolean> {
  const row = await transaction.selectFrom(table).select("id").where("form_key", "=", formKey).executeTakeFirst();
  return row !== undefined;
}
