import type { Selectable } from "kysely";
import { localizedFromJson } from "../../core/localized.ts";
import type { CompanyCaseEvents, CompanyCases } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import {
  type CaseState,
  type CompanyCase,
  type CompanyCaseEvent,
  caseStages,
  furthestStage,
  obstacleKinds,
} from "./company-case.ts";
import { type Amount, isCurrency } from "./contract-amount.ts";

/** Newest change first; who may see which is asked by the service. */
export async function readCases(transaction: ReadTransaction): Promise<CompanyCase[]> {
  const rows = await transaction
    .selectFrom("company_cases")
    .selectAll()
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .execute();
  const events = await transaction.selectFrom("company_case_events").select(["case_id", "state_after"]).execute();
  const states = Map.groupBy(events, ({ case_id }) => case_id);
  return rows.map((row) =>
    toCase(
      row,
      (states.get(row.id) ?? []).map(({ state_after }) => state_after),
    ),
  );
}

export async function findCase(transaction: ReadTransaction, id: string): Promise<CompanyCase | null> {
  if (!isUuid(id)) return null;
  const row = await transaction.selectFrom("company_cases").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  const events = await readCaseEvents(transaction, id);
  return toCase(
    row,
    events.map(({ after }) => after),
  );
}

/** Holds the row until the transaction ends. */
export async function lockCase(transaction: WriteTransaction, id: string): Promise<CompanyCase | null> {
  if (!isUuid(id)) return null;
  await transaction.selectFrom("company_cases").select("id").where("id", "=", id).forUpdate().execute();
  return findCase(transaction, id);
}

/** Oldest first. */
export async function readCaseEvents(transaction: ReadTransaction, id: string): Promise<CompanyCaseEvent[]> {
  const rows = await transaction
    .selectFrom("company_case_events")
    .selectAll()
    .where("case_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map(toEvent);
}

interface NewCaseEvent {
  before: CaseState | null;
  after: CaseState;
  fields?: readonly string[];
  note?: string | null;
  by: string;
  at: Date;
}

export async function writeCaseEvent(
  transaction: WriteTransaction,
  id: string,
  { before, after, fields = [], note = null, by, at }: NewCaseEvent,
): Promise<void> {
  await transaction
    .insertInto("company_case_events")
    .values({ case_id: id, state_before: before, state_after: after, fields: [...fields], note, by, at })
    .execute();
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function toCase(row: Selectable<CompanyCases>, states: readonly string[]): CompanyCase {
  return {
    id: row.id,
    owner: row.owner,
    company: row.company,
    partner: row.partner,
    need: row.need,
    activity: row.activity,
    title: localizedFromJson(row.title),
    technology: localizedFromJson(row.technology),
    topics: row.topics,
    contact: row.contact,
    state: row.state,
    obstacleKinds: obstacleKinds.filter((kind) => row.obstacle_kinds.includes(kind)),
    obstacle: localizedFromJson(row.obstacle),
    contractedOn: row.contracted_on,
    contractNote: localizedFromJson(row.contract_note),
    amount: toAmount(row),
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    revision: row.revision,
    reached: furthestStage([row.state, ...(states as readonly CaseState[])]),
    stood: caseStages.filter((stage) => stage === row.state || states.includes(stage)),
  };
}

function toAmount({ contract_minor: minor, contract_currency: currency }: Selectable<CompanyCases>): Amount | null {
  return minor === null || currency === null || !isCurrency(currency) ? null : { minor, currency };
}

function toEvent(row: Selectable<CompanyCaseEvents>): CompanyCaseEvent {
  return {
    id: row.id,
    before: row.state_before as CaseState | null,
    after: row.state_after as CaseState,
    fields: row.fields,
    note: row.note,
    at: new Date(row.at),
  };
}
