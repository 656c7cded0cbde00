import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { sayTheSame } from "../needs/alike.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getBooks } from "../programme/books.ts";
import { canKeepCase, canSeeCase, companiesFor, isCompany, keepsFor } from "./access.ts";
import {
  amountOf,
  type CaseField,
  type CaseInput,
  type CaseProblem,
  checkCase,
  type KnownToCases,
} from "./check-case.ts";
import type { CompanyCase } from "./company-case.ts";
import { typeAmount } from "./contract-amount.ts";
import { listMatchingEvents } from "./events.ts";
import { listCases, listNeedsForCompanies } from "./service.ts";
import { findCase, lockCase, writeCaseEvent } from "./store.ts";

export type SaveCaseResult =
  | { state: "done"; id: string }
  | { state: "problems"; problems: CaseProblem[] }
  /** the same company has cases of the same name; nothing was entered */
  | { state: "alike"; cases: CompanyCase[] }
  /** somebody saved it meanwhile: as it stands now */
  | { state: "conflict"; present: CompanyCase };

/** A case that nobody keeps yet. The same form sent twice makes one. Throws `forbidden`. */
export async function enterCase(
  context: Context,
  actor: Actor,
  input: CaseInput,
  formKey: string,
  /** cases of the same name, which the person has been told of and means all the same */
  knownAlike: readonly string[] = [],
): Promise<SaveCaseResult> {
  requirePermission(actor, "companies.keep");
  const problems = checkCase(input, await gatherKnown(context, actor, null));
  if (problems.length > 0) return { state: "problems", problems };
  const first = await read(context.database, (transaction) => findByFormKey(transaction, formKey));
  if (first !== null) return { state: "done", id: first };
  const alike = (await listCases(context, actor)).filter(
    (one) => one.company === input.company && one.state !== "stopped" && sayTheSame(input.title, one.title) === true,
  );
  if (alike.some(({ id }) => !knownAlike.includes(id))) return { state: "alike", cases: alike };
  const now = context.clock.now();
  const owner = keepsFor(actor)[0] ?? input.company;
  return change(context, actor, async (transaction, audit): Promise<SaveCaseResult> => {
    const entered = await transaction
      .insertInto("company_cases")
      .values({
        ...toColumns(input),
        owner,
        state: input.state,
        created_by: actor.userId,
        created_at: now,
        changed_by: actor.userId,
        changed_at: now,
        form_key: formKey,
      })
      .onConflict((conflict) => conflict.column("form_key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!entered) return { state: "done", id: (await findByFormKey(transaction, formKey)) ?? "" };
    await writeCaseEvent(transaction, entered.id, { before: null, after: input.state, by: actor.userId, at: now });
    audit({ action: "company-case.entered", subject: `company-case/${entered.id}`, organisation: owner });
    return { state: "done", id: entered.id };
  });
}

/** Throws `not-found` for the case of others, `forbidden` for one that the actor only reads. */
export async function correctCase(
  context: Context,
  actor: Actor,
  id: string,
  input: CaseInput,
  revision: number,
): Promise<SaveCaseResult> {
  requirePermission(actor, "companies.keep");
  const now = context.clock.now();
  const known = await gatherKnown(
    context,
    actor,
    await read(context.database, (transaction) => findCase(transaction, id)),
  );
  return change(context, actor, async (transaction, audit): Promise<SaveCaseResult> => {
    const present = await lockCase(transaction, id);
    if (!present || !canSeeCase(actor, present)) throw new AppError("not-found", { kind: "company-case", id });
    if (!canKeepCase(actor, present)) throw new AppError("forbidden", { kind: "company-case", id });
    const stood = { ...input, state: present.state };
    const problems = checkCase(stood, known);
    if (problems.length > 0) return { state: "problems", problems };
    if (present.revision !== revision) return { state: "conflict", present };
    const fields = findChangedFields(present, stood);
    if (fields.length === 0) return { state: "done", id };
    await transaction
      .updateTable("company_cases")
      .set({ ...toColumns(stood), changed_by: actor.userId, changed_at: now, revision: present.revision + 1 })
      .where("id", "=", id)
      .execute();
    await writeCaseEvent(transaction, id, {
      before: present.state,
      after: present.state,
      fields,
      by: actor.userId,
      at: now,
    });
    audit({ action: "company-case.corrected", subject: `company-case/${id}`, details: { fields: fields.length } });
    return { state: "done", id };
  });
}

/** A link that stands already stays, though its need was met or closed to companies since. */
async function gatherKnown(context: Context, actor: Actor, present: CompanyCase | null): Promise<KnownToCases> {
  const [directory, books, needs, events] = await Promise.all([
    getDirectory(context),
    getBooks(context),
    listNeedsForCompanies(context, actor),
    listMatchingEvents(context),
  ]);
  const own = companiesFor(actor, directory);
  return {
    isOrganisation: (id) => directory.find(id) !== null,
    isCompany: (id) => isCompany(directory, id),
    isOwn: (id) => own.includes(id) || id === present?.company,
    isTopic: (id) => books.topics.some((topic) => topic.id === id),
    isOpenNeed: (id) => id === present?.need || needs.some((need) => need.id === id),
    isEvent: (id) => id === present?.activity || events.some((event) => event.id === id),
    isNew: present === null,
    today: context.clock.today(),
  };
}

async function findByFormKey(transaction: ReadTransaction, formKey: string): Promise<string | null> {
  const entered = await transaction
    .selectFrom("company_cases")
    .select("id")
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return entered?.id ?? null;
}

function toColumns(input: CaseInput) {
  const amount = amountOf(input);
  return {
    company: input.company,
    partner: input.partner,
    need: input.need,
    activity: input.activity,
    title: JSON.stringify(input.title),
    technology: JSON.stringify(input.technology),
    topics: input.topics,
    contact: input.contact,
    obstacle_kinds: [...input.obstacleKinds],
    obstacle: JSON.stringify(input.obstacle),
    contracted_on: input.contractedOn,
    contract_note: JSON.stringify(input.contractNote),
    contract_minor: amount?.minor ?? null,
    contract_currency: amount?.currency ?? null,
  };
}

/** A case as a form would say it. */
export function toInput(found: CompanyCase): CaseInput {
  const { amount } = found;
  return { ...found, amount: amount === null ? "" : typeAmount(amount), currency: amount?.currency ?? "" };
}

const compared: readonly CaseField[] = [
  "company",
  "partner",
  "need",
  "activity",
  "title",
  "technology",
  "topics",
  "contact",
  "obstacleKinds",
  "obstacle",
  "contractedOn",
  "contractNote",
];

/** What the input says otherwise than the case does; the amount as a sum, however it was typed. */
export function findChangedFields(present: CompanyCase, input: CaseInput): CaseField[] {
  const before = toInput(present);
  const isOther = JSON.stringify(present.amount) !== JSON.stringify(amountOf(input));
  return [
    ...compared.filter((field) => write(before[field]) !== write(input[field])),
    ...(isOther ? (["amount"] as const) : []),
  ];
}

/** Keys in one order, so that what the database gives back compares equal. */
function write(value: unknown): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(value);
}
