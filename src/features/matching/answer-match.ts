import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { lockNeed } from "../needs/service.ts";
import { getDirectory } from "../organisations/directory.ts";
import { findStanding } from "../records/access.ts";
import { brokers, canSeeMatch, findAnswerable, listSides, type Side } from "./access.ts";
import { concludeIfAgreed } from "./conclude.ts";
import { notifyBrokers } from "./letters.ts";
import type { Match, MatchState } from "./match.ts";
import { findMatch, writeMatchEvent } from "./store.ts";

export interface MatchAnswer {
  /** the offer that answers; null: the side that needs */
  offer: string | null;
  answer: "agreed" | "declined";
  /** needed where something is declined, and where a broker writes down what a side has said */
  note: string;
  /** in which the note is written */
  language: Language;
  /** of the match that the form showed */
  revision: number;
}

/**
 * A side agrees or declines, in its own language; it may change its mind until all have agreed. A broker writes down what a side without
 * an account has said. Where the side that needs declines, or all offers do, the match is declined. What stands in the way of an
 * agreement does not undo an answer: the match waits. Throws `invalid-input` {reason: "note" | "noteFor"}, `forbidden`, `conflict`.
 */
export async function answerMatch(context: Context, actor: Actor, id: string, input: MatchAnswer): Promise<void> {
  const standing = await findStanding(context, actor);
  const directory = await getDirectory(context);
  const text = input.note.trim();
  await change(context, actor, async (transaction, audit) => {
    const match = await findMatch(transaction, id, { lock: true });
    const need = match ? await lockNeed(transaction, match.need) : null;
    if (!match || !need || !canSeeMatch(standing, directory, match, need.organisation))
      throw new AppError("not-found", { kind: "match", id });
    const isAsked = (side: Side) => (side.of === "need" ? null : side.offer) === input.offer;
    const own = findAnswerable(standing, directory, match, need.organisation).find(isAsked);
    const side = own ?? (brokers(actor) ? listSides(match, need.organisation).find(isAsked) : undefined);
    if (!side) throw new AppError("forbidden", { kind: "match", id });
    if (match.revision !== input.revision) throw new AppError("conflict", { reason: "stale" });
    if (match.state !== "consulting") throw new AppError("conflict", { reason: "match-state", state: match.state });
    if (text === "" && !own) throw new AppError("invalid-input", { reason: "noteFor" });
    if (text === "" && input.answer === "declined") throw new AppError("invalid-input", { reason: "note" });
    if (text.length > 2_000) throw new AppError("invalid-input", { reason: "length" });
    const now = context.clock.now();
    await keepAnswer(transaction, match, { ...input, note: text }, actor, now);
    await writeMatchEvent(transaction, {
      match: id,
      action: own ? input.answer : `${input.answer}-for`,
      organisation: side.organisation,
      note: text === "" ? null : text,
      language: input.language,
      by: actor.userId,
      at: now,
    });
    audit({
      action: "match.answered",
      subject: `match/${id}`,
      organisation: side.organisation,
      details: { answer: input.answer, offer: input.offer },
    });
    const state = await findStateAfter(transaction, id);
    const concluded = state === "consulting" ? await concludeIfAgreed(context, transaction, audit, actor, id) : null;
    const next = concluded ?? state;
    // An answer alone leaves the revision as it is: two sides may answer at the same moment, and neither has the other's page.
    await transaction
      .updateTable("matches")
      .set({ state: next, changed_at: now, revision: match.revision + (next === match.state ? 0 : 1) })
      .where("id", "=", id)
      .execute();
    if (input.answer === "declined" && own)
      await notifyBrokers(context, transaction, { match, need }, "declined", {
        by: actor.userId,
        organisation: side.organisation,
      });
  });
}

async function keepAnswer(
  transaction: WriteTransaction,
  match: Match,
  { offer, answer, note, language }: MatchAnswer,
  actor: Actor,
  now: Date,
): Promise<void> {
  const text = note === "" ? null : note;
  if (offer === null) {
    await transaction
      .updateTable("matches")
      .set({
        need_answer: answer,
        need_answer_note: text,
        need_answer_language: language,
        need_answered_by: actor.userId,
        need_answered_at: now,
      })
      .where("id", "=", match.id)
      .execute();
    return;
  }
  await transaction
    .updateTable("match_offers")
    .set({ answer, note: text, language, answered_by: actor.userId, answered_at: now })
    .where("match", "=", match.id)
    .where("offer", "=", offer)
    .execute();
}

async function findStateAfter(transaction: WriteTransaction, id: string): Promise<MatchState> {
  const match = await findMatch(transaction, id);
  if (!match) throw new Error(`match ${id} went while it was locked`);
  const isLost = match.needAnswer.answer === "declined" || match.offers.every(({ answer }) => answer === "declined");
  return isLost ? "declined" : match.state;
}
