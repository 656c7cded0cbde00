import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { AppError } from "../../core/errors.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { tellMatchesOfCorrection } from "../matching/need-corrected.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import { getBooks } from "../programme/books.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding, type Standing } from "../records/access.ts";
import { canChangeNeed, canEnterNeed } from "./access.ts";
import { findAlike } from "./alike.ts";
import { moveNeed, writeEvent } from "./change-need.ts";
import { checkNeed, type FieldProblem, type NeedField, type NeedInput } from "./check-need.ts";
import type { Need } from "./need.ts";
import { tellOfNewNeed } from "./need-letter.ts";
import { findSides } from "./sides.ts";
import { findByFormKey, findNeed, lockNeed, readNeeds } from "./store.ts";

export type SaveNeedResult =
  | { state: "done"; id: string }
  | { state: "problems"; problems: FieldProblem<NeedField>[] }
  /** the same city has needs that say the same; nothing was entered */
  | { state: "alike"; needs: Need[] }
  /** somebody saved it meanwhile: as it stands now */
  | { state: "conflict"; present: Need };

interface NewNeed {
  formKey: string;
  /** the need that turned into this one, and why */
  replaces: { need: string; note: string } | null;
  /** needs that say the same, which the person has been told of and means all the same */
  knownAlike?: readonly string[];
}

/** A need that nobody has entered before. The same form sent twice enters it once. Throws `forbidden`, `not-found`, `conflict`. */
export async function enterNeed(
  context: Context,
  actor: Actor,
  input: NeedInput,
  { formKey, replaces, knownAlike = [] }: NewNeed,
): Promise<SaveNeedResult> {
  requirePermission(actor, "needs.enter");
  const { standing, directory, books, problems } = await prepare(context, actor, input);
  if (problems.length > 0) return { state: "problems", problems };
  const told = new Set([...knownAlike, replaces?.need]);
  const alike = await read(context.database, async (transaction) => {
    // What this very form entered a moment ago is not another.
    if ((await findByFormKey(transaction, "need_items", formKey)) !== null) return [];
    const governmentOf = (organisation: string) => directory.find(organisation)?.government ?? organisation;
    const present = await readNeeds(transaction, standing);
    return findAlike(
      input,
      present.filter(({ state }) => state !== "withdrawn" && state !== "changed"),
      governmentOf,
    );
  });
  if (alike.some((need) => !told.has(need.id))) return { state: "alike", needs: alike };
  const id = crypto.randomUUID();
  const now = context.clock.now();
  const result = await change(context, actor, async (transaction, audit): Promise<SaveNeedResult> => {
    const entered = await transaction
      .insertInto("need_items")
      .values({
        id,
        origin: "member",
        state: "heard",
        ...toColumns(input, directory),
        owner: chooseOwner(standing, input.organisation),
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
      const first = await findByFormKey(transaction, "need_items", formKey);
      return { state: "done", id: first ?? id };
    }
    await writeEvent(transaction, id, {
      action: "entered",
      before: null,
      after: "heard",
      note: null,
      by: actor.userId,
      at: now,
    });
    audit({ action: "need.entered", subject: `need/${id}`, organisation: input.organisation });
    await tellOfNewNeed(context, transaction, { id, input, by: actor.userId }, { directory, books });
    if (replaces) await replaceNeed(transaction, audit, standing, { ...replaces, by: actor.userId, now, id });
    await raiseRevision(transaction);
    return { state: "done", id };
  });
  await refreshRevision(context);
  return result;
}

async function replaceNeed(
  transaction: WriteTransaction,
  audit: RecordAudit,
  standing: Standing,
  { need, note, by, now, id }: { need: string; note: string; by: string; now: Date; id: string },
): Promise<void> {
  const old = await findNeed(transaction, standing, need);
  if (!old) throw new AppError("not-found", { kind: "need", id: need });
  if (!canChangeNeed(standing, old)) throw new AppError("forbidden", { kind: "need", id: need });
  await moveNeed(transaction, audit, { need, to: "changed", by, note, now, replacedBy: id });
}

/** Throws `forbidden` for the need of another city, `not-found`. */
export async function correctNeed(
  context: Context,
  actor: Actor,
  id: string,
  input: NeedInput,
  revision: number,
): Promise<SaveNeedResult> {
  requirePermission(actor, "needs.enter");
  const { standing, directory, problems } = await prepare(context, actor, input);
  const now = context.clock.now();
  const result = await change(context, actor, async (transaction, audit): Promise<SaveNeedResult> => {
    const present = (await findNeed(transaction, standing, id)) && (await lockNeed(transaction, id));
    if (!present) throw new AppError("not-found", { kind: "need", id });
    if (!canChangeNeed(standing, present)) throw new AppError("forbidden", { kind: "need", id });
    if (problems.length > 0) return { state: "problems", problems };
    if (present.revision !== revision) return { state: "conflict", present };
    const changes = findChanges(present, input);
    if (Object.keys(changes).length === 0) return { state: "done", id };
    await transaction
      .updateTable("need_items")
      .set({
        ...toColumns(input, directory),
        changed_by: actor.userId,
        changed_at: now,
        revision: present.revision + 1,
      })
      .where("id", "=", id)
      .execute();
    await writeEvent(transaction, id, {
      action: "corrected",
      before: present.state,
      after: present.state,
      changes,
      note: null,
      by: actor.userId,
      at: now,
    });
    audit({ action: "need.corrected", subject: `need/${id}`, details: { fields: Object.keys(changes).length } });
    await tellMatchesOfCorrection(context, transaction, audit, actor, { need: id, changes });
    await raiseRevision(transaction);
    return { state: "done", id };
  });
  await refreshRevision(context);
  return result;
}

async function prepare(context: Context, actor: Actor, input: NeedInput) {
  const [standing, directory, books] = await Promise.all([
    findStanding(context, actor),
    getDirectory(context),
    getBooks(context),
  ]);
  const problems = checkNeed(input, {
    isOrganisation: (id) => directory.find(id) !== null,
    isTopic: (id) => books.topics.some((topic) => topic.id === id),
    today: context.clock.today(),
  });
  const isNamed = !problems.some(({ field }) => field === "organisation");
  if (isNamed && !canEnterNeed(standing, input.organisation))
    problems.unshift({ field: "organisation", reason: "not-own" });
  return { standing, directory, books, problems };
}

/** In whose name it is kept: the actor's own organisation that may enter needs. */
function chooseOwner({ actor, stands }: Standing, organisation: string): string {
  const own = stands.findIndex(({ organisations }) => organisations.includes(organisation));
  return actor.memberships[Math.max(own, 0)]?.organisation ?? organisation;
}

function toColumns(input: NeedInput, directory: OrganisationDirectory) {
  const parsed = input.learnt === null ? null : parseEdtf(input.learnt);
  const bounds = parsed?.ok ? edtfBounds(parsed.value) : { from: null, to: null };
  return {
    organisation: input.organisation,
    addressed_to: input.addressedTo,
    language: input.language,
    title: JSON.stringify(input.title),
    detail: JSON.stringify(input.detail),
    topics: input.topics,
    kinds: [...input.kinds],
    difficulty: input.difficulty,
    urgency: input.urgency,
    languages: input.languages,
    learnt: input.learnt,
    learnt_from: bounds.from,
    learnt_to: bounds.to,
    learnt_by: input.learntBy,
    said_by: JSON.stringify(input.saidBy),
    fiscal_year: input.fiscalYear,
    visibility: input.visibility,
    open_to_companies: input.openToCompanies,
    sides: findSides(directory, input.organisation, input.addressedTo),
  };
}

const shown: readonly NeedField[] = [
  "organisation",
  "addressedTo",
  "language",
  "title",
  "detail",
  "topics",
  "kinds",
  "difficulty",
  "urgency",
  "languages",
  "learnt",
  "learntBy",
  "saidBy",
  "fiscalYear",
  "visibility",
  "openToCompanies",
];

/** What the input says otherwise than the need does. */
export function findChanges(before: NeedInput, after: NeedInput): Record<string, { before: unknown; after: unknown }> {
  return compareFields(shown, before, after);
}

/** The fields of which the two say something else. */
export function compareFields<Input extends object>(
  fields: readonly (keyof Input & string)[],
  before: Input,
  after: Input,
): Record<string, { before: unknown; after: unknown }> {
  return Object.fromEntries(
    fields.flatMap((field) =>
      write(before[field]) === write(after[field]) ? [] : [[field, { before: before[field], after: after[field] }]],
    ),
  );
}

/** Keys and choices in one order, so that what the database gives back compares equal: a form brings them as it lists them. */
function write(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(write).toSorted());
  if (typeof value === "object" && value !== null)
    return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(value);
}
