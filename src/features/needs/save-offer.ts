import { AppError } from "../../core/errors.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import { getBooks } from "../programme/books.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { canChangeOffer, canEnterOffer } from "./access.ts";
import { findAlike } from "./alike.ts";
import type { FieldProblem } from "./check-need.ts";
import { type CapacityProblem, checkOffer, type OfferField, type OfferInput, readCapacities } from "./check-offer.ts";
import type { Offer } from "./offer.ts";
import { findSides } from "./sides.ts";
import { findByFormKey, findOffer, lockOffer, readOffers } from "./store.ts";
import { readUse } from "./store-matches.ts";

export type SaveOfferResult =
  | { state: "done"; id: string }
  | { state: "problems"; problems: FieldProblem<OfferField>[]; capacityProblems: CapacityProblem[] }
  /** the same organisation has open offers that say the same; nothing was entered */
  | { state: "alike"; offers: Offer[] }
  /** somebody saved it meanwhile: as it stands now */
  | { state: "conflict"; present: Offer };

/** The same form sent twice enters it once. Throws `forbidden`. */
export async function enterOffer(
  context: Context,
  actor: Actor,
  input: OfferInput,
  formKey: string,
  /** offers that say the same, which the person has been told of and means all the same */
  knownAlike: readonly string[] = [],
): Promise<SaveOfferResult> {
  requirePermission(actor, "offers.enter");
  const { standing, directory, problems } = await prepare(context, actor, input);
  const { capacities, problems: capacityProblems } = readCapacities(input, [], null);
  if (problems.length + capacityProblems.length > 0) return { state: "problems", problems, capacityProblems };
  const alike = await read(context.database, async (transaction) => {
    // What this very form entered a moment ago is not another.
    if ((await findByFormKey(transaction, "offer_items", formKey)) !== null) return [];
    const governmentOf = (organisation: string) => directory.find(organisation)?.government ?? organisation;
    const present = await readOffers(transaction, standing);
    return findAlike(
      input,
      present.filter(({ state }) => state === "open"),
      governmentOf,
    );
  });
  if (alike.some((offer) => !knownAlike.includes(offer.id))) return { state: "alike", offers: alike };
  const id = crypto.randomUUID();
  const now = context.clock.now();
  const result = await change(context, actor, async (transaction, audit): Promise<SaveOfferResult> => {
    const entered = await transaction
      .insertInto("offer_items")
      .values({
        id,
        origin: "member",
        ...toColumns(input, directory),
        owner: input.organisation,
        platform: "coordination",
        created_by: actor.userId,
        created_at: now,
        changed_by: actor.userId,
        changed_at: now,
        form_key: formKey,
      })
      .onConflict((conflict) => conflict.column("form_key").doNothing())
      .executeTakeFirst();
    if (entered.numInsertedOrUpdatedRows === 0n) {
      const first = await findByFormKey(transaction, "offer_items", formKey);
      return { state: "done", id: first ?? id };
    }
    await writeCapacities(transaction, id, capacities);
    audit({ action: "offer.entered", subject: `offer/${id}`, organisation: input.organisation });
    await raiseRevision(transaction);
    return { state: "done", id };
  });
  await refreshRevision(context);
  return result;
}

/** Throws `forbidden` for the offer of another organisation, `not-found`. */
export async function correctOffer(
  context: Context,
  actor: Actor,
  id: string,
  input: OfferInput,
  revision: number,
): Promise<SaveOfferResult> {
  requirePermission(actor, "offers.enter");
  const { standing, directory, problems } = await prepare(context, actor, input);
  const result = await change(context, actor, async (transaction, audit): Promise<SaveOfferResult> => {
    const present = (await findOffer(transaction, standing, id)) && (await lockOffer(transaction, id));
    if (!present) throw new AppError("not-found", { kind: "offer", id });
    if (!canChangeOffer(standing, present)) throw new AppError("forbidden", { kind: "offer", id });
    const use = await readUse(transaction, id);
    const { capacities, problems: capacityProblems } = readCapacities(input, use, present.capacityUnit);
    if (problems.length + capacityProblems.length > 0) return { state: "problems", problems, capacityProblems };
    if (present.revision !== revision) return { state: "conflict", present };
    await transaction
      .updateTable("offer_items")
      .set({
        ...toColumns(input, directory),
        changed_by: actor.userId,
        changed_at: context.clock.now(),
        revision: present.revision + 1,
      })
      .where("id", "=", id)
      .execute();
    await writeCapacities(transaction, id, capacities);
    audit({
      action: "offer.corrected",
      subject: `offer/${id}`,
      details: { state: input.state, years: capacities.length },
    });
    await raiseRevision(transaction);
    return { state: "done", id };
  });
  await refreshRevision(context);
  return result;
}

/** What agreed matches take of it, by year. */
export function getUse(context: Context, offer: string) {
  return read(context.database, (transaction) => readUse(transaction, offer));
}

async function prepare(context: Context, actor: Actor, input: OfferInput) {
  const [standing, directory, books] = await Promise.all([
    findStanding(context, actor),
    getDirectory(context),
    getBooks(context),
  ]);
  const problems = checkOffer(input, {
    isOrganisation: (id) => directory.find(id) !== null,
    isTopic: (id) => books.topics.some((topic) => topic.id === id),
  });
  const isNamed = !problems.some(({ field }) => field === "organisation");
  if (isNamed && !canEnterOffer(standing, input.organisation))
    problems.unshift({ field: "organisation", reason: "not-own" });
  return { standing, directory, problems };
}

async function writeCapacities(
  transaction: WriteTransaction,
  offer: string,
  capacities: Offer["capacities"],
): Promise<void> {
  await transaction.deleteFrom("offer_capacities").where("offer", "=", offer).execute();
  if (capacities.length === 0) return;
  await transaction
    .insertInto("offer_capacities")
    .values(capacities.map(({ fiscalYear, capacity }) => ({ offer, fiscal_year: fiscalYear, capacity })))
    .execute();
}

function toColumns(input: OfferInput, directory: OrganisationDirectory) {
  return {
    organisation: input.organisation,
    language: input.language,
    title: JSON.stringify(input.title),
    detail: JSON.stringify(input.detail),
    topics: input.topics,
    kinds: [...input.kinds],
    forms: [...input.forms],
    difficulty: input.difficulty,
    languages: input.languages,
    experience: JSON.stringify(input.experience),
    facilities: JSON.stringify(input.facilities),
    conditions: JSON.stringify(input.conditions),
    cost_borne_by: input.costBorneBy,
    capacity_unit: input.capacityUnit,
    state: input.state,
    visibility: input.visibility,
    sides: findSides(directory, input.organisation),
  };
}
