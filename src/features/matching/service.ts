import { AppError } from "../../core/errors.ts";
import { fiscalYearOf } from "../../core/fiscal-calendar.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import type { Need } from "../needs/need.ts";
import type { Offer } from "../needs/offer.ts";
import { findNeed, readNeedEvents, readNeedTitles, readOfferStamp, readOffers } from "../needs/service.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getProgramme } from "../programme/service.ts";
import { findStanding, ownOrganisations, type Standing } from "../records/access.ts";
import {
  brokers,
  canSeeMatch,
  findAnswerable,
  findOwnSides,
  isFormerOnly,
  isOwn,
  listSides,
  type Side,
} from "./access.ts";
import { type Correction, findCorrections } from "./corrections.ts";
import { defaultWeights } from "./engine/model.ts";
import { OfferIndex } from "./engine/offer-index.ts";
import { explainChosen, type Proposals, proposeOffers } from "./engine/propose.ts";
import { gatherEvidence, gatherSurroundings, readTaken, toGivenHelp, toWantedHelp } from "./gather.ts";
import { findHolds, hasEnded } from "./holds.ts";
import { countAsking, type Reach, readReach } from "./letters.ts";
import type { Answer, Hold, Match, MatchEvent, Weights } from "./match.ts";
import { findMatch, readMatchEvents, readMatches } from "./store.ts";

/** Those that the actor may see, newest change first. */
export async function listMatches(context: Context, actor: Actor, { need }: { need?: string } = {}): Promise<Match[]> {
  const standing = await findStanding(context, actor);
  const directory = await getDirectory(context);
  return read(context.database, async (transaction) => {
    const matches = await readMatches(transaction, need);
    const needs = await readNeedTitles(
      transaction,
      matches.map((match) => match.need),
    );
    return matches.flatMap((match) => {
      const needing = needs.get(match.need)?.organisation ?? "";
      if (!canSeeMatch(standing, directory, match, needing)) return [];
      return isFormerOnly(standing, directory, match, needing) ? [hideFromFormer(match)] : [match];
    });
  });
}

export interface MatchView {
  match: Match;
  need: Need;
  offers: Map<string, Offer>;
  events: MatchEvent[];
  holds: Hold[];
  /** how the need was corrected after it was put together, in what both sides go by */
  corrections: Correction[];
  /** sides that the actor belongs to, and those for which the actor may answer */
  own: Side[];
  answerable: Side[];
  /** the actor's organisation was taken out: `events` are its own and those before that */
  former: boolean;
}

/** Throws `not-found` for what is not there or not for the actor's eyes. */
export async function getMatch(context: Context, actor: Actor, id: string): Promise<MatchView> {
  const standing = await findStanding(context, actor);
  const directory = await getDirectory(context);
  return read(context.database, async (transaction) => {
    const match = await findMatch(transaction, id);
    // Both sides see the need and the offers of their match, whoever else may.
    const need = match ? await findNeed(transaction, "unrestricted", match.need) : null;
    if (!match || !need || !canSeeMatch(standing, directory, match, need.organisation))
      throw new AppError("not-found", { kind: "match", id });
    const offers = new Map((await readOffers(transaction, "unrestricted")).map((offer) => [offer.id, offer]));
    const taken = await readTaken(transaction);
    const former = isFormerOnly(standing, directory, match, need.organisation);
    const events = await readMatchEvents(transaction, id);
    return {
      match: former ? hideFromFormer(match) : match,
      need,
      offers: new Map(
        (former ? [] : match.offers).flatMap(({ offer }) => {
          const found = offers.get(offer);
          return found ? [[offer, found] as const] : [];
        }),
      ),
      events: former
        ? keepOwnEvents(events, (organisation) => isOwn(directory, ownOrganisations(standing), organisation))
        : events,
      holds: former ? [] : findHoldsNow(match, need, offers, taken),
      corrections: former ? [] : findCorrections(match, await readNeedEvents(transaction, [need.id])),
      former,
      own: findOwnSides(standing, directory, match, need.organisation),
      answerable: match.state === "consulting" ? findAnswerable(standing, directory, match, need.organisation) : [],
    };
  });
}

/** Of an open match what stands in the way of an agreement; of an agreed one, that its need has ended and nobody has said what then. */
function findHoldsNow(match: Match, need: Need, offers: Map<string, Offer>, taken: Ground["taken"]): Hold[] {
  if (match.state === "proposed" || match.state === "consulting")
    return findHolds(need.state, match.fiscalYear, match.offers, offers, taken);
  return match.state === "agreed" && !match.continued && hasEnded(need.state)
    ? [{ reason: "need-state", state: need.state }]
    : [];
}

/** Who goes on with a match, and what they say, is nothing for a side that was taken out. */
function hideFromFormer(match: Match): Match {
  const needAnswer = { answer: "waiting", note: null, language: null, at: null } as const;
  return {
    ...match,
    offers: [],
    reasons: [],
    uncovered: { kinds: [], topics: [] },
    reasoning: {},
    needAnswer,
    entry: null,
    record: null,
  };
}

/** What a side that was taken out may still read: the asking, and what itself has said and was told. */
function keepOwnEvents(events: readonly MatchEvent[], isOwn: (organisation: string) => boolean): MatchEvent[] {
  return events.filter(
    ({ action, organisation }) => action === "consulted" || (organisation !== null && isOwn(organisation)),
  );
}

/** Who is told of a match and how many mails went out, for those who broker. Throws `forbidden`. */
export async function findReach(
  context: Context,
  actor: Actor,
  view: Pick<MatchView, "match" | "need">,
): Promise<{ reach: Reach[]; mails: number }> {
  requirePermission(actor, "needs.broker");
  return read(context.database, async (transaction) => ({
    reach: await readReach(transaction, view),
    mails: await countAsking(transaction, view.match.id),
  }));
}

export interface NeedProposals {
  need: Need;
  /** why an offer stands where it stands, for any open offer */
  explain(offer: string): Match["reasons"][number] | null;
  offers: Map<string, Offer>;
  proposals: Proposals;
  /** matches that there are for it */
  matches: Match[];
  weights: Weights;
  fiscalYear: number;
  /** what agreed matches have taken, by offer and year */
  taken: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** What answers a need, for those who broker. Throws `forbidden`, `not-found`. */
export async function proposeMatches(
  context: Context,
  actor: Actor,
  needId: string,
  weights: Weights = defaultWeights,
): Promise<NeedProposals> {
  requirePermission(actor, "needs.broker");
  const standing = await findStanding(context, actor);
  const year = await findPresentYear(context);
  const ground = await getGround(context, standing);
  return read(context.database, async (transaction) => {
    const need = await findNeed(transaction, standing, needId);
    if (!need) throw new AppError("not-found", { kind: "need", id: needId });
    const evidence = await gatherEvidence(transaction, [needId]);
    const wanted = toWantedHelp(need, evidence.get(needId), year);
    return {
      need,
      explain: (offer) => explainChosen(ground.index, wanted, offer),
      offers: ground.offers,
      proposals: proposeOffers(ground.index, wanted, { weights }),
      matches: await readMatches(transaction, needId),
      weights,
      fiscalYear: wanted.fiscalYear,
      taken: ground.taken,
    };
  });
}

/** Titles and organisations of the needs of matches that the actor was found to see. */
export async function readMatchNeeds(
  context: Context,
  matches: readonly Match[],
): Promise<Map<string, Pick<Need, "title" | "organisation" | "state">>> {
  return read(context.database, (transaction) =>
    readNeedTitles(
      transaction,
      matches.map((match) => match.need),
    ),
  );
}

export interface WaitingMatch {
  match: Match;
  need: Pick<Need, "title" | "organisation">;
  /** own answer; for a broker an offer that was declined, an agreement that is held, or a need that has ended */
  waitsFor: "answer" | "declined" | "conclusion" | "need-ended";
}

/** Matches in which the actor has something to do, what has waited longest first. */
export async function findWaitingMatches(context: Context, actor: Actor): Promise<WaitingMatch[]> {
  const standing = await findStanding(context, actor);
  const directory = await getDirectory(context);
  const open = (await listMatches(context, actor))
    .filter(
      ({ state, continued }) => state === "proposed" || state === "consulting" || (state === "agreed" && !continued),
    )
    .reverse();
  const needs = await readMatchNeeds(context, open);
  return open.flatMap((match): WaitingMatch[] => {
    const need = needs.get(match.need);
    if (!need) return [];
    if (hasEnded(need.state)) return brokers(actor) ? [{ match, need, waitsFor: "need-ended" }] : [];
    if (match.state !== "consulting") return [];
    const isMine = findAnswerable(standing, directory, match, need.organisation).some(
      (side) => findAnswer(match, side) === "waiting",
    );
    if (isMine) return [{ match, need, waitsFor: "answer" }];
    if (!brokers(actor)) return [];
    if (match.offers.some(({ answer }) => answer === "declined")) return [{ match, need, waitsFor: "declined" }];
    // All have agreed and it is still open: something stands in the way.
    const isHeld = listSides(match, need.organisation).every((side) => findAnswer(match, side) === "agreed");
    return isHeld ? [{ match, need, waitsFor: "conclusion" }] : [];
  });
}

function findAnswer(match: Match, side: Side): Answer | null {
  if (side.of === "need") return match.needAnswer.answer;
  return match.offers.find(({ offer }) => offer === side.offer)?.answer ?? null;
}

/** How many offers answer each of the needs that wait for a match. */
export async function countProposals(
  context: Context,
  actor: Actor,
  needs: readonly Need[],
): Promise<Map<string, number>> {
  requirePermission(actor, "needs.broker");
  const standing = await findStanding(context, actor);
  const year = await findPresentYear(context);
  const { index } = await getGround(context, standing);
  const evidence = await read(context.database, (transaction) =>
    gatherEvidence(
      transaction,
      needs.map(({ id }) => id),
    ),
  );
  return new Map(
    needs.map((need) => {
      const { singles } = proposeOffers(index, toWantedHelp(need, evidence.get(need.id), year), { singles: 40 });
      return [need.id, singles.filter(({ answers }) => answers).length];
    }),
  );
}

/** The fiscal year of today: that for which help is looked where a need names none. */
export async function findPresentYear(context: Context): Promise<number> {
  const { calendar } = await getProgramme(context);
  return fiscalYearOf(calendar, context.clock.today());
}

interface Ground {
  stamp: string;
  index: OfferIndex;
  offers: Map<string, Offer>;
  taken: Map<string, Map<number, number>>;
}

/** One index for each database, for those who read everything: building it takes as long as a hundred needs. */
const grounds = new WeakMap<Context["database"], Ground>();

async function getGround(context: Context, standing: Standing): Promise<Ground> {
  const directory = await getDirectory(context);
  return read(context.database, async (transaction) => {
    const stamp = `${context.cache.revision}/${await readStamp(transaction)}/${JSON.stringify(standing.stands)}`;
    const known = grounds.get(context.database);
    if (known?.stamp === stamp) return known;
    const offers = await readOffers(transaction, standing);
    const taken = await readTaken(transaction);
    const open = offers.filter(({ state }) => state === "open");
    const index = new OfferIndex(
      open.map((offer) => toGivenHelp(offer, taken.get(offer.id))),
      await gatherSurroundings(transaction, directory),
    );
    const ground = { stamp, index, offers: new Map(offers.map((offer) => [offer.id, offer])), taken };
    grounds.set(context.database, ground);
    return ground;
  });
}

async function readStamp(transaction: ReadTransaction): Promise<string> {
  const matches = await transaction
    .selectFrom("matches")
    .select(({ fn }) => [fn.countAll().as("count"), fn.sum("revision").as("revisions")])
    .executeTakeFirstOrThrow();
  return JSON.stringify([await readOfferStamp(transaction), matches]);
}
