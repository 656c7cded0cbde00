import { AppError } from "../../core/errors.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import type { Need } from "../needs/need.ts";
import type { Offer } from "../needs/offer.ts";
import { lockNeed, lockOffer } from "../needs/service.ts";
import { concludeIfAgreed } from "./conclude.ts";
import { TopicScheme } from "./engine/topic-scheme.ts";
import { readTaken, readTopics } from "./gather.ts";
import { findHolds } from "./holds.ts";
import { notifySides } from "./letters.ts";
import type { Hold, Match, MatchState } from "./match.ts";
import { type NeedProposals, proposeMatches } from "./service.ts";
import { findMatch, findMatchByFormKey, writeMatchEvent } from "./store.ts";

export interface NewMatch {
  need: string;
  fiscalYear: number;
  offers: { offer: string; quantity: number | null }[];
  /** the broker's own words */
  reasoning: Localized;
  formKey: string;
}

/** More offers than this are a programme of their own. */
export const mostOffers = 8;

/**
 * Puts a need and offers together; nobody is asked yet. The reasons are kept as they stand now. The same form sent twice makes one.
 * Throws `invalid-input` {reason: "no-offer" | "too-many" | "unknown-offer"}, `conflict` {reason: "held", holds} where the need or an
 * offer has changed meanwhile or too little is left.
 */
export async function createMatch(context: Context, actor: Actor, input: NewMatch): Promise<string> {
  const { need: needId, offers: chosen, fiscalYear } = input;
  requirePermission(actor, "needs.broker");
  if (chosen.length === 0) throw new AppError("invalid-input", { reason: "no-offer" });
  if (chosen.length > mostOffers) throw new AppError("invalid-input", { reason: "too-many" });
  const ground = await proposeMatches(context, actor, needId);
  const made: { id?: string } = {};
  const create = () =>
    change(context, actor, async (transaction, audit) => {
      const present = await findMatchByFormKey(transaction, input.formKey);
      if (present !== null) {
        made.id = present;
        return;
      }
      const { need, offers } = await lockAll(transaction, needId, chosen);
      // A need that was only heard may be matched on paper; nobody is asked before it is confirmed.
      const holds = findHolds(need.state, fiscalYear, chosen, offers, await readTaken(transaction)).filter(
        (hold) => !(hold.reason === "need-state" && hold.state === "heard"),
      );
      if (holds.length > 0) throw new AppError("conflict", { reason: "held", holds });
      const now = context.clock.now();
      const { id } = await transaction
        .insertInto("matches")
        .values({
          need: needId,
          fiscal_year: fiscalYear,
          state: "proposed",
          reasons: JSON.stringify(keepReasons(ground, chosen)),
          uncovered: JSON.stringify(await findUncovered(transaction, need, offers)),
          reasoning: JSON.stringify(keepWritten(input.reasoning)),
          created_by: actor.userId,
          created_at: now,
          changed_at: now,
          form_key: input.formKey,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      made.id = id;
      for (const [position, { offer, quantity }] of chosen.entries())
        await transaction.insertInto("match_offers").values({ match: id, offer, position, quantity }).execute();
      await writeMatchEvent(transaction, {
        match: id,
        action: "proposed",
        organisation: null,
        note: null,
        by: actor.userId,
        at: now,
      });
      audit({ action: "match.proposed", subject: `match/${id}`, details: { need: needId, offers: chosen.length } });
    });
  await onceMore(create);
  if (made.id === undefined) throw new Error("a match was neither found nor made");
  return made.id;
}

function keepWritten(words: Localized): Localized {
  const kept: Localized = {};
  for (const language of languages) {
    const text = words[language]?.trim().slice(0, 4_000) ?? "";
    if (text !== "") kept[language] = text;
  }
  return kept;
}

/** SQLSTATE 23505: the same form arrived at the same moment; now its match is there. */
async function onceMore(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "23505")) throw error;
    await work();
  }
}

/** Of an offer that is not open the parts are not known; the check of what stands in the way names it. */
export function keepReasons(ground: NeedProposals, chosen: readonly { offer: string }[]): Match["reasons"] {
  return chosen.map(({ offer }) => ground.explain(offer) ?? { offer, tier: "other", reasons: [] });
}

export async function findUncovered(transaction: ReadTransaction, need: Need, offers: ReadonlyMap<string, Offer>) {
  return new TopicScheme(await readTopics(transaction)).findUncovered(need, [...offers.values()]);
}

/** Locked in the order of their ids, so that two agreements on the same offers wait for each other and do not block. */
export async function lockAll(
  transaction: WriteTransaction,
  needId: string,
  chosen: readonly { offer: string }[],
): Promise<{ need: Need; offers: Map<string, Offer> }> {
  const need = await lockNeed(transaction, needId);
  if (!need) throw new AppError("not-found", { kind: "need", id: needId });
  const offers = new Map<string, Offer>();
  for (const id of chosen.map(({ offer }) => offer).sort()) {
    const offer = await lockOffer(transaction, id);
    if (!offer) throw new AppError("invalid-input", { reason: "unknown-offer", offer: id });
    offers.set(id, offer);
  }
  return { need, offers };
}

/** Asks both sides, by mail and on their work lists. Throws `conflict` {reason: "held" | "match-state" | "stale"}. */
export async function consultSides(context: Context, actor: Actor, id: string, revision: number): Promise<void> {
  await changeMatch(context, actor, id, { revision, from: ["proposed"] }, async (match, transaction, audit) => {
    const { need, offers } = await lockAll(transaction, match.need, match.offers);
    const holds = findHolds(need.state, match.fiscalYear, match.offers, offers, await readTaken(transaction));
    if (holds.length > 0) throw new AppError("conflict", { reason: "held", holds });
    await note(context, actor, transaction, match, "consulted", null);
    await notifySides(context, transaction, { match, need }, "asked");
    audit({ action: "match.consulted", subject: `match/${id}`, details: { offers: match.offers.length } });
    return { state: "consulting" };
  });
}

/** Writes the broker's own words anew, in as many languages as there are; both sides see them. Throws `invalid-input` {reason: "no-words" | "length"}. */
export async function explainMatch(
  context: Context,
  actor: Actor,
  id: string,
  { revision, reasoning }: { revision: number; reasoning: Localized },
): Promise<void> {
  const kept = keepWritten(reasoning);
  if (Object.keys(kept).length === 0) throw new AppError("invalid-input", { reason: "no-words" });
  const from = ["proposed", "consulting"] as const;
  await changeMatch(context, actor, id, { revision, from }, async (match, transaction, audit) => {
    await transaction
      .updateTable("matches")
      .set({ reasoning: JSON.stringify(kept) })
      .where("id", "=", id)
      .execute();
    audit({ action: "match.explained", subject: `match/${id}`, details: { languages: Object.keys(kept) } });
    return { state: match.state };
  });
}

/** Tries again to conclude what all have agreed to, once what stood in the way is out of it. Throws `conflict` {reason: "held"}. */
export async function concludeMatch(context: Context, actor: Actor, id: string, revision: number): Promise<void> {
  await changeMatch(context, actor, id, { revision, from: ["consulting"] }, async (match, transaction, audit) => {
    const state = await concludeIfAgreed(context, transaction, audit, actor, id);
    if (state === null) {
      const { need, offers } = await lockAll(transaction, match.need, match.offers);
      const holds: Hold[] = findHolds(need.state, match.fiscalYear, match.offers, offers, await readTaken(transaction));
      throw new AppError("conflict", { reason: "held", holds });
    }
    return { state };
  });
}

/** Work of a broker on one match: locked, at the revision that the form showed, in one of these states. */
export async function changeMatch(
  context: Context,
  actor: Actor,
  id: string,
  { revision, from }: { revision: number; from: readonly MatchState[] },
  work: (match: Match, transaction: WriteTransaction, audit: RecordAudit) => Promise<{ state: MatchState }>,
): Promise<void> {
  requirePermission(actor, "needs.broker");
  await change(context, actor, async (transaction, audit) => {
    const match = await findMatch(transaction, id, { lock: true });
    if (!match) throw new AppError("not-found", { kind: "match", id });
    if (match.revision !== revision) throw new AppError("conflict", { reason: "stale" });
    if (!from.includes(match.state)) throw new AppError("conflict", { reason: "match-state", state: match.state });
    const { state } = await work(match, transaction, audit);
    await transaction
      .updateTable("matches")
      .set({ state, changed_at: context.clock.now(), revision: match.revision + 1 })
      .where("id", "=", id)
      .execute();
  });
}

export async function note(
  context: Context,
  actor: Actor,
  transaction: WriteTransaction,
  match: Match,
  action: string,
  text: string | null,
  { language, organisation = null }: { language?: Language | undefined; organisation?: string | null } = {},
): Promise<void> {
  await writeMatchEvent(transaction, {
    match: match.id,
    action,
    organisation,
    note: text,
    ...(language === undefined ? {} : { language }),
    by: actor.userId,
    at: context.clock.now(),
  });
}
