import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { getDirectory } from "../organisations/directory.ts";
import { findStanding } from "../records/access.ts";
import { companyView, isCompanyOnly, isShownToPublic } from "./company-view.ts";
import type { Need } from "./need.ts";
import type { Offer } from "./offer.ts";
import * as store from "./store.ts";

/** Parts of a larger transaction: of a match, of an activity that comes of it, of the index of the search. */
export {
  findNeed,
  lockNeed,
  lockOffer,
  readEvidence,
  readNeedEvents,
  readNeedStamp,
  readNeeds,
  readNeedTitles,
  readOfferStamp,
  readOffers,
} from "./store.ts";

/** What the actor may see; somebody who stands for companies only sees what is public or was opened to companies, and of that what they may know. */
export async function listNeeds(context: Context, actor: Actor): Promise<Need[]> {
  const standing = await findStanding(context, actor);
  const needs = await read(context.database, (transaction) => store.readNeeds(transaction, standing));
  return limitToCompany(context, actor, needs);
}

/** Throws `not-found` for what is not there or not for the actor's eyes. */
export async function getNeed(context: Context, actor: Actor, id: string): Promise<Need> {
  const standing = await findStanding(context, actor);
  const found = await read(context.database, (transaction) => store.findNeed(transaction, standing, id));
  const [need] = found ? await limitToCompany(context, actor, [found]) : [];
  if (!need) throw new AppError("not-found", { kind: "need", id });
  return need;
}

async function limitToCompany(context: Context, actor: Actor, needs: Need[]): Promise<Need[]> {
  const directory = await getDirectory(context);
  if (!isCompanyOnly(actor, directory)) return needs;
  return needs.flatMap((need) => companyView(need, directory) ?? []);
}

/** Newest knowledge first, the same for everybody. */
export function listPublicNeeds(context: Context): Promise<Need[]> {
  return context.cache.get("public-needs", async () => {
    const directory = await getDirectory(context);
    const needs = await read(context.database, (transaction) => store.readNeeds(transaction, "public"));
    return needs.filter((need) => isShownToPublic(need, directory));
  });
}

/** What all members may see, whoever they are; only those of these ids where they are given. */
export function listMembersNeeds(context: Context, ids: readonly string[] | null = null): Promise<Need[]> {
  return read(context.database, (transaction) => store.readNeeds(transaction, "members", ids));
}

export async function listOffers(context: Context, actor: Actor): Promise<Offer[]> {
  const standing = await findStanding(context, actor);
  return read(context.database, (transaction) => store.readOffers(transaction, standing));
}

/** Throws `not-found`. */
export async function getOffer(context: Context, actor: Actor, id: string): Promise<Offer> {
  const standing = await findStanding(context, actor);
  const offer = await read(context.database, (transaction) => store.findOffer(transaction, standing, id));
  if (!offer) throw new AppError("not-found", { kind: "offer", id });
  return offer;
}

export function listPublicOffers(context: Context): Promise<Offer[]> {
  return context.cache.get("public-offers", () => read(context.database, readPublicOffers));
}

function readPublicOffers(transaction: ReadTransaction): Promise<Offer[]> {
  return store.readOffers(transaction, "public");
}
